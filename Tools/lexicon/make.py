#!/usr/bin/env python3
"""Makes Ontology/lexicon/english.tsv from Debian's word list (package wamerican-small, the SCOWL lists).

    python3 Tools/lexicon/make.py [WORD_LIST] > Ontology/lexicon/english.tsv

The list says of no word what part of speech it is, but its inflections do: a word with 's is a noun, one with -ed and
-ing is a verb, one with -er and -est or -ly is an adjective. Inflected forms are left out; the reader makes them again.
"""
import sys

VOWELS = set("aeiou")


def doubled(w):
    return len(w) > 2 and w[-1] not in VOWELS | set("wxyh") and w[-2] in VOWELS and w[-3] not in VOWELS


def ed_forms(w):
    if w.endswith("e"):
        return [w + "d"]
    if w.endswith("y") and w[-2:-1] not in VOWELS:
        return [w[:-1] + "ied"]
    return [w + "ed"] + ([w + w[-1] + "ed"] if doubled(w) else [])


def ing_forms(w):
    if w.endswith("ie"):
        return [w[:-2] + "ying"]
    if w.endswith("e") and not w.endswith("ee"):
        return [w[:-1] + "ing"]
    return [w + "ing"] + ([w + w[-1] + "ing"] if doubled(w) else [])


def s_forms(w):
    if w.endswith("y") and w[-2:-1] not in VOWELS:
        return [w[:-1] + "ies"]
    return [w + "es"] if w.endswith(("s", "x", "z", "ch", "sh", "o")) else [w + "s"]


def ly_forms(w):
    if w.endswith("le"):
        return [w[:-1] + "y"]
    if w.endswith("ic"):
        return [w + "ally"]
    return [w[:-1] + "ily"] if w.endswith("y") else [w + "ly"]


def er_forms(w):
    if w.endswith("e"):
        return [w + "r", w + "st"]
    if w.endswith("y"):
        return [w[:-1] + "ier", w[:-1] + "iest"]
    d = w[-1] if doubled(w) else ""
    return [w + d + "er", w + d + "est"]


def main(path):
    lines = [l.strip() for l in open(path, encoding="utf-8")]
    words = {w for w in lines if w.isascii() and w.isalpha() and w.islower() and len(w) > 1}
    nouns = {w[:-2] for w in lines if w.endswith("'s") and w[:-2] in words}
    rows, inflected = {}, set()
    for w in words:
        tags = ""
        if any(f in words for f in ed_forms(w)) and any(f in words for f in ing_forms(w)) and not w.endswith(("ed", "ing")):
            tags += "V"
            inflected.update(f for f in ed_forms(w) + ing_forms(w) + s_forms(w) if f in words)
        if w in nouns:
            tags += "N"
            inflected.update(f for f in s_forms(w) if f in words)
        if all(f in words for f in er_forms(w)) or (any(f in words for f in ly_forms(w)) and not w.endswith(("ing", "ed"))):
            tags += "J"
            inflected.update(er_forms(w) if all(f in words for f in er_forms(w)) else [])
        if w.endswith("ly") and w not in nouns:
            tags += "R"
        rows[w] = tags
    print("# English words with the parts of speech that their inflections show: V verb, N noun, J adjective, R adverb, - unknown.")
    print("# Origin: SCOWL word lists by Kevin Atkinson, through Debian's wamerican-small; free use with its notice (NOTICE).")
    print("# Made by: python3 Tools/lexicon/make.py")
    print("word\ttags")
    for w in sorted(rows):
        # An inflected form that is also a word of its own ('meeting', 'building') stays when it is a noun.
        if w in inflected and "N" not in rows[w]:
            continue
        print(f"{w}\t{rows[w] or '-'}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/dict/american-english-small")
