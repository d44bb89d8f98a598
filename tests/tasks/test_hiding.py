"""What cargo did not come to before the library compiled was hidden by the library's last error."""

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.hiding import revealed
from sleepy_coder.tasks.verify import Situation, Verdict, compare

FILES = {"src/lib.rs": "pub fn one() {}\n", "src/main.rs": "fn main() {}\n", "tests/all.rs": "#[test]\nfn t() {}\n"}
BEFORE = SourceTree(FILES, crate_type="lib")
AFTER = SourceTree({**FILES, "src/lib.rs": "pub fn one() { }\n"}, crate_type="lib")


def error(file: str) -> Diagnostic:
    span = Span(file, 0, 2, 1, 1, 1, 3, True, None, None, None, "fn", False)
    return Diagnostic("E0308", "error", f"mismatched types in {file}", (span,), (), "")


def test_errors_of_programs_and_tests_were_hidden_by_the_last_error_of_the_library() -> None:
    gone = [error("src/lib.rs")]
    for file in ("src/main.rs", "tests/all.rs"):
        assert revealed(error(file), gone, BEFORE, AFTER, [error(file)])


def test_they_were_not_while_the_library_has_errors_or_where_the_repair_wrote_in_them() -> None:
    gone, main = [error("src/lib.rs")], error("src/main.rs")
    assert not revealed(main, gone, BEFORE, AFTER, [main, error("src/part.rs")])
    assert not revealed(main, [error("tests/all.rs")], BEFORE, AFTER, [main])
    touched = SourceTree({**AFTER.files, "src/main.rs": "fn main() { }\n"}, crate_type="lib")
    assert not revealed(main, gone, BEFORE, touched, [main])
    program = SourceTree({"src/main.rs": FILES["src/main.rs"]})
    assert not revealed(main, gone, program, program, [main])


def test_to_see_them_at_last_is_surely_a_step_forward() -> None:
    last = (error("src/lib.rs"),)
    found = compare(Situation(BEFORE, last, last), AFTER, (error("src/main.rs"), error("tests/all.rs")))
    assert found.verdict == Verdict.ADVANCED and found.fresh == () and len(found.remaining) == 2
