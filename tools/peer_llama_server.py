"""Compares serving with llama.cpp's server: the same weights, prompts, numbers of tokens and client program, in turns.

    python tools/peer_llama_server.py --llama DIR

DIR is a checkout of llama.cpp with build/bin/llama-server. Random weights of a shape are written twice, as GGUF and as a
model directory, with the tokenizer of the bundled model. Both servers stream /v1/completions greedily to many clients at
once; each client asks again as soon as it has its reply. Prints medians of the rounds. Needs Python's standard library
only; nothing of this is needed to use or test ZeroOne.
"""

import argparse
import collections
import json
import os
import pathlib
import random
import re
import selectors
import shutil
import signal
import socket
import statistics
import struct
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

SHAPES = {"m17": dict(vocab=1344, hidden=512, ffn=1024, layers=8, heads=8, kv=2, dim=64)}
CONTEXT = 4096


# ---- The same weights in two formats: bfloat16 bytes, row by row -----------------------------------------------------


def matrix(generator, rows, columns):
    """Numbers of either sign between 1/128 and 1/32, as bfloat16: exponents 0x3c00 to 0x3cff and random mantissas."""
    count = rows * columns
    signs = generator.randbytes(count).translate(bytes(0x3C if b < 128 else 0xBC for b in range(256)))
    data = bytearray(2 * count)
    data[0::2] = generator.randbytes(count)
    data[1::2] = signs
    return (rows, columns), data


def norm(size):
    return (size,), bytearray(b"\x80\x3f" * size)  # ones


def weights_of(shape, silent):
    """Weights by their names in model directories. Tokens in silent have no embedding, so that greedy text avoids them."""
    generator = random.Random(1)
    hidden, q, kv = shape["hidden"], shape["heads"] * shape["dim"], shape["kv"] * shape["dim"]
    embedding = matrix(generator, shape["vocab"], hidden)
    for token in silent:
        embedding[1][token * 2 * hidden : (token + 1) * 2 * hidden] = bytes(2 * hidden)
    weights = {"model.embed_tokens.weight": embedding}
    for i in range(shape["layers"]):
        layer = f"model.layers.{i}."
        weights[layer + "self_attn.q_proj.weight"] = matrix(generator, q, hidden)
        weights[layer + "self_attn.k_proj.weight"] = matrix(generator, kv, hidden)
        weights[layer + "self_attn.v_proj.weight"] = matrix(generator, kv, hidden)
        weights[layer + "self_attn.o_proj.weight"] = matrix(generator, hidden, q)
        weights[layer + "mlp.gate_proj.weight"] = matrix(generator, shape["ffn"], hidden)
        weights[layer + "mlp.up_proj.weight"] = matrix(generator, shape["ffn"], hidden)
        weights[layer + "mlp.down_proj.weight"] = matrix(generator, hidden, shape["ffn"])
        weights[layer + "input_layernorm.weight"] = norm(hidden)
        weights[layer + "post_attention_layernorm.weight"] = norm(hidden)
    weights["model.norm.weight"] = norm(hidden)
    return weights


def silent_tokens(tokenizer, vocab):
    """Those that end a text, are no text, or are no whole character."""
    plain = {i for token, i in tokenizer["model"]["vocab"].items() if all(" " <= c <= "~" for c in token)}
    return [i for i in range(vocab) if i not in plain or i in {t["id"] for t in tokenizer["added_tokens"]}]


def write_directory(directory, shape, weights, bundled):
    for file in ("tokenizer.json", "tokenizer_config.json", "chat_template.jinja", "generation_config.json"):
        shutil.copy(bundled / file, directory / file)
    config = json.loads((bundled / "config.json").read_text())
    config.update(
        vocab_size=shape["vocab"],
        hidden_size=shape["hidden"],
        intermediate_size=shape["ffn"],
        num_hidden_layers=shape["layers"],
        num_attention_heads=shape["heads"],
        num_key_value_heads=shape["kv"],
        head_dim=shape["dim"],
        max_position_embeddings=CONTEXT,
        tie_word_embeddings=True,
        torch_dtype="bfloat16",
    )
    (directory / "config.json").write_text(json.dumps(config, indent=2))
    header, offset = {}, 0
    for name, (dimensions, data) in weights.items():
        header[name] = dict(dtype="BF16", shape=list(dimensions), data_offsets=[offset, offset + len(data)])
        offset += len(data)
    head = json.dumps(header).encode()
    head += b" " * (-len(head) % 8)
    with open(directory / "model.safetensors", "wb") as out:
        out.write(struct.pack("<Q", len(head)))
        out.write(head)
        for _, data in weights.values():
            out.write(data)


# ---- GGUF, version 3 --------------------------------------------------------------------------------------------------

NAMES = {"model.embed_tokens.weight": "token_embd.weight", "model.norm.weight": "output_norm.weight"}
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
UINT32, INT32, FLOAT32, BOOL, STRING, ARRAY = 4, 5, 6, 7, 8, 9
F32, BF16 = 0, 30
ALIGNMENT = 32


def gguf_name(name):
    if name in NAMES:
        return NAMES[name]
    layer, part = re.match(r"model\.layers\.(\d+)\.(.*)\.weight", name).groups()
    return f"blk.{layer}.{PARTS[part]}.weight"


def permuted(dimensions, data, heads):
    """llama.cpp rotates neighbouring elements, Hugging Face elements half a head apart: rows change places."""
    rows, columns = dimensions
    half, width = rows // heads // 2, 2 * columns
    out = bytearray()
    for head in range(heads):
        for row in range(half):
            for part in range(2):
                start = (head * 2 * half + part * half + row) * width
                out += data[start : start + width]
    return out


def widened(data):
    """bfloat16 as float32: two zero bytes below."""
    out = bytearray(2 * len(data))
    out[2::4] = data[0::2]
    out[3::4] = data[1::2]
    return out


def text(value):
    raw = value.encode()
    return struct.pack("<Q", len(raw)) + raw


def entry(key, kind, value):
    packed = {UINT32: "<I", INT32: "<i", FLOAT32: "<f", BOOL: "<?"}
    if kind == STRING:
        return text(key) + struct.pack("<I", STRING) + text(value)
    if isinstance(kind, tuple):
        items = b"".join(text(v) if kind[1] == STRING else struct.pack(packed[kind[1]], v) for v in value)
        return text(key) + struct.pack("<IIQ", ARRAY, kind[1], len(value)) + items
    return text(key) + struct.pack("<I", kind) + struct.pack(packed[kind], value)


def vocabulary(tokenizer, size, end):
    pieces, kinds = [f"<unused{i}>" for i in range(size)], [5] * size  # 5: unused
    for token, i in tokenizer["model"]["vocab"].items():
        pieces[i], kinds[i] = token, 1  # normal
    for token in tokenizer["added_tokens"]:
        pieces[token["id"]], kinds[token["id"]] = token["content"], 3  # control
    merges = [m if isinstance(m, str) else " ".join(m) for m in tokenizer["model"]["merges"]]
    return [
        entry("tokenizer.ggml.model", STRING, "gpt2"),
        entry("tokenizer.ggml.pre", STRING, "gpt-2"),
        entry("tokenizer.ggml.tokens", (ARRAY, STRING), pieces),
        entry("tokenizer.ggml.token_type", (ARRAY, INT32), kinds),
        entry("tokenizer.ggml.merges", (ARRAY, STRING), merges),
        entry("tokenizer.ggml.eos_token_id", UINT32, end),
        entry("tokenizer.ggml.add_bos_token", BOOL, False),
    ]


def write_gguf(file, shape, weights, tokenizer, end):
    entries = [
        entry("general.architecture", STRING, "llama"),
        entry("llama.context_length", UINT32, CONTEXT),
        entry("llama.embedding_length", UINT32, shape["hidden"]),
        entry("llama.block_count", UINT32, shape["layers"]),
        entry("llama.feed_forward_length", UINT32, shape["ffn"]),
        entry("llama.attention.head_count", UINT32, shape["heads"]),
        entry("llama.attention.head_count_kv", UINT32, shape["kv"]),
        entry("llama.attention.key_length", UINT32, shape["dim"]),
        entry("llama.attention.value_length", UINT32, shape["dim"]),
        entry("llama.attention.layer_norm_rms_epsilon", FLOAT32, 1e-5),
        entry("llama.rope.dimension_count", UINT32, shape["dim"]),
        entry("llama.rope.freq_base", FLOAT32, 10000.0),
        entry("llama.vocab_size", UINT32, shape["vocab"]),
        *vocabulary(tokenizer, shape["vocab"], end),
    ]
    tensors, offset = [], 0
    for name, (dimensions, data) in weights.items():
        if "q_proj" in name or "k_proj" in name:
            data = permuted(dimensions, data, shape["heads" if "q_proj" in name else "kv"])
        kind = BF16
        if len(dimensions) == 1:
            kind, data = F32, widened(data)
        tensors.append((gguf_name(name), dimensions, kind, offset, data))
        offset += len(data) + -len(data) % ALIGNMENT
    head = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(entries)) + b"".join(entries)
    for name, dimensions, kind, start, _ in tensors:
        sizes = b"".join(struct.pack("<Q", d) for d in reversed(dimensions))
        head += text(name) + struct.pack("<I", len(dimensions)) + sizes + struct.pack("<IQ", kind, start)
    with open(file, "wb") as out:
        out.write(head + bytes(-len(head) % ALIGNMENT))
        for _, _, _, _, data in tensors:
            out.write(data)
            out.write(bytes(-len(data) % ALIGNMENT))


# ---- The client: one thread, so that it takes little of the cores that the servers work on ------------------------------

FIRST_TEXT = re.compile(rb'"text": ?"(?!")')
WRITTEN = re.compile(rb'"completion_tokens": ?(\d+)')
Figures = collections.namedtuple("Figures", "tokens seconds first")


class Stream:
    """One request on a connection of its own."""

    def __init__(self, port, body):
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.begun = time.perf_counter()
        self.first = None
        self.tail = b""
        head = f"POST /v1/completions HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
        self.socket.sendall(f"{head}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode() + body)
        self.socket.setblocking(False)

    def read(self):
        """False when there is no more."""
        data = self.socket.recv(65536)
        if not data:
            return False
        window = self.tail + data
        if self.first is None and FIRST_TEXT.search(window):
            self.first = time.perf_counter() - self.begun
        self.tail = window[-4096:]
        return True

    def written(self, wanted):
        counts = WRITTEN.findall(self.tail)
        if self.first is None or b"[DONE]" not in self.tail or not counts or int(counts[-1]) != wanted:
            raise SystemExit(f"a stream did not bring {wanted} tokens; it ended with {self.tail[-1000:]!r}")
        return int(counts[-1])


def load(port, bodies, clients, wanted):
    left = collections.deque(bodies)
    first, tokens = [], 0
    with selectors.DefaultSelector() as ready:
        begun = time.perf_counter()

        def ask():
            stream = Stream(port, left.popleft())
            ready.register(stream.socket, selectors.EVENT_READ, stream)

        for _ in range(min(clients, len(bodies))):
            ask()
        while ready.get_map():
            for key, _ in ready.select():
                stream = key.data
                if stream.read():
                    continue
                ready.unregister(stream.socket)
                stream.socket.close()
                tokens += stream.written(wanted)
                first.append(stream.first)
                if left:
                    ask()
        seconds = time.perf_counter() - begun
    return Figures(tokens, seconds, sorted(first))


def body(name, prompt, tokens, **more):
    return dict(
        model=name,
        prompt=prompt,
        max_tokens=tokens,
        temperature=0,
        # Of llama.cpp: no more sampling than the greedy choice, and no cached prompts.
        samplers=["temperature"],
        cache_prompt=False,
        **more,
    )


def streams(name, count, asked, seed):
    generator = random.Random(seed)
    for _ in range(count):
        more = dict(stream=True, stream_options=dict(include_usage=True))
        yield json.dumps(body(name, asked.prompt(name, generator), asked.tokens, **more)).encode()


class Asked:
    """What both servers are asked: random tokens, and the end of the thought that ZeroOne puts behind them by itself."""

    def __init__(self, plain, end_thought, length, tokens):
        self.plain, self.end_thought, self.length, self.tokens = plain, end_thought, length, tokens

    def prompt(self, name, generator):
        prompt = [generator.choice(self.plain) for _ in range(self.length)]
        return prompt + [self.end_thought] if name == "llama" else prompt


def written(name, port, asked, seed):
    content = json.dumps(body(name, asked.prompt(name, random.Random(seed)), asked.tokens)).encode()
    headers = {"Content-Type": "application/json"}
    with urllib.request.urlopen(urllib.request.Request(f"http://127.0.0.1:{port}/v1/completions", content, headers)) as reply:
        return json.load(reply)["choices"][0]["text"]


def require_same_texts(servers, asked):
    """Rounding may part two greedy texts somewhere, but not most of them at their beginning."""
    same = []
    for seed in range(8):
        first, second = (written(name, server.port, asked, seed) for name, server in servers.items())
        same.append(len(os.path.commonprefix([first, second])) / max(1, len(first)))
    print("share of greedy text that agrees: " + ", ".join(f"{s:.2f}" for s in same), file=sys.stderr, flush=True)
    if statistics.median(same) < 0.2:
        raise SystemExit("the servers write different texts: their weights are not the same")


# ---- The servers --------------------------------------------------------------------------------------------------------


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    def __init__(self, command, port, log, environment=None):
        self.port = port
        self.log = log
        with open(log, "wb") as out:
            self.process = subprocess.Popen(
                [str(word) for word in command],
                stdout=out,
                stderr=subprocess.STDOUT,
                env={**os.environ, **(environment or {})},
                start_new_session=True,
            )

    def ready(self):
        for _ in range(1200):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health") as reply:
                    if reply.status == 200:
                        return
            except (urllib.error.URLError, ConnectionError):
                pass
            if self.process.poll() is not None:
                break
            time.sleep(0.25)
        raise SystemExit("a server did not start:\n" + self.log.read_text(errors="replace")[-2000:])

    def stop(self):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(40)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()


def quantile(values, share):
    return values[min(len(values) - 1, int(share * len(values)))]


def measure(servers, arguments, asked):
    rounds = []
    for i in range(-arguments.warmups, arguments.rounds):
        figures = {}
        order = list(servers) if i % 2 == 0 else list(reversed(servers))
        for name in order:
            requests = list(streams(name, arguments.requests, asked, seed=i))
            figures[name] = load(servers[name].port, requests, arguments.clients, arguments.tokens)
        told = ", ".join(
            f"{name} {f.tokens / f.seconds:,.0f} tokens/s, first {1000 * quantile(f.first, 0.5):,.0f} ms p50"
            f" {1000 * quantile(f.first, 0.99):,.0f} ms p99"
            for name, f in figures.items()
        )
        print(f"{'warm-up' if i < 0 else f'round {i + 1}'}: {told}", file=sys.stderr, flush=True)
        if i >= 0:
            rounds.append(figures)
    return rounds


def table(rounds, arguments):
    figures = {
        "tokens/s, all clients": lambda f: f.tokens / f.seconds,
        "time to first token, p50, ms": lambda f: 1000 * quantile(f.first, 0.5),
        "time to first token, p99, ms": lambda f: 1000 * quantile(f.first, 0.99),
    }
    print(f"| {arguments.shape}, bf16, {arguments.clients} clients | llama.cpp | zeroone | ratio |\n|---|---:|---:|---:|")
    for what, of in figures.items():
        theirs = statistics.median(of(r["llama"]) for r in rounds)
        own = statistics.median(of(r["zeroone"]) for r in rounds)
        ratio = statistics.median(of(r["zeroone"]) / of(r["llama"]) for r in rounds)
        print(f"| {what} | {theirs:,.0f} | {own:,.0f} | {ratio:.2f} |")


def main():
    root = pathlib.Path(__file__).resolve().parent.parent
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--llama", type=pathlib.Path, required=True)
    parser.add_argument("--root", type=pathlib.Path, default=root, help="a built checkout of ZeroOne (default: this one)")
    parser.add_argument("--shape", choices=SHAPES, default="m17")
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--requests", type=int, default=128, help="of each round")
    parser.add_argument("--prompt", type=int, default=64, help="tokens of each prompt")
    parser.add_argument("--tokens", type=int, default=128, help="of each reply")
    parser.add_argument("--threads", type=int, default=2, help="of llama.cpp")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--warmups", type=int, default=2, help="rounds that do not count")
    arguments = parser.parse_args()
    shape = SHAPES[arguments.shape]
    bundled = arguments.root / "models/base-tiny"
    tokenizer = json.loads((bundled / "tokenizer.json").read_text())
    end = json.loads((bundled / "config.json").read_text())["eos_token_id"]
    silent = silent_tokens(tokenizer, shape["vocab"])
    plain = sorted(set(range(shape["vocab"])) - set(silent))
    end_thought = next(t["id"] for t in tokenizer["added_tokens"] if t["content"] == "</think>")
    asked = Asked(plain, end_thought, arguments.prompt, arguments.tokens)
    with tempfile.TemporaryDirectory() as scratch:
        place = pathlib.Path(scratch)
        weights = weights_of(shape, silent)
        write_gguf(place / "model.gguf", shape, weights, tokenizer, end)
        (place / "model").mkdir()
        write_directory(place / "model", shape, weights, bundled)
        del weights
        theirs, own = free_port(), free_port()
        each = arguments.prompt + arguments.tokens + 16
        servers = {}
        try:
            servers["llama"] = Server(
                [
                    arguments.llama / "build/bin/llama-server", "-m", place / "model.gguf", "--port", theirs,
                    "-t", arguments.threads, "-np", arguments.clients, "-cb", "-c", arguments.clients * each,
                    "--no-webui", "--log-disable",
                ],
                theirs,
                place / "llama.log",
            )  # fmt: skip
            servers["llama"].ready()
            servers["zeroone"] = Server(
                [
                    arguments.root / "zeroone", "serve", place / "model", "--name", "zeroone", "--port", own,
                    "--weights", "bfloat16", "--state", place / "state", "--quiet",
                ],
                own,
                place / "zeroone.log",
            )  # fmt: skip
            servers["zeroone"].ready()
            require_same_texts(servers, asked)
            rounds = measure(servers, arguments, asked)
        finally:
            for server in servers.values():
                server.stop()
    table(rounds, arguments)


if __name__ == "__main__":
    main()
