"""What a method changes of `self` and does not give back is its caller's."""

import pytest

from sleepy_coder.agent.suggestions import likelier
from sleepy_coder.repairs.foremost import foremost
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree


def program(method: str, trait: str = "") -> SourceTree:
    head = "pub struct É {\n    v: Vec<u8>,\n}\n\npub trait Own {\n    fn add(self);\n}\n\npub struct Done(usize);\n\n"
    return SourceTree({"main.rs": f"{head}impl {trait}É {{\n    {method}\n}}\n"}, crate_type="lib")


@pytest.mark.parametrize(
    "method",
    [
        "pub fn add(self, n: u8) {\n        self.v.push(n);\n    }",
        "pub fn reset(self) -> usize {\n        self.v = Vec::new();\n        self.v.len()\n    }",
    ],
)
def test_the_callers_value_is_changed(compiler: Compiler, method: str) -> None:
    tree, mended = program(method), program(method.replace("self", "&mut self", 1))
    (error,) = compiler.check(tree).errors
    assert tree.apply(likelier(error, tree)[0][1]) == mended and compiler.check(mended).green


@pytest.mark.parametrize(
    ("method", "trait"),
    [
        ("pub fn with(self, n: u8) -> Self {\n        self.v.push(n);\n        self\n    }", ""),
        ("pub fn with(self, n: u8) -> Option<É> {\n        self.v.push(n);\n        Some(self)\n    }", ""),
        ("fn add(self) {\n        self.v.push(1);\n    }", "Own for "),
        ("pub fn finish(self) -> usize {\n        self.v.push(1);\n        self.v.len()\n    }", ""),
        ("pub fn into_sum(self) -> u8 {\n        self.v.push(1);\n        self.v[0]\n    }", ""),
        ("pub fn sealed(self) -> Done {\n        self.v.push(1);\n        Done(self.v.len())\n    }", ""),
    ],
)
def test_what_gives_it_back_or_is_declared_elsewhere_is_left_alone(compiler: Compiler, method: str, trait: str) -> None:
    tree = program(method, trait)
    (error,) = compiler.check(tree).errors
    assert not foremost(error, tree)


def test_what_is_computed_from_a_copy_leaves_the_callers_value_as_it_is(compiler: Compiler) -> None:
    text = (
        "#[derive(Clone, Copy)]\npub struct É(u8);\n\nimpl É {\n    pub fn mixed(self) -> u8 {\n        self.0 ^= 3;\n"
        "        self.0\n    }\n}\n"
    )
    tree = SourceTree({"main.rs": text}, crate_type="lib")
    (error,) = compiler.check(tree).errors
    assert not foremost(error, tree)


def test_a_failure_that_is_the_trees_own_holds_nothing_of_it(compiler: Compiler) -> None:
    method = "pub fn add(self, n: u8) -> Result<(), Done> {\n        self.v.push(n);\n        Ok(())\n    }"
    tree, mended = program(method), program(method.replace("self", "&mut self", 1))
    (error,) = compiler.check(tree).errors
    assert tree.apply(likelier(error, tree)[0][1]) == mended
