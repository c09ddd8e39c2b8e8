"""Ontology/lexicon/given-names.txt and surnames.txt: personal names in Latin script, with a weight and what else they are."""

import importlib
import pkgutil
import re
from pathlib import Path

import faker.providers.person
import names

import common

# Weight of a name for each source that holds it; names of the US census weigh their occurrences in a million people more.
SOURCE = 100
SURNAMES_OF_CENSUS = 12_000
# Words that are names far more often, when written with a capital.
NAMES_AFTER_ALL = set("john peter tony harry tom jimmy josh carol martin billy bobby jenny mike nick jack bob sally victor "
                      "ken frank rob louis barney jerry alan kelvin maria jenny benny nelson oscar brad chad milan "
                      "lee ray jean max kim sue don pat pete bert smith jones".split())
CALENDAR = set("april may june july august january february march september october november december monday tuesday "
               "wednesday thursday friday saturday sunday easter christmas".split())
# Locales whose Latin-script lists mix in other things or copy another locale's.
LEFT_OUT = {"en", "es", "en_TH", "ar_AA", "ar_PS", "ar_SA", "zh_CN", "vi_VN"}

CYRILLIC = dict(zip("абвгдезийклмнопрстуфхцчшщъыьэюяёіїєґђјљњћџѓќѕѝ", (
    "a b v g d e z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya yo i yi ye g dj j lj nj c dz gj kj dz i").split()))
CYRILLIC["ж"] = "zh"
UKRAINIAN = {"г": "h", "и": "y", "й": "i", "щ": "shch", "ґ": "g"}
BULGARIAN = {"щ": "sht", "ъ": "a", "х": "h"}
MACEDONIAN = {"ж": "z", "х": "h", "ц": "c", "ч": "c", "ш": "s"}
GREEK = dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split()))
GEORGIAN = dict(zip("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
                    "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h".split()))
ARMENIAN = dict(zip("աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
                    "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f".split()))
PAIRS = [("ου", "ou"), ("αυ", "av"), ("ευ", "ev"), ("μπ", "b"), ("γγ", "ng"), ("γκ", "gk"), ("ντ", "nt"), ("ու", "u"), ("եւ", "ev"),
         ("և", "ev")]
TABLES = {"ru_RU": CYRILLIC, "uk_UA": CYRILLIC | UKRAINIAN, "bg_BG": CYRILLIC | BULGARIAN, "mk_MK": CYRILLIC | MACEDONIAN,
          "el_GR": GREEK, "ka_GE": GEORGIAN, "hy_AM": ARMENIAN}


def transliterate(name, table, locale):
    """A name in another script as English writes it, by letters; nothing for letters that the table lacks."""
    text = name.lower().replace("’", "").replace("'", "")
    if locale == "el_GR":
        text = common.without_marks(text)
    if locale in ("ru_RU", "uk_UA"):
        text = re.sub(r"(ый|ий)$", "y" if locale == "ru_RU" else "yi", text) if locale == "ru_RU" else text
        text = re.sub(r"^е", "ye", text) if locale == "ru_RU" else text
        text = re.sub(r"(?<=[аеиоуьъіїє])е", "ye" if locale == "ru_RU" else "e", text)
        if locale == "uk_UA":
            text = re.sub(r"^є", "ye", re.sub(r"^ї", "yi", re.sub(r"^ю", "yu", re.sub(r"^я", "ya", text))))
            text = text.replace("ія", "iia").replace("ій", "ii").replace("я", "ia").replace("ю", "iu").replace("ї", "i")
    for pair, latin in PAIRS:
        text = text.replace(pair, latin)
    out = "".join(table.get(c, c if c.isascii() else "?") for c in text).replace("-", "" if "-" not in name else "-")
    return "-".join(part.capitalize() for part in out.split("-")) if "?" not in out else ""


def faker_names():
    """(kind, locale, name) of all of faker's locales that are in Latin script or in one of the tables."""
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        if module.name in LEFT_OUT:
            continue
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in sorted(vars(provider)):
            match = re.match(r"(first|last)_(romanized_)?names?", attribute)
            values = getattr(provider, attribute)
            if not match or "pairs" in attribute or not isinstance(values, (tuple, list, dict)):
                continue
            kind = "given" if match.group(1) == "first" else "surname"
            for value in values:
                table = TABLES.get(module.name)
                name = transliterate(value, table, module.name) if table and isinstance(value, str) else value
                if isinstance(name, str) and name:
                    yield kind, module.name, name


def by_hand():
    kind, section = None, None
    for line in (common.HERE / "names_by_hand.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind, section = line[1:-1].split(" ", 1)
        elif not line.startswith("#"):
            for name in line.split():
                yield kind, section, name


def census():
    """(kind, name, occurrences in a million people) of the US census of 1990."""
    folder = Path(names.__file__).parent
    for kind, file, limit in (("given", "dist.female.first", None), ("given", "dist.male.first", None),
                              ("surname", "dist.all.last", SURNAMES_OF_CENSUS)):
        for line in (folder / file).read_text(encoding="ascii").splitlines()[:limit]:
            name, percent = line.split()[:2]
            yield kind, capital(name), round(float(percent) * 10_000)


def capital(name):
    """'MCDONALD' to 'McDonald', "O'NEILL" stays apart."""
    name = name.capitalize()
    return re.sub(r"^Mc([a-z])", lambda match: "Mc" + match.group(1).upper(), name)


def plausible(name):
    return bool(re.fullmatch(r"[^\W\d_][^\W\d_]+(?:['’-][^\W\d_]+)*", name)) and common.is_latin(name)


def places():
    """Names of countries, regions, cities of 100,000 people and continents."""
    found = set()
    for topic in ("countries", "regions", "cities", "continents"):
        path = common.GAZETTEER / f"{topic}.tsv"
        for row in common.read_table(path) if path.exists() else []:
            if topic != "cities" or int(row["rank"]) >= 100_000:
                found.update([row["name"]] + common.split(row["aliases"]))
    return found


def ambiguity(name, place_names):
    word = name.lower()
    if word in CALENDAR:
        return "calendar"
    if word in common.english_words() and word not in NAMES_AFTER_ALL:
        return "word"
    return "place" if name in place_names else ""


def make():
    weights = {"given": {}, "surname": {}}
    seen = set()
    for kind, source, name in list(faker_names()) + list(by_hand()):
        name = common.clean(name).title() if name.isupper() else common.clean(name)
        for form in sorted({name, common.without_marks(name)}):
            if plausible(form) and form[0].isupper() and (kind, source, form) not in seen:
                seen.add((kind, source, form))
                weights[kind][form] = weights[kind].get(form, 0) + SOURCE
    for kind, name, occurrences in census():
        weights[kind][name] = weights[kind].get(name, 0) + occurrences
    place_names = places()
    for kind, file, what in (("given", "given-names", "Given names"), ("surname", "surnames", "Surnames")):
        write(file, what, weights[kind], place_names)


def write(file, what, weights, place_names):
    rows = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    lines = [f"# {what} in Latin script: name, weight ({SOURCE} for each source, and occurrences in a million of the US census),",
             "# and 'word', 'calendar' or 'place' where it is a common English word, a month or day, or a place too.",
             f"# Origin: PyPI Faker {common.package_version('Faker')} (MIT; other scripts transliterated), US census of 1990 through "
             f"PyPI names {common.package_version('names')}", "# (public domain; package MIT), Tools/gazetteer/names_by_hand.txt "
             "(CC0-1.0); common words: Debian wamerican-small (SCOWL).", "# Made by: python3 Tools/gazetteer/make.py",
             "name\tweight\tambiguous"]
    lines += [f"{name}\t{weight}\t{ambiguity(name, place_names)}".rstrip("\t") for name, weight in rows]
    common.LEXICON.mkdir(parents=True, exist_ok=True)
    path = common.LEXICON / f"{file}.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{file}.txt: {len(rows)} names, {path.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    make()
