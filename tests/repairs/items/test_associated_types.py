"""An associated type that is missing is taken from the method that tells it, and from no other."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

HEAD = "use std::ops::{Add, Deref, Index};\nuse std::str::FromStr;\n\nstruct É(Vec<u8>);\n\n"
MAIN = "\nfn main() {\n    let _ = É(vec![]);\n}\n"
MENDED = {
    "an operator's": (
        "impl Add<u8> for É {\n",
        "    type Output = Self;\n\n",
        "    fn add(self, _: u8) -> Self {\n        self\n    }\n}\n",
    ),
    "an operator's of a reference, by tabs": (
        "impl<'a> std::ops::Shl<&'a u8> for &'a É {\n",
        "\ttype Output = Option<&'a u8>;\n\n",
        "\tfn shl(self, n: &'a u8) -> Option<&'a u8> {\n\t\tSome(n)\n\t}\n}\n",
    ),
    "what an index gives": (
        "impl Index<usize> for É {\n",
        "    type Output = [u8];\n\n",
        "    // all of it\n    fn index(&self, _: usize) -> &[u8] {\n        &self.0\n    }\n}\n",
    ),
    "what is behind a pointer": (
        "impl Deref for É {\n",
        "    type Target = Vec<u8>;\n\n",
        "    fn deref(&self) -> &Vec<u8> {\n        &self.0\n    }\n}\n",
    ),
    "what an iterator gives": (
        "impl Iterator for É {\n",
        "    type Item = (u8, Option<u8>);\n\n",
        "    fn next(&mut self) -> Option<(u8, Option<u8>)> {\n        None\n    }\n}\n",
    ),
    "how reading fails": (
        "impl FromStr for É {\n",
        "    type Err = String;\n\n",
        "    fn from_str(_: &str) -> Result<Self, String> {\n        Ok(É(vec![]))\n    }\n}\n",
    ),
    "how converting fails": (
        "impl std::convert::TryFrom<&u8> for É {\n",
        "    type Error = std::fmt::Error;\n\n",
        "    fn try_from(_: &u8) -> std::result::Result<Self, std::fmt::Error> {\n        Ok(É(vec![]))\n    }\n}\n",
    ),
}


@pytest.mark.parametrize("name", MENDED)
def test_the_type_is_named_as_the_first_member(compiler: Compiler, name: str) -> None:
    start, named, end = MENDED[name]
    broken, mended = (SourceTree({"main.rs": HEAD + start + middle + end + MAIN}) for middle in ("", named))
    (error,) = compiler.check(broken).errors
    ways = [broken.apply(one.edits).files["main.rs"] for one in implied(error, broken)]
    assert ways == [mended.files["main.rs"]] and compiler.check(mended).green


@pytest.mark.parametrize(
    "text",
    [
        "impl Add for É {\n    fn add(self, _: É) -> Self::Output {\n        self\n    }\n}\n",
        "impl Iterator for É {\n    fn next(&mut self) -> Option<Self::Item> {\n        None\n    }\n}\n",
        "impl Iterator for É {\n    fn next(&mut self) -> Option<&u8> {\n        None\n    }\n}\n",  # which lifetime?
        "impl FromStr for É {\n    fn from_str(_: &str) -> std::fmt::Result {\n        Ok(())\n    }\n}\n",
        "impl Iterator for É {\n    type Item = u8;\n}\n",  # the method itself
        "trait Add2 {\n    type Output;\n    fn add(&self) -> u8;\n}\n\n"
        "impl Add2 for É {\n    fn add(&self) -> u8 {\n        1\n    }\n}\n",  # not the library's
    ],
)
def test_what_no_method_tells_is_not_named(compiler: Compiler, text: str) -> None:
    tree = SourceTree({"main.rs": HEAD + text + MAIN})
    errors = compiler.check(tree).errors
    assert errors and not any(implied(error, tree) for error in errors)
