"""What an iterator is collected into is told by the first method that is called on it."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

TEXT = 'fn main() {\n    let é = "b a".SPLIT.collect();\n    USE;\n}\n'
PATHS = 'let p = std::path::Path::new("b");\n    é.join(p)'


def repairs(compiler: Compiler, text: str) -> list[str]:
    tree = SourceTree({"main.rs": text})
    errors = compiler.check(tree).errors
    assert errors
    return [tree.apply(one.edits).files["main.rs"] for error in errors for one in implied(error, tree)]


@pytest.mark.parametrize(
    ("split", "use", "kind"),
    [
        ("chars().rev()", 'println!("{}", é.trim())', "String"),
        ("split(' ')", 'assert_eq!(é.to_uppercase(), "BA")', "String"),
        ("split(' ')", "é.sort()", "Vec<_>"),
        ("split(' ')", 'println!("{}", é.join("-"))', "Vec<_>"),
    ],
)
def test_texts_and_lists_are_told_by_their_methods(compiler: Compiler, split: str, use: str, kind: str) -> None:
    text = TEXT.replace("SPLIT", split).replace("USE", use)
    text = text.replace("let é", "let mut é") if "sort" in use else text
    mended = text.replace("é =", f"é: {kind} =")
    assert repairs(compiler, text) == [mended]
    assert compiler.check(SourceTree({"main.rs": mended})).green


@pytest.mark.parametrize(
    "use", ["é.len()", "let _ = é.find('a')", "é.contains(&'a')", "é.iter().max()", "for x in é.into_iter() {}", PATHS]
)
def test_what_several_kinds_share_tells_nothing(compiler: Compiler, use: str) -> None:
    assert repairs(compiler, TEXT.replace("SPLIT", "chars()").replace("USE", use)) == []


def test_a_type_of_the_crate_may_be_collected_as_well(compiler: Compiler) -> None:
    own = """
struct Word(usize);

impl FromIterator<char> for Word {
    fn from_iter<I: IntoIterator<Item = char>>(all: I) -> Self {
        Word(all.into_iter().count())
    }
}

impl Word {
    fn trim(&self) -> usize {
        self.0
    }
}
"""
    assert repairs(compiler, TEXT.replace("SPLIT", "chars()").replace("USE", "let _ = é.trim()") + own) == []
