"""Edits and diffs change exactly what they say, whatever the file's newlines, order marks and characters."""

import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sleepy_coder.errors import EditRejected, UsageError
from sleepy_coder.rust.source import Edit, SourceTree, edits_between, text_edits

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


@st.composite
def mixed(draw: st.DrawFn) -> tuple[SourceTree, Edit]:
    """A file of lines that all differ, each with an ending of its own, and an edit that repeats some of them."""
    lines = [f"{draw(LINE)}{number}" for number in range(draw(st.integers(1, 7)))]
    text = "".join(line + draw(st.sampled_from(["\n", "\r\n"])) for line in lines)
    first = draw(st.integers(1, len(lines)))
    old = lines[first - 1 : draw(st.integers(first, len(lines)))]
    new = [*old]
    new[draw(st.integers(0, len(new) - 1))] = draw(st.sampled_from(["x", "x\ny"]))
    new.insert(draw(st.integers(0, len(new))), "z")
    new.pop(draw(st.integers(0, len(new) - 1)))
    return tree_of(text), Edit("main.rs", first, first + len(old) - 1, "\n".join(old), "\n".join(new))


@given(mixed())
def test_lines_that_an_edit_repeats_keep_their_own_endings(case: tuple[SourceTree, Edit]) -> None:
    before, edit = case
    after = before.apply([edit])
    own = set(before.files["main.rs"].splitlines(keepends=True))
    stayed = {line[:-1].rstrip("\r") for line in own}
    for line in after.files["main.rs"].splitlines(keepends=True):
        assert line in own or line.rstrip("\r\n") not in stayed
    assert before.apply(edits_between(before, after)) == after


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


def test_edits_that_are_only_read_say_nothing_of_endings_and_marks() -> None:
    before, after = tree_of("\ufeffa\r\nb\nc\n"), tree_of("a\nx\r\nc\n")
    with pytest.raises(EditRejected):
        edits_between(before, after)
    assert text_edits(before, after) == (Edit("main.rs", 2, 2, "b", "x"),)
    assert text_edits(tree_of("a\r\n"), tree_of("a\n")) == ()


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


def test_other_files_leave_the_crate_what_it_is() -> None:
    tree = SourceTree({"main.rs": "a", "part.rs": "b"}, "2018", "bin")
    assert tree.with_files({"part.rs": "c", "more.rs": "d"}) == SourceTree(
        {"main.rs": "a", "part.rs": "c", "more.rs": "d"}, "2018", "bin"
    )


def test_a_tree_knows_whether_rustc_could_be_given_a_file_of_it() -> None:
    assert SourceTree({"main.rs": "", "part.rs": ""}).has_root and SourceTree({"any.rs": ""}).has_root
    assert not SourceTree({"a.rs": "", "b.rs": ""}).has_root
