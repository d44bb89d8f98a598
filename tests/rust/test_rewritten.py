"""An edit lands where its nodes are."""

import pytest

from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import before, rewritten
from sleepy_coder.rust.source import BYTE_ORDER_MARK, SourceTree
from sleepy_coder.rust.walk import walk


@pytest.mark.parametrize("mark", ["", BYTE_ORDER_MARK])
@pytest.mark.parametrize("above", ["", "// above\n"])
def test_a_byte_order_mark_moves_no_edit(mark: str, above: str) -> None:
    text = f"{mark}{above}fn main() {{ let é = 1; let b = é; }}\n"
    tree = SourceTree({"main.rs": text})
    lets = [node for node in walk(parse(text)) if node.type == "let_declaration"]
    edit = rewritten(tree, "main.rs", [before(let, "/*!*/") for let in lets])
    assert tree.apply([edit]).files["main.rs"] == text.replace("let", "/*!*/let")


@pytest.mark.parametrize("mark", ["", BYTE_ORDER_MARK])
def test_a_byte_order_mark_moves_no_node(mark: str, compiler: Compiler) -> None:
    text = f"{mark}fn main() {{let a: u8 = b; }}\n"
    tree = SourceTree({"main.rs": text})
    (error,) = compiler.check(tree).errors
    assert error.primary is not None
    node = around(node_at(tree, error.primary), "identifier")
    assert node is not None and node_text(node) == "b"
    assert (node.start_byte, node.end_byte) == (error.primary.byte_start, error.primary.byte_end)
