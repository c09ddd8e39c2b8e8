#!/usr/bin/env python3
"""Makes Models/spellings.tsv.gz: how words are misspelt, shortened and stretched, each with the word that is meant.

    python3 -m venv Work/spellings-venv && Work/spellings-venv/bin/pip install -r Tools/spellings/requirements.txt
    Work/spellings-venv/bin/python3 Tools/spellings/make.py

Misspellings are those of codespell's dictionary (derived from English Wikipedia's list, CC BY-SA 3.0) that stand for one
common word and are none themselves. Short forms are those of abbreviations.tsv. Stretched words ('sooooo') are common words
with one letter three times: readers cut longer runs to three before they look a word up. What is common is told by the order
of the words in Models/words.tsv.gz.
"""
import gzip
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
MODELS = ROOT / "Models"
LEXICON = ROOT / "Ontology" / "lexicon"
# A word that is meant stands among the first COMMON of GloVe; what stands among the first KNOWN is a word of its own.
COMMON, KNOWN, STRETCHED = 20_000, 30_000, 2_000
HEAD = """\
# Misspelt, shortened and stretched words ('sooo' stands for all longer ones), each with the word that is meant; lower case.
# Origin: codespell 2.4.3's dictionary.txt (derived from English Wikipedia), CC BY-SA 3.0; short and stretched forms: our own.
# Made by: python3 Tools/spellings/make.py
form	word
"""


def ranks():
    lines = gzip.decompress((MODELS / "words.tsv.gz").read_bytes()).decode().splitlines()
    words = [line.split("\t")[0] for line in lines if line and not line.startswith("# ")][1:]
    return {word: rank for rank, word in enumerate(words)}


def names():
    """Given names and surnames: nobody's name is misspelt."""
    result = set()
    for name in ["given-names.txt", "surnames.txt"]:
        lines = (LEXICON / name).read_text().splitlines()
        result |= {line.split("\t")[0].lower() for line in lines if not line.startswith("#")}
    return result


def misspellings(rank, taken):
    import codespell_lib

    for line in (Path(codespell_lib.__file__).parent / "data" / "dictionary.txt").read_text().splitlines():
        form, _, word = line.partition("->")
        if not re.fullmatch(r"[a-z]{4,} [a-z]{2,}", form + " " + word):
            continue
        # Readers refuse what begins otherwise, which is how they tell forms of the same hash apart.
        if form[0] != word[0] or form in taken:
            continue
        if rank.get(word, COMMON) < COMMON and rank.get(form, KNOWN) >= KNOWN:
            yield form, word


def abbreviations():
    lines = (Path(__file__).parent / "abbreviations.tsv").read_text().splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")][1:]


def stretched(word):
    """The word with each of its letters, or doubled letters, three times."""
    for match in re.finditer(r"(.)\1?", word):
        yield word[:match.start()] + match.group(1) * 3 + word[match.end():]


def main():
    rank = ranks()
    entries = dict(misspellings(rank, names()))
    entries.update(abbreviations())
    for word in sorted(rank, key=rank.get)[:STRETCHED]:
        if not re.fullmatch(r"[a-z]{2,}", word):
            continue
        for form in stretched(word):
            # The more frequent word comes first: 'goood' is 'good', not 'god'.
            if form not in rank and len(set(form)) > 1:
                entries.setdefault(form, word)
    lines = "".join(f"{form}\t{word}\n" for form, word in sorted(entries.items()))
    (MODELS / "spellings.tsv.gz").write_bytes(gzip.compress((HEAD + lines).encode(), 9, mtime=0))
    print(f"{len(entries)} forms of {len(set(entries.values()))} words", file=sys.stderr)


if __name__ == "__main__":
    main()
