"""Inputs for parsers: what is kept in a corpus, changed at random but always alike for a seed."""

import re
from collections.abc import Iterator, Sequence
from random import Random

LONGEST = 20_000
_NUMBER = re.compile(r"\d+")
_NUMBERS = ("0", "1", "-1", "2147483648", "18446744073709551616", "1e9", "0.5", "00012")
_ODD = ("\x00", "\n", "\r\n", "\r", "\t", "\u2028", "\u202e", "\ufeff", "\ud800", "😀", "é", '"', "\\", "{", "}", "'")


class Mutations:
    """Endless changed inputs: cut, doubled, joined with others, with other numbers, `words` and odd characters."""

    def __init__(self, corpus: Sequence[str], words: Sequence[str], seed: int) -> None:
        self._corpus = corpus
        self._words = (*words, *_ODD)
        self.random = Random(seed)

    def __iter__(self) -> Iterator[str]:
        while True:
            yield self.changed(self.random.choice(self._corpus))

    def changed(self, text: str) -> str:
        """The text with one to four changes."""
        for _ in range(self.random.randint(1, 4)):
            text = self._once(text)
        return text[:LONGEST]

    def _once(self, text: str) -> str:
        random = self.random
        start = random.randint(0, len(text))
        end = min(len(text), start + (random.randint(0, 8) if random.random() < 0.7 else random.randint(0, 400)))
        way = random.randrange(7)
        if way == 0:
            return text[:start] + text[end:]
        if way == 1:
            return text[:end] + text[start:]
        if way == 2:
            return text[:start] + random.choice(self._words) + text[end:]
        if way == 3:
            return text[:start] + random.choice(self._words) + text[start:]
        if way == 4:
            other = random.choice(self._corpus)
            place = random.randint(0, len(other))
            return text[:start] + other[place : place + random.randint(0, 400)] + text[end:]
        if way == 5:
            number = _NUMBER.search(text, start) or _NUMBER.search(text)
            if number is None:
                return text
            return text[: number.start()] + random.choice(_NUMBERS) + text[number.end() :]
        return text[:start]
