"""An error that several targets tell of is told once."""

from pathlib import Path
from types import SimpleNamespace
from typing import cast

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.places import Places
from sleepy_coder.rust.private_copy import PrivateCopy

COPY = SimpleNamespace(prefix="", folder=Path("/copy"), base=Path("/copy"))


def private(message: str, start: int) -> Diagnostic:
    span = Span("src/lib.rs", start, start + 3, 1, 1, start, start + 3, True, f"of {message}", None, None, "hit", False)
    return Diagnostic("E0616", "error", message, (span,), (), "")


def test_an_error_is_told_once_though_one_target_qualifies_the_name_and_another_does_not() -> None:
    places = Places(cast(PrivateCopy, COPY), {"src/lib.rs"})
    told = [
        private("field `n` of struct `Stats` is private", 5),
        private("field `n` of struct `stats::Stats` is private", 5),
    ]
    assert places.distinct((one, True) for one in told) == (told[0],)
    elsewhere = [told[0], private("field `n` of struct `Stats` is private", 9)]
    assert len(places.distinct((one, True) for one in elsewhere)) == 2
