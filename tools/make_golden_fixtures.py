"""Writes the tiny random Llama directories that the model tests compare themselves with.

    python tools/make_golden_fixtures.py

Needs torch and transformers. Each directory of model/src/test/resources/golden holds what transformers saves (config.json,
generation_config.json, model.safetensors) and golden.json: input_ids [2 x 17], the logits [2 x 17 x vocabulary] that
transformers computes for them in float32, and the 12 tokens that greedy decoding appends to each row.
"""

import json
from pathlib import Path

import torch
from transformers import GenerationConfig, LlamaConfig, LlamaForCausalLM

GOLDEN = Path(__file__).resolve().parent.parent / "model/src/test/resources/golden"
SHARED = dict(
    vocab_size=64, num_hidden_layers=2, max_position_embeddings=128, bos_token_id=None, eos_token_id=62, pad_token_id=63)
FIXTURES = {
    "tied": (torch.float32, dict(
        hidden_size=32, intermediate_size=48, num_attention_heads=4, num_key_value_heads=1, head_dim=8,
        rms_norm_eps=1e-5, rope_theta=10000.0, tie_word_embeddings=True)),
    "untied": (torch.float32, dict(
        hidden_size=48, intermediate_size=56, num_attention_heads=4, num_key_value_heads=2, head_dim=16,
        rms_norm_eps=1e-6, rope_theta=500000.0, tie_word_embeddings=False)),
    "bfloat16": (torch.bfloat16, dict(
        hidden_size=32, intermediate_size=48, num_attention_heads=2, num_key_value_heads=2, head_dim=16,
        rms_norm_eps=1e-5, rope_theta=10000.0, tie_word_embeddings=True)),
}


def write(name, dtype, shape):
    torch.manual_seed(20)
    model = LlamaForCausalLM(LlamaConfig(**SHARED, **shape)).eval()
    with torch.no_grad():
        for key, weight in model.named_parameters():
            # Norms away from one and weights away from zero, so that no part can be left out unseen.
            weight.copy_(1 + 0.3 * torch.randn_like(weight) if "norm" in key else 0.15 * torch.randn_like(weight))
    model.to(dtype)
    model.generation_config = GenerationConfig(eos_token_id=62, pad_token_id=63)
    directory = GOLDEN / name
    model.save_pretrained(directory)

    # Read again, as others will: a model that was cast keeps the rotary frequencies of its old type.
    model = LlamaForCausalLM.from_pretrained(directory, dtype=torch.float32).eval()
    input_ids = torch.randint(0, 62, (2, 17))
    with torch.no_grad():
        logits = model(input_ids).logits
        greedy = input_ids
        for _ in range(12):
            greedy = torch.cat([greedy, model(greedy).logits[:, -1:].argmax(-1)], dim=1)
    golden = {
        "input_ids": input_ids.tolist(),
        "greedy": greedy[:, 17:].tolist(),
        "logits": [[[float(f"{x:.9g}") for x in row] for row in sequence] for sequence in logits.tolist()],
    }
    (directory / "golden.json").write_text(json.dumps(golden, separators=(",", ":")) + "\n")
    size = sum(file.stat().st_size for file in directory.iterdir())
    assert size < 200_000, f"{directory} has {size} bytes: make the fixture smaller"
    print(f"{directory}: {size} bytes, logits in [{logits.min():.2f}, {logits.max():.2f}]")


for fixture, (weight_dtype, config) in FIXTURES.items():
    write(fixture, weight_dtype, config)
