import shutil
from pathlib import Path

import pytest

from sleepy_coder.errors import EnvironmentFault, UsageError
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.toolchain import find_toolchain
from sleepy_coder.tasks.crates import fetched, open_real, real_crate, real_crates


def test_no_crate_is_of_both_splits_and_both_have_enough() -> None:
    names = [crate.name for crate in real_crates()]
    assert len(names) == len(set(names)) == len(real_crates("training")) + len(real_crates("evaluation"))
    assert len(real_crates("training")) >= 8 and len(real_crates("evaluation")) >= 6


def test_unknown_names_and_splits_are_refused_with_what_there_is() -> None:
    with pytest.raises(UsageError, match="smallvec"):
        real_crate("nothing")
    with pytest.raises(UsageError, match="evaluation"):
        real_crates("frozen")


def test_without_apt_the_user_is_told_where_crates_come_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EnvironmentFault, match=r"Debian.*or name a crate of your own"):
        fetched(real_crate("either"), tmp_path)


def test_a_crate_that_is_not_what_was_listed_is_refused(tmp_path: Path) -> None:
    crate = real_crate("either")
    folder = tmp_path / "crates" / f"{crate.name}-{crate.version}" / "src"
    folder.mkdir(parents=True)
    (folder / "lib.rs").write_text("pub fn other() {}\n")
    with pytest.raises(EnvironmentFault, match="not the either"):
        fetched(crate, tmp_path)


@pytest.mark.slow
def test_a_real_crate_is_fetched_and_checks_offline(tmp_path: Path) -> None:
    if shutil.which("apt-get") is None:
        pytest.skip("no apt-get on this machine")
    try:
        fetched(real_crate("either"), tmp_path)
    except EnvironmentFault as fault:
        pytest.skip(str(fault))
    with open_real(real_crate("either"), tmp_path, find_toolchain(), best_sandbox(required=False)) as crate:
        assert crate.check(crate.tree).green
        assert any("cannot be had offline" in note for note in crate.notes)
