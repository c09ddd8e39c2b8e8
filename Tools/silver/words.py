#!/usr/bin/env python3
"""Makes Models/word-types.tsv.gz: which words of Models/words.tsv.gz, with a capital, are names of people, organisations or places, by
the readers of Tools/silver/learn.py.

    Work/silver-venv/bin/python3 Tools/silver/words.py [READER...]

A word stands in two short sentences among those of other words. The mean chances of being outside of names, or of either type, are
quantized (k-means over their roots) into types; words that are hardly names have none. Some seven minutes a reader on two cores.
"""
import gzip
import random
import sys

import numpy as np
import torch

from make import ROOT, TOKENS, WINDOWS, named_readers
from network import SIZE, TYPES, padded

SENTENCES = ["We talked about {} .", "I heard more about {} today .", "There was a piece on {} in the paper ."]
SEEDS = [1, 2]  # each gives a word another sentence and other neighbours
LONGEST = 8  # tokens of a word that count
TYPE_COUNT, ROUNDS = 31, 60
LEAST = 0.1  # chance of a name
HEAD = """\
# Words of words.tsv.gz that may be names when they stand alone with a capital, by the chances of being one of people, organisations
# and places: type, in hexadecimal. Chances found by SmolLM2-135M (see Models/silver.tsv.gz), in per cent:
"""


def windows(words, seed):
    """Windows of tokens with the places of words in them: number, start, end."""
    chance = random.Random(seed)
    ids, places = [], []
    order = list(range(len(words)))
    chance.shuffle(order)
    for number in order:
        before, behind = chance.choice(SENTENCES).split(" {}")
        word = "-".join(part[:1].upper() + part[1:] for part in words[number].split("-"))
        parts = [TOKENS.encode(before).ids, TOKENS.encode(" " + word).ids[:LONGEST], TOKENS.encode(behind + "\n\n").ids]
        if len(ids) + sum(map(len, parts)) > SIZE:
            yield ids, places
            ids, places = [], []
        start = len(ids) + len(parts[0])
        places.append((number, start, start + len(parts[1])))
        ids = ids + sum(parts, [])
    yield ids, places


def chances(readers, words, seed):
    """Words by outside and `TYPES`: means over readers and the tokens of each word."""
    result = np.zeros((len(words), 1 + len(TYPES)), np.float32)
    work = list(windows(words, seed))
    for i in range(0, len(work), WINDOWS):
        ids, padding = padded([window for window, _ in work[i:i + WINDOWS]])
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            labels = sum(reader(ids, padding, "uner").float().softmax(-1) for reader in readers) / len(readers)
        for row, (_, places) in enumerate(work[i:i + WINDOWS]):
            for number, start, end in places:
                mean = labels[row, start:end].mean(0)
                result[number, 0] = mean[0]
                result[number, 1:] = mean[1:].view(-1, 2).sum(1)
        if i // WINDOWS % 20 == 0:
            print(f"seed {seed}, {i} of {len(work)} windows", flush=True)
    return result


def quantized(points):
    """Numbers of centroids from 0 on, and the centroids by falling size of their largest name type."""
    chance = np.random.default_rng(1)
    roots = np.sqrt(points)
    centroids = roots[chance.choice(len(roots), TYPE_COUNT, replace=False)]
    for _ in range(ROUNDS):
        nearest = ((roots[:, None] - centroids[None]) ** 2).sum(-1).argmin(1)
        centroids = np.stack([roots[nearest == k].mean(0) if (nearest == k).any() else centroids[k] for k in range(TYPE_COUNT)])
    means = np.stack([points[nearest == k].mean(0) if (nearest == k).any() else centroids[k] ** 2 for k in range(TYPE_COUNT)])
    order = sorted(range(TYPE_COUNT), key=lambda k: (int(means[k, 1:].argmax()), -means[k].max(initial=0, where=[False, True, True, True])))
    place = np.empty(TYPE_COUNT, int)
    place[order] = np.arange(TYPE_COUNT)
    return place[nearest], means[order]


def main():
    lines = gzip.open(ROOT / "Models/words.tsv.gz", "rt", encoding="utf-8").read().splitlines()
    words = [line.split("\t")[0] for line in lines if not line.startswith("# ")][1:]
    readers = named_readers()
    found = sum(chances(readers, words, seed) for seed in SEEDS) / len(SEEDS)
    names = np.flatnonzero(found[:, 0] <= 1 - LEAST)
    types, means = quantized(found[names])
    head = HEAD + "".join(
        f"# {k + 1:x}: " + ", ".join(f"{kind} {100 * mean:.0f}" for kind, mean in zip(TYPES, row[1:])) + "\n" for k, row in enumerate(means))
    head += "# Made by: Tools/silver/learn.py and Tools/silver/words.py\nword\ttype\n"
    with gzip.GzipFile(ROOT / "Models/word-types.tsv.gz", "wb", 9, mtime=0) as file:
        file.write((head + "".join(f"{words[n]}\t{k + 1:x}\n" for n, k in zip(names, types))).encode())
    print(len(names), "of", len(words), "words")


if __name__ == "__main__":
    main()
