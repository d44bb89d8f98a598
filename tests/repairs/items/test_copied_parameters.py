"""A type parameter whose values are moved as copies are is bound to be copied."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

MAIN = "\nfn main() {}\n"


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (
            "struct É<T>(Vec<T>);\n\nimpl<T: PartialOrd> É<T> {\n    fn ends(&self) -> (T, T) {\n"
            "        let last = self.0[self.0.len() - 1];\n        (self.0[0], last)\n    }\n}\n",
            "T: PartialOrd",
            "T: PartialOrd + Copy",
        ),
        ("fn é<T, U>(_: U, v: &T) -> T {\n    *v\n}\n", "<T, U>", "<T: Copy, U>"),
    ],
)
def test_the_parameter_is_bound_where_it_is_declared(compiler: Compiler, text: str, old: str, new: str) -> None:
    tree, mended = SourceTree({"main.rs": text + MAIN}), text.replace(old, new) + MAIN
    ways = {
        tree.apply(one.edits).files["main.rs"] for error in compiler.check(tree).errors for one in implied(error, tree)
    }
    assert ways == {mended} and compiler.check(SourceTree({"main.rs": mended})).green


@pytest.mark.parametrize("kind", ["String", "Vec<T>", "Option<T>"])
def test_what_holds_more_than_a_parameters_value_is_left_alone(compiler: Compiler, kind: str) -> None:
    text = f"fn f<T>(v: &[{kind}], _: T) -> {kind} {{\n    v[0]\n}}\n"
    tree = SourceTree({"main.rs": text + MAIN})
    errors = compiler.check(tree).errors
    assert errors and not any(implied(error, tree) for error in errors)


@pytest.mark.parametrize("more", ["", "    pub fn add(&mut self, t: T) {\n        self.0.push(t);\n    }\n\n"])
def test_the_other_methods_of_a_library_are_not_taken_from_its_users(compiler: Compiler, more: str) -> None:
    first = "    pub fn first(&self) -> T {\n        self.0[0]\n    }\n"
    text = f"pub struct É<T>(Vec<T>);\n\nimpl<T> É<T> {{\n{more}{first}}}\n"
    tree = SourceTree({"main.rs": text}, crate_type="lib")
    (error,) = compiler.check(tree).errors
    asked = text.replace("first(&self) -> T {", "first(&self) -> T\n    where\n        T: Copy,\n    {")
    mended = [tree.apply(one.edits).files["main.rs"] for one in implied(error, tree)]
    assert mended == [asked if more else text.replace("impl<T>", "impl<T: Copy>")]
    assert compiler.check(SourceTree({"main.rs": mended[0]}, crate_type="lib")).green
