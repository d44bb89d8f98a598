"""What a method needs of a type parameter is asked for where the parameter is declared."""

import pytest

from sleepy_coder.repairs.joint import joint
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

USE = "use std::collections::HashSet;\n"
HASH = USE + "use std::hash::Hash;\n"
HEAD = "\nstruct Seen<É>(HashSet<É>);\n\n"
BODY = " {\n    fn add(&mut self, one: É) -> bool {\n        self.0.insert(one)\n    }\n}\n\n"
MAIN = "fn main() {\n    let mut seen = Seen(HashSet::new());\n    println!(\"{}\", seen.add('é'));\n}\n"


def repairs(compiler: Compiler, tree: SourceTree) -> set[str]:
    errors = compiler.check(tree).errors
    assert errors
    return {tree.apply(one.edits).files["main.rs"] for error in errors for one in joint(error, tree)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (USE + HEAD + "impl<É> Seen<É>", HASH + HEAD + "impl<É: Eq + Hash> Seen<É>"),
        (USE + HEAD + "impl<É: Eq> Seen<É>", HASH + HEAD + "impl<É: Eq + Hash> Seen<É>"),
        (HASH + HEAD + "impl<É: Eq> Seen<É>", HASH + HEAD + "impl<É: Eq + Hash> Seen<É>"),
        (USE + HEAD + "impl<É> Seen<É>\nwhere\n    É: Eq,", HASH + HEAD + "impl<É> Seen<É>\nwhere\n    É: Eq + Hash,"),
    ],
)
def test_the_parameter_is_bound_where_it_is_declared(compiler: Compiler, old: str, new: str) -> None:
    tree, mended = SourceTree({"main.rs": old + BODY + MAIN}), new + BODY + MAIN
    assert repairs(compiler, tree) == {mended}
    assert compiler.check(SourceTree({"main.rs": mended})).green


def test_a_trait_of_the_same_name_is_not_taken_for_the_librarys(compiler: Compiler) -> None:
    own = "mod own {\n    pub trait Hash {}\n}\nuse own::Hash;\n" + USE + HEAD + "impl<É: Eq + Hash> Seen<É>"
    (text,) = repairs(compiler, SourceTree({"main.rs": own + BODY + MAIN}))
    assert "impl<É: Eq + Hash + std::hash::Hash> Seen<É>" in text


def test_what_belongs_to_another_import_stays_with_it(compiler: Compiler) -> None:
    attribute = "#[allow(unused)]\n"
    (text,) = repairs(compiler, SourceTree({"main.rs": attribute + USE + HEAD + "impl<É: Eq> Seen<É>" + BODY + MAIN}))
    assert text.index("use std::hash::Hash;") != text.index(attribute) + len(attribute)


def test_what_is_no_parameter_is_left_alone(compiler: Compiler) -> None:
    text = USE + "\nstruct É;\n\nfn main() {\n    let mut all = HashSet::new();\n    all.insert(É);\n}\n"
    assert repairs(compiler, SourceTree({"main.rs": text})) == set()


def test_the_other_methods_of_a_library_are_not_taken_from_its_users(compiler: Compiler) -> None:
    more = BODY.replace("    fn add", "    pub fn size(&self) -> usize {\n        self.0.len()\n    }\n\n    fn add")
    for body, some in ((BODY, True), (more, False)):
        text = USE + HEAD.replace("struct", "pub struct") + "impl<É: Eq> Seen<É>" + body
        assert bool(repairs(compiler, SourceTree({"main.rs": text}, crate_type="lib"))) == some
