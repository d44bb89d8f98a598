"""Of arguments in a wrong order the other orders are named that their types may allow."""

from sleepy_coder.repairs.implied import implied
from sleepy_coder.repairs.items.reordered import out_of_order
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

SEND = 'fn send(from: &str, to: &str, cents: u64) {\n    println!("{from} {to} {cents}");\n}\n\n'
MAIN = 'fn main() {\n    let (é, b) = ("é", "b");\n'


def orders(compiler: Compiler, call: str, head: str = SEND) -> set[str]:
    tree = SourceTree({"main.rs": f"{head}{MAIN}    {call};\n}}\n"})
    (error,) = compiler.check(tree).errors
    assert out_of_order(error)
    found = (tree.apply(one.edits).files["main.rs"] for one in implied(error, tree))
    return {text.split(f"{MAIN}    ")[1].removesuffix(";\n}\n") for text in found}


def test_what_differs_from_rustcs_order_in_two_arguments_is_named(compiler: Compiler) -> None:
    found = orders(compiler, "send(7, é, b)")  # rustc: b, é, 7
    assert "send(é, b, 7)" in found and "send(b, é, 7)" not in found and "send(7, é, b)" not in found
    assert "send(b, é, 7 /* c */)" in orders(compiler, "send(é, 7, b /* c */)")


def test_two_arguments_have_one_other_order(compiler: Compiler) -> None:
    assert not orders(compiler, "pair(1, é)", 'fn pair(a: &str, n: u8) {\n    println!("{a} {n}");\n}\n\n')
