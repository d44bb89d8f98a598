"""A signature as a vector: hashed words of message and label, so that unseen wordings lie near their like."""

import re
import zlib
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sleepy_coder.rust.signature import Signature

WIDTH = 1024
_PIECE = re.compile(r"`[^`]*`|\w+|[^\w\s`]")
_WORD = re.compile(r"\w+|[^\w\s]")

Vector = NDArray[np.float32]


@lru_cache(maxsize=4096)
def features(key: str) -> Vector:
    """The unit vector, shape (WIDTH,), of a signature's key ("CODE|message / label")."""
    found = np.zeros(WIDTH, np.float32)
    for token in _tokens(key):
        place = zlib.crc32(token.encode())
        found[place % WIDTH] += 1.0 if place & 0x80000000 else -1.0
    norm = float(np.linalg.norm(found))
    found /= norm or 1.0
    found.flags.writeable = False
    return found


def _tokens(key: str) -> set[str]:
    found = Signature.of(key)
    message, _, label = found.shape.partition(" / ")
    tokens = {f"code {found.code}"}
    for part, text in (("message", message), ("label", label)):
        pieces = _PIECE.findall(text)
        tokens |= {f"{part} {piece}" for piece in pieces}
        tokens |= {f"{part} {one} {other}" for one, other in pairwise(pieces)}
        for piece in pieces:
            if piece.startswith("`"):
                tokens |= {f"{part} in code {word}" for word in _WORD.findall(piece[1:-1])}
    return tokens
