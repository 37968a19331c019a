"""Compares decoding with plain eager PyTorch and with transformers' generate, alternating on the same machine; medians.

    python tools/peer_pytorch.py --shape m17
    python tools/peer_pytorch.py --shape m600 --batches 1,8,32 --no-generate

Needs torch, and transformers for generate. All sides have random weights in bfloat16, prompts of 32 and replies of 128 tokens.
The eager peer is what one writes by hand: a cache of 160 positions that is filled in place, attention over the positions
there are, one product for queries, keys and values, sampling on the device. Nothing of this is needed to use or test ZeroOne.
"""

import argparse
import math
import pathlib
import statistics
import sys
import time

import torch
import torch.nn.functional as F

from peer_llama_cpp import SHAPES, ours

PROMPT = 32


class Eager:
    def __init__(self, shape, positions):
        def weights(*size):
            return (torch.randn(*size) / math.sqrt(size[-1])).to(torch.bfloat16)

        self.shape = shape
        c, f, d = shape["hidden"], shape["ffn"], shape["dim"]
        self.embedding = weights(shape["vocab"], c)
        self.layers = [
            (weights((shape["heads"] + 2 * shape["kv"]) * d, c), weights(c, shape["heads"] * d), weights(2 * f, c), weights(c, f))
            for _ in range(shape["layers"])
        ]
        self.norm = torch.ones(c, dtype=torch.bfloat16)
        angles = torch.arange(positions)[:, None] * 10000 ** (-torch.arange(0, d, 2) / d)[None]
        self.cos = torch.cat([angles.cos(), angles.cos()], -1).to(torch.bfloat16)
        self.sin = torch.cat([angles.sin(), angles.sin()], -1).to(torch.bfloat16)

    def rotate(self, x, position):
        a, b = x.chunk(2, -1)
        return x * self.cos[position] + torch.cat([-b, a], -1) * self.sin[position]

    def step(self, tokens, position, keys, values):
        heads, kv, dim = self.shape["heads"], self.shape["kv"], self.shape["dim"]
        x = F.embedding(tokens, self.embedding)
        width, batch = x.shape[-1], x.shape[0]
        for i, (qkv, out, gate_up, down) in enumerate(self.layers):
            y = F.linear(F.rms_norm(x, (width,), self.norm), qkv).view(batch, heads + 2 * kv, dim)
            query = self.rotate(y[:, :heads], position)
            keys[i][:, :, position] = self.rotate(y[:, heads : heads + kv], position)
            values[i][:, :, position] = y[:, heads + kv :]
            there = slice(0, position + 1)
            seen = F.scaled_dot_product_attention(
                query.view(batch, kv, heads // kv, dim), keys[i][:, :, there], values[i][:, :, there]
            )
            x = x + F.linear(seen.reshape(batch, heads * dim), out)
            gate, up = F.linear(F.rms_norm(x, (width,), self.norm), gate_up).chunk(2, -1)
            x = x + F.linear(F.silu(gate) * up, down)
        return F.linear(F.rms_norm(x, (width,), self.norm), self.embedding)

    def tokens_per_second(self, batch, tokens):
        size = (batch, self.shape["kv"], PROMPT + tokens, self.shape["dim"])
        keys = [torch.zeros(size, dtype=torch.bfloat16) for _ in self.layers]
        values = [torch.zeros_like(k) for k in keys]
        ids = torch.randint(0, self.shape["vocab"], (batch,))
        begun = time.perf_counter()
        for position in range(PROMPT, PROMPT + tokens):
            scores = self.step(ids, position, keys, values)
            ids = torch.multinomial(torch.softmax(scores.float(), -1), 1)[:, 0]
        return batch * tokens / (time.perf_counter() - begun)


class Generate:
    def __init__(self, shape):
        from transformers import LlamaConfig, LlamaForCausalLM

        config = LlamaConfig(
            vocab_size=shape["vocab"], hidden_size=shape["hidden"], intermediate_size=shape["ffn"],
            num_hidden_layers=shape["layers"], num_attention_heads=shape["heads"], num_key_value_heads=shape["kv"],
            head_dim=shape["dim"], tie_word_embeddings=True, bos_token_id=0, eos_token_id=0, pad_token_id=0,
        )
        self.model = LlamaForCausalLM(config).to(torch.bfloat16).eval()
        self.vocabulary = shape["vocab"]

    def tokens_per_second(self, batch, tokens):
        prompt = torch.randint(1, self.vocabulary, (batch, PROMPT))
        begun = time.perf_counter()
        self.model.generate(
            prompt, attention_mask=torch.ones_like(prompt), do_sample=True, temperature=1.0, top_k=0,
            min_new_tokens=tokens, max_new_tokens=tokens,
        )
        return batch * tokens / (time.perf_counter() - begun)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    parser.add_argument("--shape", choices=SHAPES, default="m17")
    parser.add_argument("--batches", default="1,8,32,128")
    parser.add_argument("--tokens", type=int, default=128)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--repetitions", type=int, default=2, help="of our measurement in a round; more for a warm compiler")
    parser.add_argument("--no-generate", action="store_true", help="leave transformers out")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(0)
    batches = [int(b) for b in arguments.batches.split(",")]
    shape = SHAPES[arguments.shape]
    peers = {"eager": Eager(shape, PROMPT + arguments.tokens)}
    if not arguments.no_generate:
        peers["generate"] = Generate(shape)
    figures = {}
    with torch.inference_mode():
        for name, peer in peers.items():
            peer.tokens_per_second(batches[0], 8)  # the first call of anything is slow
        for i in range(arguments.rounds):
            for name, peer in peers.items():
                for batch in batches:
                    figures.setdefault((name, batch), []).append(peer.tokens_per_second(batch, arguments.tokens))
            which = ["--shape", arguments.shape, "--weights", "bfloat16"]
            own = ours(
                arguments.root, which, batches, 32, arguments.tokens, arguments.threads, arguments.repetitions
            )
            for batch in batches:
                figures.setdefault(("zeroone", batch), []).append(own[("tg", batch)])
            print(f"round {i + 1}: {({k: round(v[-1]) for k, v in figures.items()})}", file=sys.stderr, flush=True)
    print(f"| {arguments.shape}, bfloat16 | peer | zeroone | ratio |\n|---|---:|---:|---:|")
    for (name, batch), theirs in figures.items():
        if name != "zeroone":
            own = figures[("zeroone", batch)]
            ratio = statistics.median(a / b for a, b in zip(own, theirs))
            print(f"| {name}, batch {batch} | {statistics.median(theirs):,.0f} | {statistics.median(own):,.0f} | {ratio:.1f} |")


if __name__ == "__main__":
    main()
