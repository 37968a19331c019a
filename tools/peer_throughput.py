#!/usr/bin/env python3
"""Rollout and training throughput of PyTorch + transformers on the weights and shapes that `./zeroone bench` uses.

Needs torch and transformers; the project itself does not. Prints tokens per second of
  generate: 256 sequences of one prompt length, 128 new tokens each, sampling at T = 1, bfloat16, KV cache;
  training: forward, backward and fused AdamW over right-padded sequences, bfloat16 autocast, float32 weights.
Usage: peer_throughput.py MODEL_DIRECTORY [--threads N]
"""
import argparse
import time

import torch
from transformers import AutoModelForCausalLM


def best(repeats, work):
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("model")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--sequences", type=int, default=256)
    parser.add_argument("--new-tokens", type=int, default=128)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(0)

    sampler = AutoModelForCausalLM.from_pretrained(options.model, dtype=torch.bfloat16).eval()
    vocabulary = sampler.config.vocab_size
    prompts = torch.randint(0, vocabulary, (options.sequences, 11))

    def generate():
        with torch.inference_mode():
            sampler.generate(prompts, attention_mask=torch.ones_like(prompts), do_sample=True, temperature=1.0, top_k=0,
                             min_new_tokens=options.new_tokens, max_new_tokens=options.new_tokens, pad_token_id=0)

    generate()
    seconds = best(3, generate)
    print(f"generate: {options.sequences * options.new_tokens / seconds:,.0f} tokens/s")

    learner = AutoModelForCausalLM.from_pretrained(options.model, dtype=torch.float32).train()
    optimizer = torch.optim.AdamW(learner.parameters(), lr=1e-6, fused=True)
    batch = torch.randint(0, vocabulary, (64, 128))

    def train():
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = learner(input_ids=batch, labels=batch).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learner.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()

    train()
    seconds = best(3, train)
    print(f"training: {batch.numel() / seconds:,.0f} tokens/s")


if __name__ == "__main__":
    main()
