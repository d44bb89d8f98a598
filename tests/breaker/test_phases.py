"""What hides what: the facts about rustc on which batches and copies rest, each shown by the compiler itself."""

import pytest

from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

# One error of each phase, in the order of the phases.
PHASES = {
    "parser": (None, "fn f() { let x = 1 let y = 2; }\n"),
    "macros": (None, "fn f() { nothing_like_it!(); }\n"),
    "imports": ("E0432", "use std::nowhere::X;\n"),
    "names": ("E0425", "fn f() { nowhere; }\n"),
    "signatures": ("E0107", "struct S<T>(T); fn f(_: S) {}\n"),
    "coherence": ("E0119", "trait T {} impl<X> T for X {} impl T for u8 {}\n"),
    "items": ("E0072", "struct S { s: Option<S> }\n"),
    "bodies": ("E0308", 'fn f() { let x: u8 = ""; }\n'),
    "patterns": ("E0004", "fn f(x: Option<u8>) { match x { None => {} } }\n"),
    "borrows": ("E0382", "fn f() { let v = vec![1]; drop(v); drop(v); }\n"),
}
LATE = {
    "private types": ("E0446", "struct P; pub trait T { type A; } impl T for u8 { type A = P; }\n"),
    "private fields": ("E0451", "mod a { pub struct S { x: u8 } } fn f() { a::S { x: 1 }; }\n"),
    "lints": ("overflowing_literals", "fn f() { let x: u8 = 300; }\n"),
}
NO_TRAIT = {
    "name": "struct S; impl Nowhere for S {}\n",
    "no trait": "struct A; struct S; impl A for S {}\n",
    "bound": "fn f<T: Nowhere>(x: T) {}\n",
    "path": "struct S; impl nowhere::T for S {}\n",
    "import": "use std::fmt::Dispaly; struct S; impl Dispaly for S {}\n",
}


def _told(compiler: Compiler, *texts: str) -> set[int]:
    """Which of these modules of one crate have an error."""
    files = {f"a{number}.rs": text for number, text in enumerate(texts)}
    files["main.rs"] = "".join(f"mod a{number};\n" for number in range(len(texts))) + "fn main() {}\n"
    errors = compiler.check(SourceTree(files)).errors
    return {int(error.primary.file[1:-3]) for error in errors if error.primary is not None}


def test_each_error_is_of_its_code(compiler: Compiler) -> None:
    for code, text in (PHASES | LATE).values():
        (error,) = compiler.check(SourceTree({"main.rs": text + "fn main() {}\n"})).errors
        assert error.code == code


def test_errors_of_all_phases_up_to_the_borrow_checker_are_reported_together(compiler: Compiler) -> None:
    texts = [text for _, text in PHASES.values()]
    assert _told(compiler, *texts) == set(range(len(texts)))
    for text in texts:
        assert _told(compiler, text, PHASES["borrows"][1]) == {0, 1}


def test_any_error_hides_lints_and_the_last_privacy_checks_which_are_reported_together(compiler: Compiler) -> None:
    late = [text for _, text in LATE.values()]
    assert _told(compiler, *late) == {0, 1, 2}
    for _, text in PHASES.values():
        assert _told(compiler, text, *late) == {0}


@pytest.mark.parametrize("text", NO_TRAIT.values(), ids=NO_TRAIT.keys())
def test_a_trait_that_is_not_found_hides_bodies_but_neither_names_nor_signatures(compiler: Compiler, text: str) -> None:
    others = [PHASES[phase][1] for phase in ("imports", "names", "signatures", "bodies", "patterns", "borrows")]
    assert _told(compiler, text, *others) == {0, 1, 2, 3}


def test_an_error_in_implementing_a_library_trait_hides_what_depends_on_it_elsewhere(
    compiler: Compiler,
) -> None:
    twice = "struct A; impl PartialEq for A { fn eq(&self, _: &A) -> bool { true } }\n"
    wrong = "struct B; impl PartialEq for B { fn eq(&self, _: &mut B) -> bool { true } }\n"
    assert _told(compiler, wrong, PHASES["bodies"][1]) == {0, 1}
    assert _told(compiler, twice + twice.removeprefix("struct A; "), wrong, PHASES["bodies"][1]) == {0, 2}


SPOILERS = {
    "lifetime": "struct S<'a>(&'a u8); impl Clone for S<'a> { fn clone(&self) -> Self { S(self.0) } }\n",
    "type": "impl Clone for Nowhere { fn clone(&self) -> Self { Nowhere } }\n",
    "import": "use std::nowhere::S; impl Clone for S { fn clone(&self) -> Self { S } }\n",
    "derive": "#[derive(Clone)] struct S<T, T>(T);\n",
    "twice": "#[derive(Clone)] struct S; impl Clone for S { fn clone(&self) -> S { S } }\n",
}


@pytest.mark.parametrize("text", SPOILERS.values(), ids=SPOILERS.keys())
def test_a_wrong_implementation_hides_what_comes_after_types_where_the_traits_methods_are_named(
    compiler: Compiler, text: str
) -> None:
    phases = [PHASES[phase][1] for phase in ("bodies", "patterns", "borrows")]
    naming = [phase.removesuffix("}\n") + " 'a'.clone(); }\n" for phase in phases]
    inferred = "fn f() { let v = vec![].clone(); }\n"
    by_hand = "struct S; impl Clone for S { fn clone(&mut self) -> Self { S } }\n"
    assert _told(compiler, "", *phases, *naming, inferred, by_hand) == {1, 2, 3, 4, 5, 6, 7, 8}
    assert _told(compiler, text, *phases, *naming, inferred, by_hand) == {0, 1, 2, 3, 4}


def test_an_unclosed_delimiter_hides_everything(compiler: Compiler) -> None:
    assert _told(compiler, "fn f( {}\n", *(text for _, text in PHASES.values())) == {0}


def test_in_one_body_type_errors_hide_borrow_errors_and_those_of_other_bodies_stay(compiler: Compiler) -> None:
    moved = "let v = vec![1]; drop(v); drop(v);"
    mistyped = 'let n: u8 = "";'
    one = f"fn f() {{ {moved} {mistyped} }}\nfn main() {{}}\n"
    two = f"fn f() {{ {moved} }}\nfn g() {{ {mistyped} }}\nfn main() {{}}\n"
    codes = [[error.code for error in compiler.check(SourceTree({"main.rs": text})).errors] for text in (one, two)]
    assert codes == [["E0308"], ["E0308", "E0382"]]
