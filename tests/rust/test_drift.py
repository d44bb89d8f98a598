"""The drift alarm: silent where rustc words errors as before, loud where it does not."""

import pytest

from sleepy_coder.rust import drift
from sleepy_coder.rust.compiler import Compiler


def test_the_installed_rustc_words_errors_as_the_library_was_keyed(compiler: Compiler) -> None:
    assert set(drift.stored()) == {"rustc", *drift.programs()}
    assert drift.drift(compiler) == ()


def test_programs_that_want_different_repairs_have_different_signatures() -> None:
    keys = [key for name, key in drift.stored().items() if name != "rustc"]
    assert len(set(keys)) == len(keys) >= 15 and all(keys)


def test_another_wording_is_named(compiler: Compiler, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = {**drift.stored(), "moved": "E0382|use of a value that has gone elsewhere"}
    monkeypatch.setattr(drift, "stored", lambda: changed)
    (found,) = drift.drift(compiler)
    assert (found.program, found.stored) == ("moved", changed["moved"]) and found.now.startswith(
        "E0382|borrow of moved"
    )
