"""What the gazetteer's scripts share: paths, rows, and the one writer of its TSV files."""

import functools
import json
import re
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
GAZETTEER = ROOT / "Ontology" / "gazetteer"
LEXICON = ROOT / "Ontology" / "lexicon"
ISO = Path("/usr/share/iso-codes/json")
CLDR = Path("/usr/share/unicode/cldr/common")

COLUMNS = ["kb", "class", "name", "aliases", "adjectives", "people", "abbreviations", "within", "rank", "attributes"]

# A country outranks any place that shares its name but not more than its class alone would warrant.
COUNTRY_BONUS = 100_000_000


class Row:
    """One entry; lists are joined by '|', attributes by ';'."""

    def __init__(self, kb, cls, name, aliases=(), adjectives=(), people=(), abbreviations=(), within="", rank=0,
                 attributes=None):
        self.kb, self.cls, self.name = kb, cls, clean(name)
        self.aliases = unique(aliases, {self.name})
        self.adjectives = unique(adjectives)
        self.people = unique(people)
        self.abbreviations = unique(abbreviations, {self.name})
        self.aliases = [a for a in self.aliases if a not in self.abbreviations]
        self.within, self.rank, self.attributes = within, rank, attributes or {}

    def common_words(self):
        """Names of this entry that are a common English word but for the capital: 'Apple', 'Reading', 'Congress'."""
        if self.cls == "Country":
            return []
        return [name for name in [self.name] + self.aliases
                if name.isalpha() and name != name.lower() and name.lower() in english_words()]

    def fields(self):
        self.attributes = self.attributes | {"ambiguous": ",".join(self.common_words())}
        attributes = ";".join(f"{key}={value}" for key, value in self.attributes.items() if value)
        return [self.kb, self.cls, self.name, "|".join(self.aliases), "|".join(self.adjectives), "|".join(self.people),
                "|".join(self.abbreviations), self.within, str(self.rank), attributes]


def clean(text):
    """Collapsed white space, typewriter apostrophes, no separators of the format."""
    text = unicodedata.normalize("NFC", text).replace("\u2019", "'").replace("\u02bc", "'")
    return re.sub(r"\s+", " ", text.replace("|", " ").replace("\t", " ")).strip()


def unique(items, without=()):
    """The items cleaned, in their order, each once, without empty ones and those of `without`."""
    seen, result = set(without), []
    for item in items:
        item = clean(item)
        if item and item not in seen:
            seen.add(item)
            result.append(item)
    return result


def without_marks(text):
    """Latin letters without diacritics: 'Zürich' to 'Zurich', 'Łódź' to 'Lodz'."""
    special = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ə": "a", "Ə": "A",
                             "ß": "ss", "æ": "ae", "Æ": "Ae", "ð": "d", "þ": "th", "Þ": "Th", "œ": "oe", "ħ": "h",
                             "‘": "'", "ʻ": "'", "ʿ": "", "ʾ": "", "`": "'"})
    decomposed = unicodedata.normalize("NFD", text.translate(special))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def english_spelling(text):
    """English drops the macrons of romanised names: 'Ōsaka' to 'Osaka'; other marks stay."""
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", decomposed.replace("\u0304", ""))


@functools.cache
def english_words():
    """Common English words that are written with a small letter (Debian wamerican-small)."""
    words = Path("/usr/share/dict/american-english-small").read_text(encoding="utf-8").split()
    return frozenset(word for word in words if word == word.lower() and "'" not in word)


def is_latin(text):
    return all(c in " '’-.,()/&‘ʻ" or c.isdigit() or "LATIN" in unicodedata.name(c, "") for c in text)


def slug(text):
    return re.sub(r"[^a-z0-9]+", "-", without_marks(text).lower().replace("'", "").replace(".", "")).strip("-")


def write(topic, rows, about, origin, licence):
    """Writes Ontology/gazetteer/<topic>.tsv and says how many entries it holds."""
    GAZETTEER.mkdir(parents=True, exist_ok=True)
    lines = [f"# {about}", f"# Origin: {origin}", f"# Licence: {licence}", "# Made by: python3 Tools/gazetteer/make.py",
             "\t".join(COLUMNS)]
    lines += ["\t".join(row.fields()) for row in rows]
    path = GAZETTEER / f"{topic}.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{topic}.tsv: {len(rows)} entries, {path.stat().st_size // 1024} KiB")
    return rows


def read_table(path):
    """A hand-made TSV with a header line and '#' comments, as a list of dictionaries."""
    lines = [line.rstrip("\n") for line in open(path, encoding="utf-8") if not line.startswith("#") and line.strip()]
    header = lines[0].split("\t")
    rows = []
    for line in lines[1:]:
        values = line.split("\t")
        rows.append(dict(zip(header, values + [""] * (len(header) - len(values)))))
    return rows


def split(text):
    return [part for part in text.split("|") if part]


def iso(name):
    return json.loads((ISO / f"iso_{name}.json").read_text(encoding="utf-8"))[name]


def package_version(name):
    from importlib.metadata import version
    return version(name)


def debian_version(name):
    import subprocess
    result = subprocess.run(["dpkg-query", "-W", "-f=${Version}", name], capture_output=True, text=True, check=True)
    return result.stdout
