"""Episodes without secrets: each one found anywhere is blanked out everywhere, before anything is written.

A blank has the length of what it covers and keeps its punctuation, so that every place (byte, line, column) still fits,
and code that compiled still does.
"""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar, cast

from sleepy_coder.episodes.episode import Episode
from sleepy_coder.episodes.secrets import LEAST, environment_values, find_secrets
from sleepy_coder.rust.source import SourceTree

T = TypeVar("T")
_TOPS = (".git", "Cargo.toml")
_ALNUM = re.compile(r"[^\W_]")
_WORD = re.compile(r"[A-Za-z0-9+/=_\-]{8,}")
_KEPT = frozenset(("id", "episode", "origin", "before_digest", "prompt_digest", "model_digest"))
"""What things are found by: digests look like the work of chance, and so do the paths of some folders, without which
nothing of a repository could be purged."""


def scrub(stored: T, origin: str) -> T:
    """`stored` (an Episode, a Repair, a tuple of what they hold) without secrets; equal to it if there were none.

    `origin` ("crate:PATH", "file:PATH") tells where there may be `.env` files, whose values count as secret: there and
    in the folders above, as far as the workspace or the repository reaches.
    """
    known = frozenset(value for folder in _folders(origin) for value in environment_values(folder))
    secrets = frozenset(secret for text in _texts(stored) for secret in find_secrets(text, known))
    if not secrets:
        return stored
    blank = _Blank(secrets)
    clean = blank.value(stored)
    return cast(T, _relinked(stored, clean, blank) if isinstance(clean, Episode) else clean)


def blanked(text: str, secrets: frozenset[str]) -> str:
    """`text` with each of the secrets blanked out, and each longer part of one that stands alone."""
    return _Blank(secrets).text(text)


def _folders(origin: str) -> list[Path]:
    path = Path(origin.partition(":")[2])
    near = path if path.is_dir() else path.parent
    above = [near, *near.parents]
    tops = [index for index, folder in enumerate(above) if any((folder / mark).exists() for mark in _TOPS)]
    return above[: 1 + max(tops, default=0)]


def _relinked(before: object, clean: Episode, blank: "_Blank") -> Episode:
    """Attempts name the tree that they start from by digest, and blanked trees have other digests."""
    assert isinstance(before, Episode)
    trees = [before.before, *(one.after for one in before.attempts if one.after is not None)]
    digests = {tree.digest: cast(SourceTree, blank.value(tree)).digest for tree in trees}
    attempts = tuple(
        dataclasses.replace(new, before_digest=digests[old.before_digest])
        for old, new in zip(before.attempts, clean.attempts, strict=True)
    )
    return dataclasses.replace(clean, attempts=attempts)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from (*_texts(key), *_texts(item))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _texts(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if field.name not in _KEPT:
                yield from _texts(getattr(value, field.name))


class _Blank:
    """Replaces secrets in everything that a stored value is made of; the longest secret first. Texts that come again,
    as a crate's files do in every tree, are cleaned once."""

    def __init__(self, secrets: frozenset[str]) -> None:
        self._secrets = secrets
        self._cleaned: dict[str, str] = {}
        self._whole = re.compile("|".join(re.escape(one) for one in sorted(secrets, key=len, reverse=True)))

    def text(self, text: str) -> str:
        if text not in self._cleaned:
            whole = self._whole.sub(lambda match: _ALNUM.sub("x", match[0]), text)
            self._cleaned[text] = _WORD.sub(self._part, whole)
        return self._cleaned[text]

    def value(self, value: object) -> object:
        if isinstance(value, str):
            clean = self.text(value)
            return value if clean == value else clean  # an enumeration's member stays one
        if isinstance(value, Mapping):
            return {self.value(key): self.value(item) for key, item in value.items()}
        if isinstance(value, tuple):
            return tuple(self.value(item) for item in value)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            names = [field.name for field in dataclasses.fields(value) if field.init]
            new = {name: self.value(getattr(value, name)) for name in names if name not in _KEPT}
            return dataclasses.replace(value, **new)
        return value

    def _part(self, match: re.Match[str]) -> str:
        """What an edit or a span quotes may be a part of a secret."""
        part = match[0]
        return _ALNUM.sub("x", part) if any(len(part) >= LEAST and part in one for one in self._secrets) else part
