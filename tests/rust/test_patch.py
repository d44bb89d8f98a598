"""Git takes what is said of a change, whatever the names, line endings and characters."""

import subprocess
from pathlib import Path

import pytest

from sleepy_coder.rust.patch import unified_diff

CASES = {
    "plain": ({"a.rs": "a\nb\nc\n"}, {"a.rs": "a\nx\nc\n"}),
    "crlf": ({"a.rs": "a\r\nb\r\n"}, {"a.rs": "a\r\nx\r\n"}),
    "mark": ({"a.rs": "\ufeffa\nb\n"}, {"a.rs": "\ufeffx\nb\n"}),
    "newline gone": ({"a.rs": "a\nb\n"}, {"a.rs": "a\nb"}),
    "newline come": ({"a.rs": "a\nb"}, {"a.rs": "a\nb\n"}),
    "form feed": ({"a.rs": "a\x0cb\u2028c\n"}, {"a.rs": "a\x0cb\u2028d\n"}),
    "name": ({"my é file.rs": "a\n"}, {"my é file.rs": "b\n"}),
    "quoted name": ({'a"b.rs': "a\n"}, {'a"b.rs': "b\n"}),
    "emptied": ({"a.rs": "a\n"}, {"a.rs": ""}),
    "filled": ({"a.rs": ""}, {"a.rs": "a\n"}),
    "added": ({"a.rs": "a\n"}, {"a.rs": "a\n", "b.rs": "b"}),
    "added empty": ({"a.rs": "a\n"}, {"a.rs": "a\n", "b.rs": ""}),
    "removed": ({"a.rs": "a\n", "b.rs": "b"}, {"a.rs": "a\n"}),
    "odd folders": ({'a\\b "c"/d\ne\x7f/ f\t.rs': "a\n"}, {'a\\b "c"/d\ne\x7f/ f\t.rs': "b\n"}),
    "folders": ({"src/x/a.rs": "a\n"}, {"src/x/a.rs": "b\n"}),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_git_applies_the_diff(case: tuple[dict[str, str], dict[str, str]], tmp_path: Path) -> None:
    before, after = case
    for name, text in before.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(text.encode())
    patch = unified_diff(before, after).encode()
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    subprocess.run(["git", "apply", "--whitespace=nowarn", "-"], cwd=tmp_path, input=patch, check=True)
    found = {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*.rs")}
    assert found == {name: text.encode() for name, text in after.items()}


def test_equal_trees_have_an_empty_diff() -> None:
    assert unified_diff({"main.rs": "a\n"}, {"main.rs": "a\n"}) == ""
