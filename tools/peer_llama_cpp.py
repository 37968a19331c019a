"""Compares the engine with llama.cpp on the same shapes, alternating on the same machine, and prints medians.

    python tools/peer_llama_cpp.py --llama DIR --model models/base-tiny
    python tools/peer_llama_cpp.py --llama DIR --shape m600 --type q8_0

DIR is a built checkout of llama.cpp (build/bin/llama-bench and llama-batched-bench, gguf-py). Needs numpy and safetensors.
A model is exported to GGUF weight by weight; a shape gets random weights on both sides. Nothing of this is needed to use
or test ZeroOne.
"""

import argparse
import csv
import io
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import types

SHAPES = {
    "m17": dict(vocab=1344, hidden=512, ffn=1024, layers=8, heads=8, kv=2, dim=64),
    "m600": dict(vocab=151936, hidden=1024, ffn=3072, layers=28, heads=16, kv=8, dim=128),
}


def read(directory):
    from safetensors.numpy import load_file

    config = json.loads((directory / "config.json").read_text())
    shape = dict(
        vocab=config["vocab_size"],
        hidden=config["hidden_size"],
        ffn=config["intermediate_size"],
        layers=config["num_hidden_layers"],
        heads=config["num_attention_heads"],
        kv=config["num_key_value_heads"],
        dim=config["head_dim"],
    )
    return shape, load_file(directory / "model.safetensors")


def random_weights(shape):
    import numpy

    generator = numpy.random.default_rng(1)

    def matrix(rows, columns):
        return (generator.standard_normal((rows, columns), dtype="float32") * 0.02)

    weights = {"model.embed_tokens.weight": matrix(shape["vocab"], shape["hidden"])}
    for i in range(shape["layers"]):
        layer = f"model.layers.{i}."
        q, kv = shape["heads"] * shape["dim"], shape["kv"] * shape["dim"]
        weights[layer + "self_attn.q_proj.weight"] = matrix(q, shape["hidden"])
        weights[layer + "self_attn.k_proj.weight"] = matrix(kv, shape["hidden"])
        weights[layer + "self_attn.v_proj.weight"] = matrix(kv, shape["hidden"])
        weights[layer + "self_attn.o_proj.weight"] = matrix(shape["hidden"], q)
        weights[layer + "mlp.gate_proj.weight"] = matrix(shape["ffn"], shape["hidden"])
        weights[layer + "mlp.up_proj.weight"] = matrix(shape["ffn"], shape["hidden"])
        weights[layer + "mlp.down_proj.weight"] = matrix(shape["hidden"], shape["ffn"])
        for norm in ("input_layernorm", "post_attention_layernorm"):
            weights[layer + norm + ".weight"] = numpy.ones(shape["hidden"], dtype="float32")
    weights["model.norm.weight"] = numpy.ones(shape["hidden"], dtype="float32")
    return weights


NAMES = {
    "model.embed_tokens.weight": "token_embd.weight",
    "model.norm.weight": "output_norm.weight",
    "lm_head.weight": "output.weight",
}
PARTS = {
    "self_attn.q_proj": "attn_q",
    "self_attn.k_proj": "attn_k",
    "self_attn.v_proj": "attn_v",
    "self_attn.o_proj": "attn_output",
    "mlp.gate_proj": "ffn_gate",
    "mlp.up_proj": "ffn_up",
    "mlp.down_proj": "ffn_down",
    "input_layernorm": "attn_norm",
    "post_attention_layernorm": "ffn_norm",
}


def gguf_name(name):
    if name in NAMES:
        return NAMES[name]
    layer, part = re.match(r"model\.layers\.(\d+)\.(.*)\.weight", name).groups()
    return f"blk.{layer}.{PARTS[part]}.weight"


def permuted(weights, heads):
    """llama.cpp rotates neighbouring elements, Hugging Face elements half a head apart."""
    rows = weights.shape[0]
    return weights.reshape(heads, 2, rows // heads // 2, -1).swapaxes(1, 2).reshape(weights.shape)


def write_gguf(llama, file, shape, weights, kind):
    sys.path.insert(0, str(llama / "gguf-py"))
    absent = types.ModuleType("sentencepiece")  # imported by gguf for vocabularies, of which there is none here
    absent.SentencePieceProcessor = object
    sys.modules.setdefault("sentencepiece", absent)
    import gguf
    import numpy

    formats = {"bf16": gguf.GGMLQuantizationType.BF16, "q8_0": gguf.GGMLQuantizationType.Q8_0}
    writer = gguf.GGUFWriter(file, "llama")
    writer.add_context_length(4096)
    writer.add_embedding_length(shape["hidden"])
    writer.add_block_count(shape["layers"])
    writer.add_feed_forward_length(shape["ffn"])
    writer.add_head_count(shape["heads"])
    writer.add_head_count_kv(shape["kv"])
    writer.add_key_length(shape["dim"])
    writer.add_value_length(shape["dim"])
    writer.add_rope_dimension_count(shape["dim"])
    writer.add_rope_freq_base(10000.0)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(shape["vocab"])
    writer.add_tokenizer_model("no_vocab")
    for name, value in weights.items():
        value = value.astype("float32")
        if "q_proj" in name:
            value = permuted(value, shape["heads"])
        if "k_proj" in name:
            value = permuted(value, shape["kv"])
        if value.ndim == 1:
            writer.add_tensor(gguf_name(name), value)
        else:
            data = gguf.quants.quantize(numpy.ascontiguousarray(value), formats[kind])
            writer.add_tensor(gguf_name(name), data, raw_dtype=formats[kind])
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def run(command):
    environment = {"ZEROONE_JAVA_OPTS": "-Xmx8g", **os.environ}  # random weights of a large shape are made in Java
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, env=environment)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))} failed:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return done.stdout


def peer(llama, file, batches, prompt, tokens, threads, repetitions):
    """Tokens a second by (test, batch)."""
    figures = {}
    rows = run([
        llama / "build/bin/llama-bench", "-m", file, "-t", threads, "-p", prompt, "-n", tokens, "-r", repetitions,
        "-o", "json",
    ])
    for row in json.loads(rows):
        figures[("pp", 1) if row["n_prompt"] else ("tg", 1)] = row["avg_ts"]
    many = [b for b in batches if b > 1]
    if many:
        context = max(many) * (32 + tokens) + 64
        out = run([
            llama / "build/bin/llama-batched-bench", "-m", file, "-t", threads, "-c", context, "-b", 2048, "-ub", 512,
            "-npp", 32, "-ntg", tokens, "-npl", ",".join(map(str, many)),
        ])
        for line in out.splitlines():
            cells = [cell.strip() for cell in line.split("|")[1:-1]]
            if len(cells) >= 8 and cells[0].isdigit():
                figures[("tg", int(cells[2]))] = float(cells[7])
    return figures


def ours(root, arguments, batches, prompt, tokens, threads, repetitions):
    out = run([
        root / "zeroone", "bench", "engine", *arguments, "-p", prompt, "-n", tokens, "-b", ",".join(map(str, batches)),
        "-d", 32, "-r", repetitions, "-t", threads, "-o", "csv",
    ])
    figures = {}
    for row in csv.DictReader(io.StringIO(out)):
        figures[(row["test"][:2], int(row["batch"]))] = float(row["tokens_per_second"])
    return figures


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--llama", type=pathlib.Path, required=True)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    parser.add_argument("--model", type=pathlib.Path)
    parser.add_argument("--shape", choices=SHAPES)
    parser.add_argument("--type", choices=["bf16", "q8_0"], default="bf16")
    parser.add_argument("--batches", default="1,8,32,128")
    parser.add_argument("--prompt", type=int, default=512)
    parser.add_argument("--tokens", type=int, default=128)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--repetitions", type=int, default=2, help="of a measurement in a round, on both sides")
    arguments = parser.parse_args()
    if (arguments.model is None) == (arguments.shape is None):
        parser.error("give either --model or --shape")
    batches = [int(b) for b in arguments.batches.split(",")]
    with tempfile.TemporaryDirectory() as scratch:
        if arguments.model:
            shape, weights = read(arguments.model)
            which = ["--model", arguments.model]
        else:
            shape, weights = SHAPES[arguments.shape], random_weights(SHAPES[arguments.shape])
            which = ["--shape", arguments.shape]
        file = pathlib.Path(scratch) / "model.gguf"
        write_gguf(arguments.llama, file, shape, weights, arguments.type)
        del weights
        which += ["--weights", "int8" if arguments.type == "q8_0" else "bfloat16"]
        rounds = []
        for i in range(arguments.rounds):
            size = (batches, arguments.prompt, arguments.tokens, arguments.threads, arguments.repetitions)
            theirs = peer(arguments.llama, file, *size)
            own = ours(arguments.root, which, *size)
            rounds.append((theirs, own))
            print(f"round {i + 1}: llama.cpp {theirs}\n         zeroone   {own}", file=sys.stderr, flush=True)
    print(f"| {arguments.model or arguments.shape}, {arguments.type} | llama.cpp | zeroone | ratio |\n|---|---:|---:|---:|")
    for key in rounds[0][1]:
        theirs = statistics.median(r[0][key] for r in rounds)
        own = statistics.median(r[1][key] for r in rounds)
        ratio = statistics.median(r[1][key] / r[0][key] for r in rounds)
        print(f"| {key[0]}, batch {key[1]} | {theirs:,.0f} | {own:,.0f} | {ratio:.1f} |")


if __name__ == "__main__":
    main()
