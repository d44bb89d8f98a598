"""`fix` and `undo` as a user calls them, on real rustc and cargo."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.errors import UsageError

Call = Callable[..., Any]  # the fixture `call`: status, out, err

BROKEN = 'fn main() {\n    let n = 1;\n    n += 1;\n    println!("{}", n);\n}\n'
HOPELESS = 'fn main() {\n    let v = vec![1];\n    let i: i128 = 0;\n    println!("{}", v[i]);\n}\n'


def file(tmp_path: Path, text: str | bytes = BROKEN, name: str = "a.rs") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


@pytest.fixture
def crate(tmp_path: Path) -> Path:
    folder = tmp_path / "shop"
    (folder / "src").mkdir(parents=True)
    (folder / "Cargo.toml").write_text('[package]\nname = "shop"\nversion = "0.1.0"\nedition = "2021"\n')
    (folder / "src" / "main.rs").write_text('mod till;\n\nfn main() {\n    println!("{}", till::sum(2, 3));\n}\n')
    till = "pub fn sum(a: i32, b: i32) -> i32 {\n    let total = a;\n    total += b;\n    total\n}\n"
    tests = "\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn sums() {\n        assert_eq!(super::sum(2, 3), 5);\n"
    (folder / "src" / "till.rs").write_text(till + tests + "    }\n}\n")
    return folder


def test_a_file_is_mended_shown_and_not_written(call: Call, tmp_path: Path) -> None:
    path = file(tmp_path)
    said = call("fix", path, "--stages", "0")
    assert said.status == 0 and "+    let mut n = 1;" in said.out and "FIXED" in said.err
    assert path.read_text() == BROKEN


def test_json_says_all_that_happened(call: Call, tmp_path: Path) -> None:
    answer = json.loads(call("fix", file(tmp_path), "--json").out)
    assert answer["schema"] == "sleepy-coder/fix/1" and answer["verdict"] == "FIXED"
    assert (answer["fixed"], answer["advanced"], answer["remaining"]) == (1, 0, 0)
    (error,) = answer["errors"]
    assert (error["code"], error["file"], error["line"], error["stage"], error["verdict"]) == (
        "E0384",
        "a.rs",
        3,
        0,
        "FIXED",
    )
    assert error["seconds"] > 0 and answer["diff"].startswith("diff --git a/a.rs b/a.rs")


def test_apply_writes_and_undo_restores_every_byte(call: Call, tmp_path: Path) -> None:
    original = ("\ufeff" + BROKEN.replace("\n", "\r\n").removesuffix("\r\n")).encode()
    path = file(tmp_path, original)
    said = call("fix", path, "--apply", "--stages", "0")
    assert said.status == 0 and path.read_bytes() == original.replace(b"let n", b"let mut n")
    assert call("fix", path).status == 0 and "nothing to fix" in call("fix", path).err
    assert call("undo").status == 0 and path.read_bytes() == original
    assert call("undo").status == 2


def test_mixed_line_endings_stay_where_they_are(call: Call, tmp_path: Path) -> None:
    text = (
        "fn main() {\n    let fast = std::env::args().count() > 1;\n    if fast {\n"
        '        println!("fast");\r\n        let step = 2;\n    } else {\n        let step = 1;\n    }\n'
        '    println!("{}", step);\n}\n'
    )
    path = file(tmp_path, text)
    said = call("fix", path, "--stages", "0", "--apply")
    assert said.status == 0 and "FIXED" in said.err and "written: " in said.err
    declared = text.replace("let step", "step").replace("    if", "    let step;\n    if")
    assert path.read_bytes() == declared.encode()


def test_a_folder_above_the_crate_may_be_named_oddly(call: Call, crate: Path, tmp_path: Path) -> None:
    odd = tmp_path / "a\\b\nc"
    odd.mkdir()
    crate.rename(odd / "shop")
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    diff = call("fix", odd / "shop", "--stages", "0").out
    subprocess.run(["git", "apply", "--check", "-"], input=diff, text=True, cwd=tmp_path, check=True)
    said = call("fix", odd / "shop", "--stages", "0", "--apply")
    assert said.status == 0 and "let mut total" in (odd / "shop" / "src" / "till.rs").read_text()


@pytest.mark.parametrize("command", ["fix", "watch"])
def test_nothing_is_written_that_cannot_be_told(
    command: str, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*words: Any, **named: Any) -> None:
        raise UsageError("cannot be told")

    monkeypatch.setattr(f"sleepy_coder.cli.{command}.report", failing)
    path = file(tmp_path)
    said = call(command, path, "--stages", "0", "--apply")
    assert said.status == 2 and "cannot be told" in said.err and path.read_text() == BROKEN
    assert call("undo").status == 2


def test_watch_sees_saves_before_it_looks_and_learns_nothing_from_what_it_wrote(
    call: Call, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, seen = file(tmp_path), []

    def saves(place: Path) -> Iterator[None]:
        for _ in range(2):
            seen.append(place.read_text())
            yield None

    monkeypatch.setattr("sleepy_coder.cli.watch.saves", saves)
    said = call("watch", path, "--stages", "0", "--apply")
    assert said.status == 0 and "a.rs: all green\n" in said.err
    assert seen == [BROKEN, BROKEN.replace("let n", "let mut n")]
    with EpisodeStore(home / "episodes.db") as store:
        assert store.count() == 1 and not store.repairs()


def test_the_diff_of_a_crate_is_taken_by_git_from_the_top_of_the_repository(
    call: Call, crate: Path, tmp_path: Path
) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    diff = call("fix", crate, "--stages", "0").out
    subprocess.run(["git", "apply", "-"], input=diff, text=True, cwd=tmp_path, check=True)
    assert "let mut total" in (crate / "src" / "till.rs").read_text()
    assert call("fix", crate, "--test").status == 0


def test_a_crate_is_mended_where_its_tests_decide(call: Call, crate: Path) -> None:
    said = call("fix", crate, "--stages", "0", "--test", "--apply", "--json")
    answer = json.loads(said.out)
    assert said.status == 0 and answer["evidence"] == "the tests pass"
    assert answer["applied"] == [str(crate / "src" / "till.rs")]
    assert {path.name for path in crate.iterdir()} == {"Cargo.toml", "src"}


@pytest.fixture
def workspace(crate: Path) -> Path:
    """The member `shop`, in the folder a-shop, needs the member `base`; both have an error that rustc can mend."""
    root = crate.parent / "work"
    root.mkdir()
    crate.rename(root / "a-shop")
    base = root / "base" / "src" / "lib.rs"
    base.parent.mkdir(parents=True)
    base.write_text("pub fn two() -> i32 {\n    let b = 1;\n    b += 1;\n    b\n}\n")
    (root / "base" / "Cargo.toml").write_text('[package]\nname = "base"\nversion = "0.1.0"\nedition = "2021"\n')
    with (root / "a-shop" / "Cargo.toml").open("a") as manifest:
        manifest.write('[dependencies]\nbase = { path = "../base" }\n')
    (root / "Cargo.toml").write_text('[workspace]\nmembers = ["*"]\nresolver = "2"\n')
    return root


def contents(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_of_a_workspace_every_member_is_mended_those_that_others_need_first(call: Call, workspace: Path) -> None:
    before = contents(workspace)
    said = call("fix", workspace, "--stages", "0", "--apply", "--json")
    answer = json.loads(said.out)
    assert said.status == 0 and [one["subject"] for one in answer["members"]] == ["base", "shop"], answer
    assert all(one["verdict"] == "FIXED" for one in answer["members"])
    assert "a/base/src/lib.rs" in answer["members"][0]["diff"]
    assert call("undo").status == 0, "one call for all that one call wrote"
    assert contents(workspace) == before
    with (workspace / "base" / "Cargo.toml").open("a") as manifest:
        manifest.write('[dependencies]\nno-such-crate-anywhere = "1"\n')
    said = call("fix", workspace, "--stages", "0")
    assert said.status == 3 and "base: " in said.err and "shop" in said.err


def test_what_is_shown_of_a_workspace_is_what_would_be_written(call: Call, workspace: Path) -> None:
    before = contents(workspace)
    shown = call("fix", workspace, "--stages", "0")
    assert shown.status == 0 and "base: FIXED" in shown.err and "shop: FIXED" in shown.err
    assert contents(workspace) == before
    assert not json.loads(call("status", "--json").out)["waiting"]
    subprocess.run(["git", "apply", "-"], input=shown.out, text=True, cwd=workspace, check=True)
    patched = contents(workspace)
    for path, data in before.items():
        path.write_bytes(data)
    written = call("fix", workspace, "--stages", "0", "--apply")
    assert written.out == shown.out and contents(workspace) == patched
    assert "nothing to fix" in call("fix", workspace, "--stages", "0").err


def test_what_was_shown_of_another_member_is_not_there_when_one_is_named(call: Call, workspace: Path) -> None:
    assert call("fix", workspace, "--stages", "0").status == 0
    for _ in range(2):
        said = call("fix", workspace / "a-shop")  # nobody is asked about what cannot be mended here: there is no model
        assert (
            said.status == 1 and "base/src/lib.rs:3: E0384" in said.err and "files that this leaves alone" in said.err
        )


def test_an_error_of_another_member_is_not_stored_as_this_ones(call: Call, workspace: Path) -> None:
    (workspace / "base" / "src" / "lib.rs").write_text(HOPELESS.replace("fn main", "pub fn two"))
    said = call("fix", workspace, "--stages", "0")
    assert said.status == 1 and "shop: not fixed" in said.err and "mend it there first" in said.err
    answer = json.loads(call("status", "--json").out)
    assert answer["episodes"] == 1 and [group["count"] for group in answer["waiting"]] == [1]


def test_each_member_of_a_workspace_is_worked_on_by_its_own_settings(call: Call, workspace: Path) -> None:
    (workspace / "sleepy.toml").write_text("stages = [0]\n")
    (workspace / "base" / "sleepy.toml").write_text("stages = [2]\n")
    said = call("fix", workspace)
    assert said.status == 3 and "base: " in said.err and "base: FIXED" not in said.err, "its model is not there"
    (workspace / "base" / "sleepy.toml").write_text("stages = [0]\n")
    (workspace / "a-shop" / "sleepy.toml").write_text("no_such_word = 1\n")
    said = call("fix", workspace)
    assert said.status == 2 and "base: FIXED" in said.err and "a-shop/sleepy.toml" in said.err
    (workspace / "a-shop" / "sleepy.toml").write_text("stages = [0]\n")
    assert call("fix", workspace).status == 0


@pytest.mark.parametrize("command", ["fix", "watch"])
def test_an_edition_is_of_a_single_file_and_one_that_exists(
    command: str, call: Call, crate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sleepy_coder.cli.watch.saves", lambda place: iter([None]))
    for place in (crate, crate / "Cargo.toml", crate / "src" / "main.rs"):
        said = call(command, place, "--stages", "0", "--edition", "2017")
        assert said.status == 2 and "--edition is of a single file" in said.err and said.err.count("\n") == 1
    said = call(command, file(crate.parent), "--stages", "0", "--edition", "2017")
    assert said.status == 2 and "2015, 2018, 2021, 2024" in said.err and said.err.count("\n") == 1


def test_a_linked_file_is_mended_shown_and_restored_as_what_it_leads_to(
    call: Call, crate: Path, tmp_path: Path
) -> None:
    real, link = crate / "common" / "till.rs", crate / "src" / "till.rs"
    real.parent.mkdir()
    before = link.read_bytes()
    link.rename(real)
    link.symlink_to("../common/till.rs")
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    diff = call("fix", crate, "--stages", "0").out
    subprocess.run(["git", "apply", "-"], input=diff, text=True, cwd=tmp_path, check=True)
    assert "let mut total" in real.read_text()
    real.write_bytes(before)
    assert call("fix", crate, "--stages", "0", "--apply").status == 0 and "let mut total" in real.read_text()
    assert call("undo").status == 0 and real.read_bytes() == before and link.is_symlink()


def test_a_folder_within_a_crate_stands_for_it_as_with_cargo(call: Call, crate: Path) -> None:
    (crate / "docs" / "more").mkdir(parents=True)
    assert "shop: FIXED" in call("fix", crate / "docs" / "more", "--stages", "0").err


def test_what_a_repair_would_lose_is_said_in_a_crate_as_in_a_file(call: Call, crate: Path, tmp_path: Path) -> None:
    lost = "pub fn sum(a: i32, b: i32) {\n    a += b;\n}\n"
    (crate / "src" / "till.rs").write_text(lost)
    (tmp_path / "till.rs").write_text(lost)
    for place in (crate, tmp_path / "till.rs"):
        said = call("fix", place, "--stages", "0")
        assert said.status == 1 and "`a` is assigned to, but never used" in said.err and not said.out


def test_what_is_wrong_in_a_build_script_is_said_with_its_place(call: Call, crate: Path) -> None:
    (crate / "build.rs").write_text("fn main() {\n    let\n}\n")
    said = call("fix", crate)
    assert said.status == 1 and "build.rs:3: error" in said.err and "mend it there first" in said.err


def test_tests_that_were_not_looked_at_are_spoken_of(call: Call, crate: Path) -> None:
    till = crate / "src" / "till.rs"
    till.write_text(till.read_text().replace("sum(2, 3)", "sum(2)"))
    assert "mended, it compiles; --test looks at tests" in call("fix", crate, "--stages", "0").err
    till.write_text(till.read_text().replace("let total", "let mut total"))
    assert "--test looks at tests" in call("fix", crate).err
    assert call("fix", crate, "--stages", "0", "--test").status == 1
    till.write_text("pub fn sum(a: i32, b: i32) -> i32 {\n    a + b\n}\n")
    assert "--test" not in call("fix", crate).err


def test_where_only_tests_could_tell_the_flag_that_asks_them_is_named(call: Call, tmp_path: Path) -> None:
    body = "    let n = a.max(b + a.min(7);\n    n\n}\n\n#[test]\nfn both() {\n    assert_eq!(sum(5, 2), 10);\n}\n"
    file = tmp_path / "sum.rs"
    file.write_text("pub fn sum(a: i32, b: i32) -> i32 {\n" + body)
    doubtful = call("fix", file, "--stages", "0")
    assert doubtful.status == 1 and "--test lets the tests that are there tell" in doubtful.err
    told = call("fix", file, "--stages", "0", "--test")
    assert told.status == 0 and "+    let n = a.max(b) + a.min(7);" in told.out


def test_what_is_left_is_told_with_its_line_in_the_owners_file(call: Call, tmp_path: Path) -> None:
    text = HOPELESS.replace("    let v", "    let m: HashMap<u8, u8> = HashMap::new();\n    drop(m);\n    let v")
    path = file(tmp_path, text)
    assert re.search("a.rs:6: E0277 .*: left, nobody had a proposal\n", call("fix", path, "--stages", "0").err)
    left = json.loads(call("fix", path, "--stages", "0", "--json").out)["errors"][-1]
    assert (left["code"], left["line"]) == ("E0277", 6)
    assert "a.rs:8: E0277" in call("fix", path, "--stages", "0", "--apply", "--partial").err
    assert path.read_text().splitlines()[7] == text.splitlines()[5]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("/// Called from fn main.\npub fn f() -> i32 {\n    let n = 1;\n    n += 1;\n    n\n}\n", 0),
        ("pub fn f() {}\n\nfn main () {\n    let n = 1;\n    n += 1;\n    drop(n);\n}\n", 0),
        ("fn f() {\n    let a = (1;\n    a!(\n\nfn main() {\n}\n", 1),
    ],
)
def test_a_file_is_a_program_if_it_has_a_main(text: str, status: int, call: Call, tmp_path: Path) -> None:
    said = call("fix", file(tmp_path, text), "--stages", "0")
    assert said.status == status and "E0601" not in said.err


def test_the_modules_of_a_program_without_a_crate_are_mended_with_it(call: Call, tmp_path: Path) -> None:
    text = "pub fn f() -> i32 {\n    let n = 1;\n    n += 1;\n    n\n}\n"
    main = file(tmp_path, 'mod a;\n\nfn main() {\n    println!("{}", a::b::f());\n}\n', "main.rs")
    file(tmp_path, "pub mod b;\n", "a.rs")
    (tmp_path / "a").mkdir()
    inner = file(tmp_path / "a", text, "b.rs")
    assert call("fix", main, "--stages", "0", "--apply").status == 0
    assert "let mut n" in inner.read_text()
    assert call("undo").status == 0 and inner.read_text() == text
    main.rename(tmp_path / "tool.rs")
    said = call("fix", tmp_path / "tool.rs", "--stages", "0")
    assert said.status == 2 and "call it main.rs" in said.err


def test_odd_names_end_in_one_sentence(call: Call, crate: Path, tmp_path: Path) -> None:
    odd = crate / "src" / b"\xff.rs".decode(errors="surrogateescape")
    odd.touch()
    said = call("fix", crate, "--stages", "0")
    assert said.status == 2 and "is not UTF-8: rename it" in said.err
    odd.unlink()
    (tmp_path / "round").symlink_to("round")
    for command in ("fix", "trust", "undo"):
        said = call(command, tmp_path / "round")
        assert said.status == 2 and said.err.count("\n") == 1
    assert call("fix", crate, "--stages", "0", "--apply").status == 0
    assert "`undo` without a path" in call("undo", tmp_path / "round").err


def test_a_path_that_is_not_utf8_is_refused_before_anything_is_stored(
    call: Call, crate: Path, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = tmp_path / b"caf\xe9".decode(errors="surrogateescape")
    crate.rename(odd)
    monkeypatch.chdir(odd)
    for words in (("fix", odd), ("fix", odd, "--json"), ("trust", odd), ("fix", "."), ("trust", ".")):
        said = call(*words)
        assert said.status == 2 and "caf\\udce9 is not UTF-8: rename it" in said.err and said.err.count("\n") == 1
    assert not (home / "trusted.json").exists()


@pytest.mark.parametrize("name", ["pipe", "pipe.rs", "Cargo.toml"])
def test_a_pipe_is_no_file(call: Call, tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    said = call("fix", tmp_path / name)
    assert said.status == 2 and "is no plain file: name a crate's folder or a .rs file" in said.err


def test_a_file_that_is_named_like_a_flag_is_mended(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("-x.rs", "@x.rs"):
        path = file(tmp_path, name=name)
        said = call("fix", "--stages", "0", "--apply", "--", name)
        assert said.status == 0 and "let mut n" in path.read_text() and f"a/{name}" in said.out


def test_a_file_that_the_compiler_dies_of_teaches_nothing(call: Call, tmp_path: Path) -> None:
    path = file(tmp_path, "fn main() { let _ = " + "(" * 100_000 + ")" * 100_000 + "; }")
    said = call("fix", path, "--stages", "0")
    assert said.status == 3 and "nothing can be said of a.rs: the compiler ended with status" in said.err
    assert "episodes   0" in call("status").out


def test_an_empty_program_ends_with_1(call: Call, crate: Path) -> None:
    (crate / "src" / "main.rs").write_text("")
    said = call("fix", crate, "--stages", "0")
    assert said.status == 1 and "E0601" in said.err


def test_tests_that_are_not_there_are_not_said_to_pass(call: Call, crate: Path) -> None:
    (crate / "src" / "till.rs").write_text("pub fn sum(a: i32, b: i32) -> i32 {\n    a + b\n}\n")
    said = call("fix", crate, "--stages", "0", "--test")
    assert said.status == 0 and "tests pass" not in said.err and "no tests" in said.err


def test_tests_without_a_harness_are_said_to_pass(call: Call, crate: Path) -> None:
    with (crate / "Cargo.toml").open("a") as manifest:
        manifest.write('[[test]]\nname = "own"\nharness = false\n')
    (crate / "src" / "till.rs").write_text("pub fn sum(a: i32, b: i32) -> i32 {\n    a + b\n}\n")
    (crate / "tests").mkdir()
    (crate / "tests" / "own.rs").write_text('fn main() {\n    println!("fine");\n}\n')
    said = call("fix", crate, "--test", "--stages", "0")
    assert said.status == 0 and "the tests pass" in said.err and "no tests" not in said.err
    (crate / "tests" / "own.rs").write_text("fn main() {\n    panic!();\n}\n")
    assert call("fix", crate, "--test", "--stages", "0").status == 1


def test_a_named_file_that_nothing_compiles_is_not_said_to_be_fine(call: Call, crate: Path) -> None:
    with (crate / "Cargo.toml").open("a") as manifest:
        manifest.write('[features]\nextra = []\n[[bin]]\nname = "t"\nrequired-features = ["extra"]\n')
    for name in ("src/bin/t.rs", "tests/it.rs", "benches/slow.rs"):
        (crate / name).parent.mkdir(exist_ok=True)
        (crate / name).write_text("fn main() {\n    let x: u8 = true;\n}\n")
    for name, words in (("src/bin/t.rs", "features"), ("tests/it.rs", "--test"), ("benches/slow.rs", "benches")):
        said = call("fix", crate / name, "--stages", "0")
        assert said.status == 1 and f"{name} was not compiled" in said.err and words in said.err
        answer = json.loads(call("fix", crate / name, "--stages", "0", "--json").out)
        assert any(f"{name} was not compiled" in line for line in answer["notes"])
    said = call("fix", crate / "src/till.rs", "--stages", "0")
    assert said.status == 0 and "not compiled" not in said.err


def test_watch_says_so_too_of_a_named_file_that_nothing_compiles(
    call: Call, crate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sleepy_coder.cli.watch.saves", lambda place: iter([None]))
    bench = crate / "benches" / "slow.rs"
    bench.parent.mkdir()
    bench.write_text("fn main() {\n    let x: u8 = true;\n}\n")
    for flags in ((), ("--apply",), ()):  # mended by none, by this, and before
        said = call("watch", bench, "--stages", "0", *flags)
        assert said.status == 0 and "benches/slow.rs was not compiled" in said.err
    answer = json.loads(call("watch", bench, "--stages", "0", "--json").out)
    assert any("benches/slow.rs was not compiled" in line for line in answer["notes"])
    assert "not compiled" not in call("watch", crate, "--stages", "0").err


def test_watch_stores_nothing_of_what_another_member_must_mend(
    call: Call, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sleepy_coder.cli.watch.saves", lambda place: iter([None]))
    said = call("watch", workspace / "a-shop", "--stages", "0")
    assert said.status == 0 and "base/src/lib.rs:3: E0384" in said.err and "mend it there first" in said.err
    assert json.loads(call("status", "--json").out)["episodes"] == 0


def test_a_member_outside_the_workspace_is_mended_with_the_others(call: Call, crate: Path) -> None:
    root = crate.parent / "root"
    root.mkdir()
    (root / "Cargo.toml").write_text('[workspace]\nmembers = ["../shop"]\nresolver = "2"\n')
    manifest = crate / "Cargo.toml"
    manifest.write_text(manifest.read_text() + 'workspace = "../root"\n')
    said = call("fix", root, "--stages", "0", "--apply")
    assert said.status == 0 and "src/till.rs:3" in said.err and "let mut total" in (crate / "src/till.rs").read_text()


def test_lints_are_mended_on_request_after_the_errors_that_hide_them(call: Call, crate: Path) -> None:
    till = crate / "src" / "till.rs"
    till.write_text(till.read_text().replace("    total\n", "    return total;\n"))
    assert "-    return total" not in call("fix", crate, "--stages", "0").out
    said = call("fix", crate, "--stages", "0", "--clippy", "--json")
    answer = json.loads(said.out)
    assert said.status == 0, answer
    assert "+    let mut total" in answer["diff"] and "-    return total;" in answer["diff"]
    (crate / "sleepy.toml").write_text('clippy_lints = ["clippy::redundant_clone"]\n')
    assert "-    return total" not in call("fix", crate, "--stages", "0", "--clippy").out


def test_lints_of_a_single_file(call: Call, tmp_path: Path) -> None:
    path = file(tmp_path, "pub fn f(x: bool) -> bool {\n    return !x;\n}\n")
    assert call("fix", path).status == 0
    said = call("fix", path, "--stages", "0", "--clippy", "--apply")
    assert said.status == 0 and path.read_text() == "pub fn f(x: bool) -> bool {\n    !x\n}\n"


def test_what_no_suggestion_mends_ends_with_1_and_is_written_only_in_part_and_on_request(
    call: Call, tmp_path: Path
) -> None:
    text = HOPELESS.replace("fn main", "pub fn sum() -> i32 {\n    let t = 1;\n    t += 1;\n    t\n}\n\nfn main")
    path = file(tmp_path, text)
    said = call("fix", path, "--stages", "0", "--apply")
    assert said.status == 1 and path.read_text() == text and "something is left: --partial writes" in said.err
    said = call("fix", path, "--stages", "0")
    assert said.status == 1 and "--apply --partial writes what was mended" in said.err
    said = call("fix", file(tmp_path, HOPELESS, "b.rs"), "--stages", "0")
    assert said.status == 1 and "nobody had a proposal" in said.err
    said = call("fix", path, "--stages", "0", "--apply", "--partial")
    assert said.status == 1 and path.read_text() == text.replace("let t", "let mut t")
    assert call("fix", path, "--partial").status == 2


def test_it_is_said_when_a_night_can_learn_from_an_error(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = file(tmp_path, HOPELESS)
    said = call("fix", path, "--stages", "0").err
    assert "while `sleepy-coder watch` looks on, and a night can learn from it once 3 programs have failed" in said
    monkeypatch.setenv("SLEEPY_CODER_MIN_FAILURES", "1")
    assert "looks on, and the next night can learn from it" in call("fix", path, "--stages", "0").err
    no_break = file(tmp_path, "fn f(x: !) {}\nfn main() {}\n", "b.rs")
    said = call("fix", no_break, "--stages", "0").err
    assert "E0658" in said and "night" not in said, "no break makes this error, so no night learns from it"


def test_an_error_that_no_time_was_left_for_is_said_to_be_one(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLEEPY_CODER_FIX_WALL_SECONDS", "0.001")
    assert "(BROKEN: `fix_wall_seconds` was used up)" in call("fix", file(tmp_path), "--stages", "0").err
    both = HOPELESS + BROKEN.replace("main", "f")
    said = call("fix", file(tmp_path, both), "--stages", "0").err
    assert said.count(": left, `fix_wall_seconds` was used up\n") == 2 and "nobody" not in said


def test_without_weights_the_model_stages_end_with_3(call: Call, tmp_path: Path) -> None:
    said = call("fix", file(tmp_path, HOPELESS))
    assert said.status == 3 and said.err.count("\n") == 1
    assert call("fix", file(tmp_path, BROKEN)).status == 0, "what the compiler can mend needs no weights"


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [("a.rs", b"fn main() { \xff }", 2), ("a.rs", b"", 0), ("a.txt", b"hello", 2), ("Cargo.toml", b"[package", 2)],
)
def test_bad_input_ends_in_one_sentence(name: str, content: bytes, status: int, call: Call, tmp_path: Path) -> None:
    path = file(tmp_path, content, name)
    said = call("fix", path, "--stages", "0")
    assert said.status == status and "Traceback" not in said.err and path.read_bytes() == content


def test_a_path_without_a_crate_and_a_path_that_is_not_there_end_with_2(call: Call, tmp_path: Path) -> None:
    assert call("fix", tmp_path).status == 2
    assert call("fix", tmp_path / "nowhere").status == 2


def test_a_dependency_that_cannot_be_had_offline_ends_with_3(call: Call, crate: Path) -> None:
    with (crate / "Cargo.toml").open("a") as manifest:
        manifest.write('[dependencies]\nno-such-crate-anywhere = "1"\n')
    assert call("fix", crate, "--stages", "0").status == 3


def test_a_trusted_crate_is_remembered(call: Call, crate: Path, tmp_path: Path) -> None:
    answer = json.loads(call("trust", crate, "--json").out)
    assert answer["trusted"] == str(crate)
    assert call("trust", tmp_path).status == 2
    shutil.rmtree(crate)
