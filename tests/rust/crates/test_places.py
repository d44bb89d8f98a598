"""An error that several targets tell of is told once, and every error of the package has a place in it."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from sleepy_coder.rust.crates.places import Places
from sleepy_coder.rust.crates.private_copy import PrivateCopy
from sleepy_coder.rust.diagnostic import Diagnostic, Span

COPY = SimpleNamespace(start=Path("/copy"), root=Path("/copy"), folder=Path("/copy"), base=Path("/copy"))


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


def test_of_an_error_in_another_packages_macro_the_call_is_the_place() -> None:
    error = private("wrong", 5)
    (body,), call = error.spans, replace(error.spans[0], byte_start=9, is_primary=False, label=None, in_macro=True)
    places = Places(cast(PrivateCopy, COPY), {"src/lib.rs"})
    for file, kept in (("src/lib.rs", 2), ("other/src/lib.rs", 1)):
        told = replace(error, spans=(replace(body, file=file), call))
        (found,) = places.distinct([(told, True)])
        assert len(found.spans) == kept and found.primary is not None
        assert (found.primary.in_macro, len(found.primaries)) == (kept == 1, 1)
