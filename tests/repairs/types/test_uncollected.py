"""A local that is used as a list is collected, if that ends."""

from sleepy_coder.repairs.foremost import foremost
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree


def ways(compiler: Compiler, text: str) -> list[str]:
    tree = SourceTree({"lib.rs": text}, crate_type="lib")
    errors = compiler.check(tree).errors
    assert errors
    return [tree.apply(one.edits).files["lib.rs"] for error in errors for one in foremost(error, tree)]


def test_a_chain_goes_on_as_it_is_indented(compiler: Compiler) -> None:
    text = "pub fn f(é: &str) -> char {\n\tlet all = é\n\t\t.trim()\n\t\t.chars();\n\tall[1]\n}\n"
    mended = text.replace("all =", "all: Vec<char> =").replace("chars()", "chars()\n\t\t.collect()")
    assert ways(compiler, text) == [mended]
    assert compiler.check(SourceTree({"lib.rs": mended}, crate_type="lib")).green


def test_what_does_not_end_is_left(compiler: Compiler) -> None:
    text = "pub fn f() -> u64 {\n    let all = (1..).map(|n: u64| n * n);\n    all[3]\n}\n"
    assert not ways(compiler, text)
    assert ways(compiler, text.replace("n * n)", "n * n).take(9)"))


def test_what_a_function_gives_as_an_iterator_is_collected(compiler: Compiler) -> None:
    head = "fn ups(é: &[u16]) -> impl Iterator<Item = u16> + '_ {\n    é.iter().map(|n| n + 1)\n}\n\n"
    text = head + "pub fn f(é: &[u16]) -> u16 {\n    let all = ups(é);\n    if all.len() > 1 { all[1] } else { 0 }\n}\n"
    mended = text.replace("all = ups(é)", "all: Vec<_> = ups(é).collect()")
    assert set(ways(compiler, text)) == {mended}
    assert compiler.check(SourceTree({"lib.rs": mended}, crate_type="lib")).green
    assert not ways(compiler, text.replace("> 1 { all[1]", "> 1 { 1")), "it may be counted"


def test_what_a_function_gives_may_have_no_end(compiler: Compiler) -> None:
    head = "fn ups() -> impl Iterator<Item = u16> {\n    (1..).filter(|n| n % 3 == 1)\n}\n\n"
    text = head + "pub fn f() -> u16 {\n    let all = ups();\n    all[1]\n}\n"
    assert not ways(compiler, text)
    assert not ways(compiler, text.replace("(1..).filter(|n| n % 3 == 1)", "0.."))
    assert ways(compiler, text.replace("== 1)", "== 1).take(7)"))
