"""Which of two trees that are not fixed a fix ends with."""

from sleepy_coder.agent.steps import Frame, Step, better
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.verify import Situation, Verdict, Verification

TREE = SourceTree({"src/lib.rs": ""}, crate_type="lib")
STEP = Step(0, (), (), Verification(Verdict.ADVANCED, "", (), TREE), 0.0)


def error(file: str) -> Diagnostic:
    return Diagnostic("E0308", "error", "m", (Span(file, 0, 0, 1, 1, 1, 1, True, None, None, None, "", False),), (), "")


def test_a_library_that_compiles_is_worth_more_than_few_errors() -> None:
    library, programs = (error("src/lib.rs"),), (error("src/main.rs"), error("tests/all.rs"))
    assert better(([STEP], library), [], Situation(TREE, programs, ()))[1] == programs
    assert better(([STEP], programs), [], Situation(TREE, library, ()))[1] == programs
    assert better(([STEP], programs), [], Situation(TREE, programs[:1], ()))[1] == programs[:1]


def test_more_errors_in_the_function_of_one_that_went_are_no_step_forward() -> None:
    tree = SourceTree({"src/lib.rs": "fn a() -> R {\n}\nfn b() {\n}\n"}, crate_type="lib")

    def told(line: int, code: str | None, message: str = "m") -> Diagnostic:
        span = Span("src/lib.rs", 0, 0, line, line, 1, 1, True, None, None, None, "", False)
        return Diagnostic(code, "error", message, (span,), (), "")

    def after(target: Diagnostic, *left: Diagnostic) -> tuple[Diagnostic, ...]:
        now = SourceTree({"src/lib.rs": tree.files["src/lib.rs"].replace("R", "Q")}, crate_type="lib")
        step = Step(1, (target,), (None,), Verification(Verdict.ADVANCED, "", left, now, left), 0.0)
        frame = Frame(Situation(tree, (target,), ()), target, [], chosen=step)
        return better(([], (target,)), [frame], Situation(now, left, ()))[1]

    missing, syntax = told(1, "E0107"), told(1, None)
    here, there = told(2, "E0308"), told(4, "E0308")
    assert after(missing, here, there) == (missing,)
    assert after(missing, here) == (here,), "one for one may be a hidden one"
    assert after(missing, there, there) == (there, there), "elsewhere it was hidden"
    assert after(syntax, here, there) == (here, there)
    told_of = told(4, "E0277", "the trait bound `B: R` is not satisfied")
    assert after(missing, there, told_of) == (missing,), "it speaks of what was taken out"
