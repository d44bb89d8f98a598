"""Edits and diffs change exactly what they say, whatever the file's newlines, order marks and characters."""

import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sleepy_coder.errors import EditRejected, UsageError
from sleepy_coder.rust.source import Edit, SourceTree, edits_between, unified_diff

LINE = st.text(st.sampled_from("ab é漢{};\t "), max_size=4)


def tree_of(text: str) -> SourceTree:
    return SourceTree({"main.rs": text})


@st.composite
def texts(draw: st.DrawFn, ending: str, mark: str) -> str:
    lines = draw(st.lists(LINE, max_size=8))
    return mark + ending.join(lines) + (ending if draw(st.booleans()) else "")


@st.composite
def pairs(draw: st.DrawFn) -> tuple[SourceTree, SourceTree]:
    ending, mark = draw(st.sampled_from(["\n", "\r\n"])), draw(st.sampled_from(["", "\ufeff"]))
    before, after = draw(texts(ending, mark)), draw(texts(ending, mark))
    if "\n" not in before:
        before += ending
    return tree_of(before), tree_of(after)


@given(pairs())
def test_edits_between_two_trees_lead_from_one_to_the_other(pair: tuple[SourceTree, SourceTree]) -> None:
    before, after = pair
    assert before.apply(edits_between(before, after)) == after


@example((tree_of("\n"), tree_of("\n;\n\n;")))  # before and behind an empty last line
@given(pairs())
def test_the_edits_between_two_trees_are_independent(pair: tuple[SourceTree, SourceTree]) -> None:
    before, after = pair
    assert before.apply(tuple(reversed(edits_between(before, after)))) == after


def test_an_edit_keeps_crlf_tabs_marks_and_a_missing_final_newline() -> None:
    before = tree_of("\ufefffn main() {\r\n\tlet é = 1;\r\n}")
    after = before.apply([Edit("main.rs", 2, 2, "let é = 1;", "let é = 2;\nlet z = é;")])
    assert after.files["main.rs"] == "\ufefffn main() {\r\n\tlet é = 2;\r\nlet z = é;\r\n}"


def test_endings_of_lines_that_no_edit_names_stay_mixed() -> None:
    before = tree_of("a\r\nb\nc\r\nd\r\n")
    assert before.apply([Edit("main.rs", 4, 4, "d", "e")]).files["main.rs"] == "a\r\nb\nc\r\ne\r\n"
    assert before.apply([Edit("main.rs", 1, 4, "b", "x")]).files["main.rs"] == "a\r\nx\nc\r\nd\r\n"


@pytest.mark.parametrize(("text", "line", "expected"), [("a\n", 1, "x\na\n"), ("a\n", 2, "a\nx\n"), ("a", 2, "a\nx")])
def test_an_insertion_adds_whole_lines_before_its_line(text: str, line: int, expected: str) -> None:
    assert tree_of(text).apply([Edit("main.rs", line, line - 1, "", "x")]).files["main.rs"] == expected


@pytest.mark.parametrize(
    "edit",
    [
        Edit("other.rs", 1, 1, "a", "b"),
        Edit("main.rs", 1, 1, "b", "c"),
        Edit("main.rs", 1, 1, "a", "c"),
        Edit("main.rs", 1, 1, "", "c"),
        Edit("main.rs", 1, 9, "aa", "c"),
        Edit("main.rs", 0, 1, "aa", "c"),
        Edit("main.rs", 9, 8, "", "c"),
        Edit("main.rs", 1, 0, "a", "c"),
    ],
)
def test_an_edit_that_does_not_fit_is_rejected(edit: Edit) -> None:
    with pytest.raises(EditRejected):
        tree_of("aa\nb\n").apply([edit])


def test_overlapping_edits_are_rejected_and_touching_ones_are_not() -> None:
    tree = tree_of("abc\n")
    with pytest.raises(EditRejected, match="overlap"):
        tree.apply([Edit("main.rs", 1, 1, "ab", "x"), Edit("main.rs", 1, 1, "bc", "y")])
    touching = [Edit("main.rs", 1, 1, "c", "y"), Edit("main.rs", 1, 1, "ab", "x")]
    assert tree.apply(touching).files["main.rs"] == "xy\n"


def test_what_no_edit_can_say_is_rejected() -> None:
    with pytest.raises(EditRejected):
        edits_between(tree_of("a\n"), tree_of("a\r\n"))
    with pytest.raises(EditRejected):
        edits_between(tree_of("a\n"), SourceTree({"main.rs": "a\n", "b.rs": ""}))


@pytest.mark.parametrize("name", ["/etc/passwd", "../up.rs", "a/../b.rs", "", "a\nb.rs", "a\\b.rs", "./main.rs"])
def test_names_that_leave_the_tree_are_refused(name: str) -> None:
    with pytest.raises(UsageError):
        SourceTree({name: ""})


@pytest.mark.parametrize(
    ("name", "words"),
    [("caf\udce9.rs", r"caf\\udce9.rs' is not UTF-8: rename it"), ("a\nb.rs", r"a\\nb.rs' holds a .* line break")],
)
def test_a_name_that_no_diff_can_hold_is_to_be_changed(name: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        SourceTree({name: ""})


def test_the_digest_depends_on_everything_but_the_order_of_files() -> None:
    tree = SourceTree({"main.rs": "a", "b.rs": "c"})
    assert tree.digest == SourceTree({"b.rs": "c", "main.rs": "a"}).digest
    others = [
        SourceTree({"main.rs": "ab", "b.rs": ""}),
        SourceTree({"main.rs": "a", "b.rs": "c"}, edition="2024"),
        SourceTree({"main.rs": "a", "b.rs": "c"}, crate_type="lib"),
    ]
    assert len({tree.digest, *(other.digest for other in others)}) == 4


def test_reading_keeps_every_byte_and_refuses_other_encodings(tmp_path: Path) -> None:
    data = "\ufefffn main() {}\r\n\t// é".encode()
    (tmp_path / "main.rs").write_bytes(data)
    (tmp_path / "bad.rs").write_bytes(b"// \xe9\n")
    tree = SourceTree.read(tmp_path / "main.rs", root=tmp_path)
    tree.write(tmp_path / "copy")
    assert (tmp_path / "copy" / "main.rs").read_bytes() == data
    with pytest.raises(UsageError, match=r"bad\.rs.*UTF-8"):
        SourceTree.read(tmp_path / "bad.rs", root=tmp_path)


def test_the_root_is_main_or_lib_or_the_only_file() -> None:
    assert SourceTree({"src/main.rs": "", "src/a.rs": ""}).root == "src/main.rs"
    assert SourceTree({"src/main.rs": "", "src/lib.rs": ""}, crate_type="lib").root == "src/lib.rs"
    assert SourceTree({"x.rs": ""}).root == "x.rs"
    with pytest.raises(UsageError):
        _ = SourceTree({"a.rs": "", "b.rs": ""}).root


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
    "folders": ({"src/x/a.rs": "a\n"}, {"src/x/a.rs": "b\n"}),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_git_applies_the_diff(case: tuple[dict[str, str], dict[str, str]], tmp_path: Path) -> None:
    before, after = (SourceTree(files) for files in case)
    before.write(tmp_path)
    patch = unified_diff(before, after).encode()
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    subprocess.run(["git", "apply", "--whitespace=nowarn", "-"], cwd=tmp_path, input=patch, check=True)
    found = {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*.rs")}
    assert found == {name: text.encode() for name, text in after.files.items()}


def test_equal_trees_have_an_empty_diff() -> None:
    assert unified_diff(tree_of("a\n"), tree_of("a\n")) == ""


def test_a_change_in_a_file_of_twenty_thousand_lines_is_found_quickly() -> None:
    lines = [line for number in range(7000) for line in (f"fn f{number}() {{", f"    {number}", "}")]
    before = tree_of("\n".join(lines))
    after = tree_of("\n".join([*lines[:3001], "    let added = 1;", *lines[3001:3300], *lines[3303:]]))
    began = time.process_time()
    edits = edits_between(before, after)
    assert time.process_time() - began < 2
    assert before.apply(edits) == after and sum(len(edit.old) for edit in edits) < 100


def test_half_a_character_never_gets_into_a_tree() -> None:
    with pytest.raises(EditRejected, match="half a character"):
        tree_of("a\n").apply([Edit("main.rs", 1, 1, "a", "\ud83d")])
