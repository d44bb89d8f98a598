from sleepy_coder.breaker.sentinels import BORROW, METHODS, SENTINELS, main_with, spoilt_of
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.source import SourceTree


def _errors(compiler: Compiler, program: str, edition: str = "2021") -> list[Diagnostic]:
    tree = SourceTree({"main.rs": main_with(SENTINELS) + "mod a;\n", "a.rs": program}, edition=edition)
    return [e for e in compiler.check(tree).errors if e.primary is not None and e.primary.file == "main.rs"]


def _spoilt(errors: list[Diagnostic]) -> frozenset[str]:
    return spoilt_of(SENTINELS, {error.primary.line_start for error in errors if error.primary is not None})


def test_every_sentinel_is_reported_in_every_edition(compiler: Compiler) -> None:
    for edition in ("2015", "2018", "2021", "2024"):
        errors = _errors(compiler, "", edition)
        assert _spoilt(errors) == frozenset()
        assert [error.code for error in errors].count(BORROW) == len(METHODS) + 1 == len(errors) - 1


def test_a_trait_that_is_implemented_wrongly_silences_its_sentinel_alone(compiler: Compiler) -> None:
    assert _spoilt(_errors(compiler, "impl Iterator for Nowhere {}\nimpl Drop for Nowhere {}\n")) == {
        "Iterator",
        "Drop",
    }
    wrong = "".join(f"impl {_head(method)} for Nowhere {{}}\n" for method in METHODS)
    (error,) = _errors(compiler, wrong + "impl Drop for Nowhere {}\n")
    assert error.code == BORROW


def _head(method: str) -> str:
    """The trait of `<Type as Trait>::method`, with its arguments."""
    rest = method.split(" as ")[1]
    depths = [rest[: at + 1].count("<") - rest[: at + 1].count(">") for at in range(len(rest))]
    return rest[: depths.index(-1)]
