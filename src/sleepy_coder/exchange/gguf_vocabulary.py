"""A tokenizer as GGUF stores it: byte-level BPE only, with the name by which llama.cpp knows how it splits text."""

import json
from typing import Any, NamedTuple

import gguf

from sleepy_coder.errors import UsageError

_QWEN2 = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
_LLAMA3 = _QWEN2.replace(r"|\p{N}|", r"|\p{N}{1,3}|")
SPLITS = {_QWEN2: "qwen2", _LLAMA3: "llama-bpe"}
"""A tokenizer's pattern → llama.cpp's name of it. Another pattern would cut text elsewhere, and is refused."""


class GgufVocabulary(NamedTuple):
    """Tokens in the order of their ids, the kind of each (gguf.TokenType), and merges, best first."""

    split: str
    tokens: list[str]
    kinds: list[int]
    merges: list[str]


def vocabulary_of(tokenizer: Any, size: int) -> GgufVocabulary:
    """`size` tokens: the model's rows may be more than the tokenizer's tokens. Raises UsageError."""
    state = json.loads(tokenizer.backend_tokenizer.to_str())
    model = state["model"]
    if model["type"] != "BPE" or "ByteLevel" not in json.dumps(state.get("decoder")):
        raise UsageError("only byte-level BPE tokenizers can be written as GGUF here; export as peft or merged")
    kind = gguf.TokenType
    tokens = [f"[PAD{index}]" for index in range(size)]
    kinds = [int(kind.UNUSED)] * size
    for token, index in model["vocab"].items():
        tokens[index], kinds[index] = token, int(kind.NORMAL)
    for added in state["added_tokens"]:
        tokens[added["id"]] = added["content"]
        kinds[added["id"]] = int(kind.CONTROL if added["special"] else kind.USER_DEFINED)
    merges = [pair if isinstance(pair, str) else " ".join(pair) for pair in model["merges"]]
    return GgufVocabulary(_split(state), tokens, kinds, merges)


def add_vocabulary(writer: Any, tokenizer: Any, size: int, end: int) -> None:
    """Everything about text. `end` is the token that ends an answer, which llama.cpp stops at."""
    vocabulary = vocabulary_of(tokenizer, size)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre(vocabulary.split)
    writer.add_token_list(vocabulary.tokens)
    writer.add_token_types(vocabulary.kinds)
    writer.add_token_merges(vocabulary.merges)
    writer.add_eos_token_id(end)
    if tokenizer.bos_token_id is not None:
        writer.add_bos_token_id(tokenizer.bos_token_id)
    if tokenizer.pad_token_id is not None:
        writer.add_pad_token_id(tokenizer.pad_token_id)
    writer.add_add_bos_token(False)  # the chat template writes it where it belongs
    writer.add_chat_template(tokenizer.chat_template)


def _split(state: dict[str, Any]) -> str:
    before = state.get("pre_tokenizer") or {}
    for part in before.get("pretokenizers", [before]):
        if part.get("type") == "Split":
            pattern = part["pattern"].get("Regex")
            if pattern in SPLITS:
                return SPLITS[pattern]
    raise UsageError("this tokenizer splits text in a way that no GGUF name is known for here; export it as peft")
