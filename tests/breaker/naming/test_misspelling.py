from difflib import SequenceMatcher
from random import Random

from sleepy_coder.breaker.naming.misspelling import RESERVED, misspell


def test_a_typo_is_another_name_that_resembles_the_right_one() -> None:
    rng = Random(1)
    for name in ("total", "x", "id", "word_count", "MAX_SIZE", "Ledger", "i32_value", "items"):
        for _ in range(200):
            made = misspell(name, rng)
            assert made != name and made.isidentifier() and made not in RESERVED
            assert len(name) < 3 or SequenceMatcher(None, name, made).ratio() > 0.4


def test_typos_come_in_many_kinds() -> None:
    rng = Random(2)
    assert len({misspell("ledger_entry", rng) for _ in range(400)}) > 40
