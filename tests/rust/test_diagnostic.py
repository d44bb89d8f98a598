"""What rustc says arrives whole: places exact in every kind of text, suggestions as edits that mend, macros of the
library at their call.
"""

import json

import pytest

from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.diagnostic import Applicability, Child, Diagnostic, Span, parse_cargo, parse_rustc
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.suggestion import suggestions


def tree_of(text: str) -> SourceTree:
    return SourceTree({"main.rs": text})


def only_error(compiler: Compiler, tree: SourceTree) -> Diagnostic:
    (error,) = compiler.check(tree).errors
    return error


def mended(compiler: Compiler, tree: SourceTree) -> SourceTree:
    """The tree after the first suggestion that compiles."""
    for suggestion in suggestions(only_error(compiler, tree), tree):
        candidate = tree.apply(suggestion.edits)
        if compiler.check(candidate).green:
            return candidate
    raise AssertionError("no suggestion compiles")


TEXTS = {
    "plain": 'fn main() {\n    let x: String = "a";\n}\n',
    "crlf": 'fn main() {\r\n    let x: String = "a";\r\n}\r\n',
    "tabs": 'fn main() {\n\t\tlet\tx: String =\t"a";\n}\n',
    "multi-byte": 'fn main() {\n    /* é漢🦀 */ let ñ: String = "a";\n}\n',
    "order mark": '\ufefffn main() { let x: String = "a"; }\n',
    "all at once": '\ufeff// é\r\nfn main() {\r\n\t/* 漢 */ let x: String = "a";\r\n}',
    "no final newline": 'fn main() { let x: String = "a"; }',
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_places_are_exact_in_bytes_lines_and_columns(text: str, compiler: Compiler) -> None:
    tree = tree_of(text)
    span = only_error(compiler, tree).primary
    assert span is not None
    assert text.encode()[span.byte_start : span.byte_end] == b'"a"'
    assert tree.line("main.rs", span.line_start)[span.column_start - 1 : span.column_end - 1] == '"a"'
    assert (span.file, span.text, span.in_macro) == ("main.rs", '"a"', False)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_suggestion_mends_and_touches_nothing_else(text: str, compiler: Compiler) -> None:
    assert mended(compiler, tree_of(text)).files["main.rs"] == text.replace('"a"', '"a".to_string()')


def test_a_missing_derive_goes_into_the_one_that_is_there(compiler: Compiler) -> None:
    key = "#[derive(Debug, Clone)]\n/// A key.\nstruct Key(u8);\n"
    use = '\nfn main() {\n    println!("{}", Key(1) == Key(2));\n}\n'
    for text in (key + use, key.replace("#[derive(Debug, Clone)]\n", "") + use):
        tree = tree_of(text)
        (suggestion,) = suggestions(only_error(compiler, tree), tree)
        mended = tree.apply(suggestion.edits)
        assert compiler.check(mended).green and mended.files["main.rs"].count("#[derive(") == 1
        assert ("#[derive(Debug, Clone, PartialEq)]\n/// A key.\n" in mended.files["main.rs"]) == ("Clone" in text)


def test_alternatives_are_suggestions_of_their_own(compiler: Compiler) -> None:
    tree = tree_of("fn main() {\n    let x: HashMap<u8, Entry> = todo!();\n}\n")
    errors = compiler.check(tree).errors
    entries = next(error for error in errors if "`Entry`" in error.message)
    found = suggestions(entries, tree)
    assert len(found) >= 2
    assert all(len(suggestion.edits) == 1 for suggestion in found)
    assert {edit.new for suggestion in found for edit in suggestion.edits} >= {
        "use std::collections::hash_map::Entry;\n",
        "use std::collections::btree_map::Entry;\n",
    }


def test_the_parts_of_one_suggestion_stay_together(compiler: Compiler) -> None:
    tree = tree_of(
        "fn longest(x: &str, y: &str) -> &str {\n    if x.len() > y.len() { x } else { y }\n}\nfn main() {}\n"
    )
    (suggestion,) = suggestions(only_error(compiler, tree), tree)
    assert compiler.check(tree.apply(suggestion.edits)).green
    assert "fn longest<'a>(x: &'a str, y: &'a str) -> &'a str {" in tree.apply(suggestion.edits).files["main.rs"]


def test_whole_lines_are_inserted_as_lines(compiler: Compiler) -> None:
    tree = tree_of("fn main() {\n    let _x: HashMap<u8, u8> = HashMap::new();\n}\n")
    suggestion = suggestions(compiler.check(tree).errors[0], tree)[0]
    assert (suggestion.edits[0].first_line, suggestion.edits[0].last_line) == (1, 0)
    assert suggestion.applicability == Applicability.MAYBE
    assert compiler.check(tree.apply(suggestion.edits)).green


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        ("impl Drop for S {\n    pub fn drop(&mut self) {}\n}\n", "impl Drop for S {\n    fn drop(&mut self) {}\n}\n"),
        ("fn s(a: u8) -> S {\n    S(a)\n}\n", "fn s(a: u8) -> S {\n    S { a }\n}\n"),
        ("fn s(b: u8) -> S {\n    S(b)\n}\n", "fn s(b: u8) -> S {\n    S { a: b }\n}\n"),
        (
            "impl fmt::Debug for S {\n    fn fmt(&self, f: &fmt::Formatter) -> fmt::Result {\n"
            "        Ok(())\n    }\n}\n",
            "impl fmt::Debug for S {\n    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {\n"
            "        Ok(())\n    }\n}\n",
        ),
        ("fn q() -> u8 {\n    '\"'\n}\n", "fn q() -> u8 {\n    b'\"'\n}\n"),
        ("fn u<>(a: &'l str) {}\n", "fn u<'l>(a: &'l str) {}\n"),
        ("fn t(b: &str) -> T {\n    T { b, c: 1 }\n}\n", "fn t(b: &str) -> T {\n    T { b: b.to_string(), c: 1 }\n}\n"),
    ],
)
def test_suggestions_are_written_as_people_write(broken: str, right: str, compiler: Compiler) -> None:
    rest = "\nuse std::fmt;\n\nstruct S {\n    a: u8,\n}\n\nstruct T {\n    b: String,\n    c: u8,\n}\n\nfn main() {}\n"
    assert mended(compiler, tree_of(broken + rest)).files["main.rs"] == right + rest


def test_a_parameter_goes_into_the_empty_list_that_is_there(compiler: Compiler) -> None:
    tree = tree_of("struct Held<> {\n    held: T,\n}\n\nfn main() {}\n")
    assert mended(compiler, tree).files["main.rs"].startswith("struct Held<T> {")


def test_the_preludes_path_is_not_written() -> None:
    span = Span("lib.rs", 8, 9, 1, 1, 9, 10, True, None, "core::prelude::v1::Some(1)", None, "1", in_macro=False)
    error = Diagnostic("E0308", "error", "m", (), (Child("help", "wrap it", (span,)),), "")
    (found,) = suggestions(error, SourceTree({"lib.rs": "let a = 1;\n"}, crate_type="lib"))
    assert found.edits[0].new.endswith("Some(1)") and "prelude" not in found.edits[0].new


def test_several_primary_spans_are_all_kept(compiler: Compiler) -> None:
    text = "fn f(a: &str, b: &str) -> (&str, &str) {\n    (a, b)\n}\nfn main() {}\n"
    assert [span.column_start for span in only_error(compiler, tree_of(text)).primaries] == [28, 34]


def test_places_inside_a_macro_of_the_library_become_its_call(compiler: Compiler) -> None:
    error = compiler.check(tree_of("struct S;\nfn main() {\n    assert_eq!(S, S);\n}\n")).errors[0]
    assert error.primary is not None
    assert (error.primary.line_start, error.primary.text, error.primary.in_macro) == (3, "assert_eq!(S, S)", True)


def test_places_inside_a_macro_of_the_crate_stay_and_the_call_is_told_beside(compiler: Compiler) -> None:
    inner = "macro_rules! number { ($e:expr) => {{ let word = $e; wird }}; }"
    text = inner + "\nmacro_rules! outer { () => { number!(1) } }\nfn main() {\n    outer!();\n    outer!();\n}\n"
    error = only_error(compiler, tree_of(text))
    assert error.primary is not None
    assert (error.primary.line_start, error.primary.text, error.primary.in_macro) == (1, "wird", False)
    assert {(span.line_start, span.text) for span in error.spans if not span.is_primary} >= {(4, "outer!()")}
    assert mended(compiler, tree_of(text)).files["main.rs"] == text.replace("wird", "word")


def test_what_the_user_wrote_in_a_macro_call_keeps_its_place(compiler: Compiler) -> None:
    error = only_error(compiler, tree_of('fn main() {\n    println!("{}", missing);\n}\n'))
    assert error.primary is not None
    assert (error.primary.text, error.primary.in_macro) == ("missing", False)


@pytest.mark.parametrize(
    ("line", "text"), [("for _ in 3u8 {}", "3u8"), ("let f = || -> Option<u8> { Err::<u8, u8>(1)?; None }; f();", "?")]
)
def test_loops_and_question_marks_are_no_macros(line: str, text: str, compiler: Compiler) -> None:
    error = only_error(compiler, tree_of(f"fn main() {{\n    {line}\n}}\n"))
    assert error.primary is not None
    assert (error.primary.text, error.primary.in_macro) == (text, False)


def test_derived_code_points_to_the_field(compiler: Compiler) -> None:
    error = only_error(compiler, tree_of("struct B;\n#[derive(Clone)]\nstruct A {\n    b: B,\n}\nfn main() {}\n"))
    assert error.primary is not None
    assert (error.primary.line_start, error.primary.text) == (4, "b: B")


def test_syntax_errors_have_no_code_and_summaries_are_dropped(compiler: Compiler) -> None:
    result = compiler.check(tree_of("fn main() {\n    let x = 1\n    let y = 2;\n}\n"))
    assert [(error.code, error.is_error) for error in result.errors] == [(None, True)]
    assert result.diagnostics[0].message.startswith("expected `;`")


def test_places_outside_the_crate_are_left_out(compiler: Compiler) -> None:
    error = only_error(compiler, tree_of("fn main() {\n    vec![1].sort_by_key(1);\n}\n"))
    spans = [*error.spans, *(span for child in error.children for span in child.spans)]
    assert {span.file for span in spans} == {"main.rs"}


def test_lines_that_are_not_diagnostics_are_ignored() -> None:
    line: dict[str, object] = {
        "message": "broken",
        "level": "error",
        "code": {"code": "E9999"},
        "spans": [],
        "children": [],
        "rendered": None,
    }
    stderr = f"warning: noise\n{{not json\n{json.dumps(line)}\n[1]\n{{}}\n"
    (found,) = parse_rustc(stderr)
    assert (found.code, found.message, found.rendered, found.primary) == ("E9999", "broken", "", None)
    cargo = {"reason": "compiler-message", "package_id": "p#1", "message": line, "unheard": 1}
    stdout = f'{json.dumps(cargo)}\n{{"reason":"build-finished","success":false}}\nplain\n'
    assert [package for package, _ in parse_cargo(stdout)] == ["p#1"]


def test_a_suggestion_that_the_tree_cannot_take_is_left_out(compiler: Compiler) -> None:
    error = only_error(compiler, tree_of('fn main() {\n    let x: String = "a";\n}\n'))
    assert suggestions(error, tree_of("fn main() {}\n")) == ()
    assert suggestions(error, SourceTree({"other.rs": ""})) == ()
