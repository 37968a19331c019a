"""Loads a model directory in transformers: proof that what ZeroOne writes, others read.

    python tools/check_transformers.py DIR                          the tokenizer alone, round trip of the sample lines
    python tools/check_transformers.py DIR --text "Use 13, 5 and"   ids of a text
    python tools/check_transformers.py DIR --ids 1,2,3              logits of the ids, as JSON
    python tools/check_transformers.py DIR --chat "Use 13, 5 and"   the rendered chat template and its ids

Needs torch and transformers. Nothing is downloaded.
"""

import argparse
import json
import os

os.environ["HF_HUB_OFFLINE"] = "1"

from transformers import AutoTokenizer  # noqa: E402

SAMPLES = [
    "Use 13, 5 and 8 to make 16.",
    "13*8=104 left 5, 104*5=520 want 16 no. 104+5=109 want 16 no. Wait, 13-8=5 left 5, 5*5=25 want 16 no. 13+8=21 left 5,"
    " 21+5=26 want 16 no. 21-5=16 want 16 yes!",
    "I give up.",
    "Sudoku: 1 _ _ 4 / _ _ 2 _ / _ 3 _ _ / 4 _ _ 1.",
    "Zoë 🙂\n\n\tx  y 12345",
]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory")
    parser.add_argument("--text")
    parser.add_argument("--ids")
    parser.add_argument("--chat")
    arguments = parser.parse_args()

    if arguments.ids:
        import torch
        from transformers import AutoModelForCausalLM

        model = AutoModelForCausalLM.from_pretrained(arguments.directory, dtype=torch.float32)
        ids = torch.tensor([[int(i) for i in arguments.ids.split(",")]])
        with torch.no_grad():
            print(json.dumps(model(ids).logits[0].tolist()))
        return

    tokenizer = AutoTokenizer.from_pretrained(arguments.directory)
    if arguments.chat:
        messages = [{"role": "user", "content": arguments.chat}]
        text = tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True)
        print(json.dumps({"text": text, "ids": tokenizer.encode(text, add_special_tokens=False)}))
        return

    for text in [arguments.text] if arguments.text else SAMPLES:
        ids = tokenizer.encode(text, add_special_tokens=False)
        assert tokenizer.decode(ids) == text, f"{text!r} comes back as {tokenizer.decode(ids)!r}"
        print(json.dumps({"text": text, "ids": ids}))


main()
