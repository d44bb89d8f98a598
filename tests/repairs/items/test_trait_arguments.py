"""A trait's argument is taken from the method that takes it, and from nowhere else."""

import pytest

from sleepy_coder.agent.suggestions import likelier
from sleepy_coder.repairs.foremost import foremost
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

HEAD = "#[derive(Clone, Copy)]\nstruct É(f64);\n\n"
MAIN = "\nfn main() {}\n"
MENDED = {
    "an operator": (
        "impl std::ops::Mul for É {\n    type Output = É;\n\n    fn mul(self, by: f64) -> É {\n        É(self.0 * by)\n"
        "    }\n}\n\nfn twice(é: É) -> É {\n    é * 2.0\n}\n",
        "Mul<f64>",
    ),
    "an operator that assigns, with a reference": (
        "impl std::ops::AddAssign for É {\n    fn add_assign(&mut self, by: &f64) {\n        self.0 += by;\n    }\n}\n",
        "AddAssign<&f64>",
    ),
    "a comparison": (
        "impl PartialEq for É {\n    fn eq(&self, other: &f64) -> bool {\n        self.0 == *other\n    }\n}\n",
        "PartialEq<f64>",
    ),
    "a conversion": ("impl From for É {\n    fn from(é: f64) -> É {\n        É(é)\n    }\n}\n", "From<f64>"),
    "an index": (
        "impl std::ops::Index for É {\n    type Output = f64;\n\n    fn index(&self, _: (u8, u8)) -> &f64 {\n"
        "        &self.0\n    }\n}\n",
        "Index<(u8, u8)>",
    ),
}


@pytest.mark.parametrize("name", MENDED)
def test_the_header_says_what_the_method_takes(compiler: Compiler, name: str) -> None:
    text, meant = MENDED[name]
    tree = SourceTree({"main.rs": HEAD + text + MAIN})
    mended = tree.files["main.rs"].replace(f"{meant.split('<')[0]} for", f"{meant} for")
    error = next(one for one in compiler.check(tree).errors if one.code in ("E0053", "E0107"))
    assert tree.apply(likelier(error, tree)[0][1]).files["main.rs"] == mended
    assert compiler.check(SourceTree({"main.rs": mended})).green


@pytest.mark.parametrize(
    "text",
    [
        "impl std::ops::Neg for É {\n    type Output = É;\n\n    fn neg(&self) -> É {\n        É(-self.0)\n    }\n}\n",
        "impl std::ops::Sub<É> for É {\n    type Output = f64;\n\n    fn sub(self, é: f64) -> f64 {\n"
        "        self.0 - é\n    }\n}\n",
        "trait Own {\n    fn of(&self, n: u8);\n}\n\nimpl Own for É {\n    fn of(&self, _: u16) {}\n}\n",
        "impl From for É {}\n",
    ],
)
def test_what_the_header_says_or_no_method_tells_is_left_alone(compiler: Compiler, text: str) -> None:
    tree = SourceTree({"main.rs": HEAD + text + MAIN})
    errors = compiler.check(tree).errors
    assert errors and not any(foremost(error, tree) for error in errors)
