"""Which of two trees that are not fixed a fix ends with."""

from sleepy_coder.agent.steps import Step, better
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
