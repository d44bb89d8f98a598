"""A tokenizer's vocabulary as bytes, so that a constraint on bytes becomes a mask over tokens.

Knows the two ways in use: byte-level BPE (GPT-2, Qwen, Llama 3, ours) and SentencePiece (Llama 2, Gemma, Mistral).
"""

import json
import re
from collections.abc import Iterable
from typing import Any

import torch

from sleepy_coder.errors import ModelBroken
from sleepy_coder.lm.answer import AND
from sleepy_coder.lm.grammar import Allowed

_BYTE_TOKEN = re.compile("<0x[0-9A-Fa-f]{2}>")


class Vocabulary:
    """Token id ↔ bytes for one tokenizer. `pieces[id]` is None for control tokens other than our marks."""

    def __init__(self, tokenizer: Any, size: int, end: int) -> None:
        """`end` is the token that ends an answer."""
        self.size = size
        self.end = end
        decoder = json.loads(tokenizer.backend_tokenizer.to_str()).get("decoder") or {}
        convert = _byte_level if "ByteLevel" in json.dumps(decoder) else _sentence_piece
        added = {token.content: token for token in tokenizer.added_tokens_decoder.values()}
        self.pieces: list[bytes | None] = [None] * size
        for token, index in tokenizer.get_vocab().items():
            if index >= size:
                continue
            if token in added:
                ours = token.startswith("<|") and token not in tokenizer.all_special_tokens
                self.pieces[index] = token.encode() if ours else None
            else:
                self.pieces[index] = convert(token)
        self._ids: dict[bytes, int] = {}
        bytewise = {index for token, index in tokenizer.get_vocab().items() if _BYTE_TOKEN.fullmatch(token)}
        for index in sorted(range(size), key=bytewise.__contains__):  # a character's own token is what texts have
            piece = self.pieces[index]
            if piece:
                self._ids.setdefault(piece, index)
        self._longest = max((len(piece) for piece in self._ids), default=0)
        self._join = self._ids.get(AND.encode())
        marks = [i for i, piece in enumerate(self.pieces) if piece is None or piece.startswith(b"<|")]
        self._free = torch.zeros(size, dtype=torch.bool)
        self._free[[i for i, piece in enumerate(self.pieces) if piece]] = True
        self._free[marks] = False
        self._masks: dict[Allowed, torch.Tensor] = {}

    def mask(self, allowed: Allowed) -> torch.Tensor:
        """Boolean (size,): the tokens that `allowed` admits. Raises ModelBroken if the tokenizer cannot write any."""
        if allowed not in self._masks:
            if len(self._masks) > 4096:
                self._masks.clear()
            self._masks[allowed] = self._mask(allowed)
        return self._masks[allowed]

    def text(self, ids: Iterable[int]) -> str:
        """What tokens say, from the very bytes that the constraint admitted.

        A tokenizer's own decoder may replace a whole run of byte tokens where one of them is no UTF-8.
        """
        return b"".join(self.pieces[index] or b"" for index in ids).decode("utf-8", "replace")

    def _mask(self, allowed: Allowed) -> torch.Tensor:
        mask = self._free.clone() if allowed.free else torch.zeros(self.size, dtype=torch.bool)
        mask[list(self._prefixes(allowed.literals))] = True
        if allowed.may_join and self._join is not None:
            mask[self._join] = True
        if allowed.may_end:
            mask[self.end] = True
        if not mask.any():
            raise ModelBroken("the model's tokenizer cannot write the answer format; choose another model")
        return mask

    def _prefixes(self, literals: Iterable[bytes]) -> set[int]:
        found = set()
        for literal in literals:
            for length in range(1, min(len(literal), self._longest) + 1):
                index = self._ids.get(literal[:length])
                if index is not None:
                    found.add(index)
        return found


def _byte_level(token: str) -> bytes | None:
    try:
        return bytes(_BYTES[character] for character in token)
    except KeyError:
        return None


def _sentence_piece(token: str) -> bytes | None:
    if _BYTE_TOKEN.fullmatch(token):
        return bytes.fromhex(token[3:5])
    return token.replace("▁", " ").encode()


def _byte_characters() -> dict[str, int]:
    """GPT-2's table: each byte as a printable character."""
    printable = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    table = {chr(byte): byte for byte in printable}
    hidden = (byte for byte in range(256) if byte not in set(printable))
    table.update({chr(256 + rank): byte for rank, byte in enumerate(hidden)})
    return table


_BYTES = _byte_characters()
