"""The owner's files: written whole or not at all, and taken back byte for byte."""

import os
import shutil
import stat
from pathlib import Path
from typing import Any

import pytest

from sleepy_coder.agent import undo_log
from sleepy_coder.agent.apply import apply, undo
from sleepy_coder.errors import SpaceProblem, UsageError
from sleepy_coder.rust.source import Edit, SourceTree


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "crate"
    (folder / "src").mkdir(parents=True)
    (folder / "src" / "main.rs").write_bytes(b"\xef\xbb\xbffn main() {\r\n    let a = 1;\r\n}")
    (folder / "src" / "part.rs").write_bytes(b"\tlet b = 2;\n")
    (folder / "src" / "main.rs").chmod(0o755)
    return folder


def read(root: Path) -> SourceTree:
    return SourceTree.read(root / "src" / "main.rs", root / "src" / "part.rs", root=root)


def changed(tree: SourceTree, new: str = "let mut") -> SourceTree:
    return tree.apply([Edit("src/main.rs", 2, 2, "let", new), Edit("src/part.rs", 1, 1, "2", "3")])


def contents(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_only_the_edit_changes_and_undo_restores_every_byte_and_mode(root: Path, tmp_path: Path) -> None:
    original, log = contents(root), tmp_path / "undo"
    before = read(root)
    written = apply(root, before, changed(before), log)
    assert {path.name for path in written} == {"main.rs", "part.rs"}
    now = contents(root)
    assert now.keys() == original.keys()
    assert now["src/main.rs"] == b"\xef\xbb\xbffn main() {\r\n    let mut a = 1;\r\n}"
    assert stat.S_IMODE((root / "src" / "main.rs").stat().st_mode) == 0o755
    undo(log)
    assert contents(root) == original
    assert stat.S_IMODE((root / "src" / "main.rs").stat().st_mode) == 0o755


def test_several_levels_are_undone_one_by_one(root: Path, tmp_path: Path) -> None:
    states, log = [contents(root)], tmp_path / "undo"
    for word in ("let mut", "let ref", "let mut"):
        before = read(root)
        old = next(text for text in ("let mut", "let ref", "let") if text in before.files["src/main.rs"])
        apply(root, before, before.apply([Edit("src/main.rs", 2, 2, old, word)]), log)
        states.append(contents(root))
    for state in reversed(states[:-1]):
        undo(log)
        assert contents(root) == state
    with pytest.raises(UsageError, match="nothing to undo"):
        undo(log)


def test_a_file_changed_since_it_was_read_is_not_overwritten(root: Path, tmp_path: Path) -> None:
    before = read(root)
    (root / "src" / "part.rs").write_text("mine\n")
    kept = contents(root)
    with pytest.raises(UsageError, match="changed since it was read"):
        apply(root, before, changed(before), tmp_path / "undo")
    assert contents(root) == kept


def test_undo_refuses_to_lose_what_the_owner_wrote_after_the_fix(root: Path, tmp_path: Path) -> None:
    before = read(root)
    apply(root, before, changed(before), tmp_path / "undo")
    (root / "src" / "part.rs").write_text("mine\n")
    kept = contents(root)
    with pytest.raises(UsageError, match="changed after the fix"):
        undo(tmp_path / "undo")
    assert contents(root) == kept
    shutil.rmtree(root / "src")
    with pytest.raises(UsageError, match="removed with its folder after the fix") as raised:
        undo(tmp_path / "undo")
    kept_at = Path(str(raised.value).rpartition(" ")[2])
    assert kept_at.read_bytes() == before.files["src/main.rs"].encode()


def test_a_file_that_was_removed_after_the_fix_comes_back(root: Path, tmp_path: Path) -> None:
    before, original = read(root), contents(root)
    apply(root, before, changed(before), tmp_path / "undo")
    (root / "src" / "part.rs").unlink()
    undo(tmp_path / "undo")
    assert contents(root) == original
    assert stat.S_IMODE((root / "src" / "part.rs").stat().st_mode) == (root / "src").stat().st_mode & 0o666


@pytest.mark.parametrize("kind", ["folder", "link"])
def test_undo_writes_over_nothing_that_took_the_place_of_a_file(root: Path, tmp_path: Path, kind: str) -> None:
    before, part = read(root), root / "src" / "part.rs"
    apply(root, before, changed(before), tmp_path / "undo")
    part.unlink()
    if kind == "folder":
        part.mkdir()
    else:
        part.symlink_to("nowhere")
    kept = contents(root)
    with pytest.raises(UsageError, match=r"part\.rs was changed after the fix"):
        undo(tmp_path / "undo")
    assert contents(root) == kept and (part.is_dir() or part.is_symlink())


def test_a_restored_file_goes_again_when_the_next_one_cannot_be_written(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = read(root)
    apply(root, before, changed(before), tmp_path / "undo")
    (root / "src" / "main.rs").unlink()
    kept, real = contents(root), Path.replace

    def failing(self: Path, target: Path) -> Path:
        if target.name == "part.rs":
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(SpaceProblem):
        undo(tmp_path / "undo")
    assert contents(root) == kept


def edited(root: Path, name: str, old: str, new: str, log: Path) -> None:
    tree, line = read(root), 2 if name == "src/main.rs" else 1
    apply(root, tree, tree.apply([Edit(name, line, line, old, new)]), log)


def test_a_change_that_cannot_be_taken_back_bars_no_older_one_elsewhere(root: Path, tmp_path: Path) -> None:
    log, original = tmp_path / "undo", contents(root)
    edited(root, "src/main.rs", "1", "7", log)
    edited(root, "src/part.rs", "2", "8", log)
    (root / "src" / "part.rs").write_text("mine\n")
    with pytest.raises(UsageError, match=r"; `sleepy-coder undo .*/src/main\.rs` takes back an older change") as raised:
        undo(log)
    undo(log, Path(str(raised.value).partition("sleepy-coder undo ")[2].partition("`")[0]))
    assert contents(root) == {**original, "src/part.rs": b"mine\n"}
    with pytest.raises(UsageError, match=r"part\.rs was changed after the fix, .*before$"):
        undo(log)


def test_no_older_change_of_the_same_file_is_offered(root: Path, tmp_path: Path) -> None:
    log = tmp_path / "undo"
    edited(root, "src/part.rs", "2", "8", log)
    tree = read(root)
    apply(root, tree, tree.apply([Edit("src/main.rs", 2, 2, "1", "7"), Edit("src/part.rs", 1, 1, "8", "9")]), log)
    (root / "src" / "main.rs").write_text("mine\n")
    (root / "src" / "part.rs").write_text("\tlet b = 8;\n")  # as the older change left it
    with pytest.raises(UsageError, match=r"\.before$"):
        undo(log)


def test_a_link_out_of_the_tree_is_not_followed(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.rs"
    outside.write_bytes((root / "src" / "part.rs").read_bytes())
    (root / "src" / "part.rs").unlink()
    (root / "src" / "part.rs").symlink_to(outside)
    before = read(root)
    with pytest.raises(UsageError, match="link out of"):
        apply(root, before, changed(before), tmp_path / "undo")
    assert outside.read_bytes() == b"\tlet b = 2;\n"
    assert "let a" in (root / "src" / "main.rs").read_text()


def test_a_read_only_file_leaves_the_whole_tree_untouched(root: Path, tmp_path: Path) -> None:
    before, kept = read(root), contents(root)
    (root / "src" / "part.rs").chmod(0o444)
    with pytest.raises(SpaceProblem, match="read-only"):
        apply(root, before, changed(before), tmp_path / "undo")
    assert contents(root) == kept
    with pytest.raises(UsageError, match="nothing to undo"):
        undo(tmp_path / "undo")


def test_a_read_only_folder_leaves_the_whole_tree_untouched(root: Path, tmp_path: Path) -> None:
    before, kept = read(root), contents(root)
    (root / "src").chmod(0o555)
    try:
        with pytest.raises(SpaceProblem, match="read-only"):
            apply(root, before, changed(before), tmp_path / "undo")
    finally:
        (root / "src").chmod(0o755)
    assert contents(root) == kept


def test_a_full_disk_in_the_middle_leaves_the_old_bytes(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, kept = read(root), contents(root)
    real, calls = Path.replace, []

    def failing(self: Path, target: Path) -> Path:
        if str(target).startswith(str(root)):
            calls.append(target)
            if len(calls) == 2:
                raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(SpaceProblem):
        apply(root, before, changed(before), tmp_path / "undo")
    assert len(calls) == 3  # the second failed, the first was put back
    assert contents(root) == kept


def test_a_kill_between_the_log_and_the_tree_is_harmless(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, original = read(root), contents(root)
    pid = os.fork()
    if pid == 0:
        real = Path.replace

        def dying(self: Path, target: Path) -> Path:
            done = real(self, target)
            if str(target).startswith(str(root)):
                os._exit(9)
            return done

        Path.replace = dying  # type: ignore[method-assign]
        apply(root, before, changed(before), tmp_path / "undo")
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 9
    assert contents(root) != original
    undo(tmp_path / "undo")
    files = {name: content for name, content in contents(root).items() if not name.startswith("src/.")}
    assert files == original


def test_undo_of_a_named_tree_leaves_other_changes_alone(root: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    (other / "src").mkdir(parents=True)
    for name in ("main.rs", "part.rs"):
        (other / "src" / name).write_bytes((root / "src" / name).read_bytes())
    log = tmp_path / "undo"
    for folder in (root, other):
        tree = read(folder)
        apply(folder, tree, changed(tree), log)
    after = contents(other)
    undo(log, root)
    assert contents(other) == after and b"let a" in contents(root)["src/main.rs"]
    with pytest.raises(UsageError, match="nothing to undo"):
        undo(log, root)


def test_a_save_while_the_repair_is_staged_is_not_lost(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, real = read(root), undo_log.keep

    def keeping(*words: Any) -> Path:
        entry = real(*words)
        (root / "src" / "part.rs").write_text("mine\n")
        return entry

    monkeypatch.setattr("sleepy_coder.agent.apply.keep", keeping)
    with pytest.raises(UsageError, match=r"part\.rs changed meanwhile, so nothing was written"):
        apply(root, before, changed(before), tmp_path / "undo")
    now = contents(root)
    assert now.pop("src/part.rs") == b"mine\n" and now == {"src/main.rs": before.files["src/main.rs"].encode()}
    with pytest.raises(UsageError, match="nothing to undo"):
        undo(tmp_path / "undo")


def test_a_save_after_its_file_was_written_outlives_a_failure(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, real = read(root), Path.replace

    def failing(self: Path, target: Path) -> Path:
        if target.name == "part.rs":
            (root / "src" / "main.rs").write_text("mine\n")
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(SpaceProblem):
        apply(root, before, changed(before), tmp_path / "undo")
    assert contents(root)["src/main.rs"] == b"mine\n"


def test_a_repair_that_was_checked_with_other_files_is_not_written(root: Path, tmp_path: Path) -> None:
    before = read(root)
    after = before.apply([Edit("src/main.rs", 2, 2, "let", "let mut")])
    (root / "src" / "part.rs").write_text("mine\n")
    kept = contents(root)
    with pytest.raises(UsageError, match=r"part\.rs changed since it was read, and the repair was checked without"):
        apply(root, before, after, tmp_path / "undo")
    (root / "src" / "part.rs").unlink()
    with pytest.raises(UsageError, match=r"part\.rs is gone"):
        apply(root, before, after, tmp_path / "undo")
    assert contents(root) == {name: text for name, text in kept.items() if name != "src/part.rs"}


def test_the_entries_of_one_run_are_taken_back_together(root: Path, tmp_path: Path) -> None:
    log, states = tmp_path / "undo", [contents(root)]
    for run, name, old, new in (
        ("", "src/part.rs", "2", "3"),
        ("r", "src/main.rs", "1", "4"),
        ("", "src/part.rs", "3", "5"),
        ("r", "src/part.rs", "5", "6"),
        ("r", "src/part.rs", "6", "7"),
    ):
        tree, line = read(root), 2 if name == "src/main.rs" else 1
        apply(root, tree, tree.apply([Edit(name, line, line, old, new)]), log, run)
        states.append(contents(root))
    assert len(undo(log)) == 2
    assert contents(root) == {**states[0], "src/part.rs": states[3]["src/part.rs"]}
    assert undo(log) == undo(log) == (root / "src" / "part.rs",)
    assert contents(root) == states[0]


def test_of_a_run_a_named_part_can_be_taken_back_alone(root: Path, tmp_path: Path) -> None:
    log, original = tmp_path / "undo", contents(root)
    for name, line, old, new in (("src/main.rs", 2, "1", "4"), ("src/part.rs", 1, "2", "3")):
        tree = read(root)
        apply(root, tree, tree.apply([Edit(name, line, line, old, new)]), log, "r")
    assert undo(log, root / "src" / "main.rs") == (root / "src" / "main.rs",)
    assert undo(log) == (root / "src" / "part.rs",)
    assert contents(root) == original


def test_entries_of_before_there_were_runs_are_taken_back_one_by_one(root: Path, tmp_path: Path) -> None:
    log, states = tmp_path / "undo", [contents(root)]
    for old, new in (("1", "2"), ("2", "3")):
        edited(root, "src/main.rs", old, new, log)
        states.append(contents(root))
    for record in log.glob("*/record.json"):
        record.write_text(record.read_text().replace(',"run":""', ""))
    for state in (states[1], states[0]):
        undo(log)
        assert contents(root) == state


def test_a_number_that_another_process_took_meanwhile_is_passed_over(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log, original = tmp_path / "undo", contents(root)
    edited(root, "src/main.rs", "1", "2", log)
    with monkeypatch.context() as patched:
        patched.setattr(undo_log, "_entries", lambda folder: [])
        edited(root, "src/main.rs", "2", "3", log)
    undo(log)
    undo(log)
    assert contents(root) == original


def test_a_run_counts_as_one_of_the_levels_that_are_kept(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undo_log, "LEVELS_KEPT", 1)
    log = tmp_path / "undo"
    edited(root, "src/main.rs", "1", "2", log)
    kept = contents(root)
    for old, new in (("2", "3"), ("3", "4"), ("4", "5")):
        tree = read(root)
        apply(root, tree, tree.apply([Edit("src/main.rs", 2, 2, old, new)]), log, "r")
    undo(log)
    assert contents(root) == kept
    with pytest.raises(UsageError, match="nothing to undo"):
        undo(log)


def test_a_file_of_two_names_gets_one_text_or_none(root: Path, tmp_path: Path) -> None:
    part = root / "src" / "part.rs"
    (root / "src" / "main.rs").unlink()
    (root / "src" / "main.rs").symlink_to("part.rs")
    before = read(root)
    both = [Edit(name, 1, 1, "2", "3") for name in before.files]
    with pytest.raises(UsageError, match=r"part\.rs has several names in .*: mend that file by hand"):
        apply(root, before, before.apply([both[0], Edit("src/part.rs", 1, 1, "2", "4")]), tmp_path / "undo")
    assert part.read_bytes() == b"\tlet b = 2;\n"
    assert apply(root, before, before.apply(both), tmp_path / "undo") == (part,)
    assert part.read_bytes() == b"\tlet b = 3;\n"
    undo(tmp_path / "undo")
    assert part.read_bytes() == b"\tlet b = 2;\n"
