"""Breaks of borrowing: a reference taken too early, kept too long, or of the wrong kind."""

from collections.abc import Iterator
from itertools import pairwise
from random import Random

from tree_sitter import Node

from sleepy_coder.breaker.operators.insertions import copied_values
from sleepy_coder.breaker.syntax import Break, Cut, Syntax, within

_SHARED_METHOD = {
    **{
        f"{name}_mut": name
        for name in ("iter", "get", "first", "last", "values", "chunks", "split_at", "peek", "front")
    },
    "as_mut": "as_ref",
    "as_deref_mut": "as_deref",
    "back_mut": "back",
    "as_mut_slice": "as_slice",
}
_REBINDABLE = ("call_expression", "macro_invocation", "array_expression")


def neighbours(syntax: Syntax) -> Iterator[tuple[Node, Node]]:
    """Statements that follow each other in one block."""
    for block in syntax.all("block"):
        yield from pairwise(block.named_children)


def _names_in(node: Node) -> list[Node]:
    """Every name that stands in an expression or statement, `self` too, macro arguments included."""
    found, stack = [], [node]
    while stack:
        one = stack.pop()
        if one.type in ("identifier", "self"):
            found.append(one)
        stack.extend(one.children)
    return found


def _bound_name(let: Node) -> Node | None:
    """The name that a plain `let` binds."""
    pattern = let.child_by_field_name("pattern") if let.type == "let_declaration" else None
    return pattern if pattern is not None and pattern.type == "identifier" else None


def _is_named_after(syntax: Syntax, name: str, statement: Node) -> bool:
    """Whether a name stands anywhere in the statement's block behind the statement."""
    block = statement.parent
    later = [node for node in block.named_children if node.start_byte > statement.start_byte] if block else []
    return any(syntax.text(node) == name for one in later for node in _names_in(one))


def initialiser(syntax: Syntax, rng: Random) -> list[Break]:
    """`let mut total: u32 = 0;` made `let mut total: u32;`, where the empty value is the only sensible start."""
    found = []
    for let in syntax.all("let_declaration"):
        pattern, value = let.child_by_field_name("pattern"), let.child_by_field_name("value")
        kind = let.child_by_field_name("type")
        if pattern is None or value is None or pattern.type != "identifier":
            continue
        if any(child.type == "mutable_specifier" for child in let.children) and _is_empty(syntax.text(value)):
            found.append(Break.one((kind or pattern).end_byte, value.end_byte))
    return found


def _is_empty(value: str) -> bool:
    return value in ("0", "0.0", "false", "None", '""', "vec![]") or value.endswith(("::new()", "::default()"))


def second_mutable(syntax: Syntax, rng: Random) -> list[Break]:
    """`let a = v[0];` made `let a = &mut v[0];`; a second borrow made before the last use of the first."""
    early = []
    for use, let in neighbours(syntax):
        if use.type == "expression_statement" and let.type == "let_declaration" and _uses_borrow(syntax, use, let):
            texts = [syntax.source[node.start_byte : node.end_byte] for node in (use, let)]
            early.append(
                Break((Cut(use.start_byte, use.end_byte, texts[1]), Cut(let.start_byte, let.end_byte, texts[0])))
            )
    stars = [
        Break.one(value.start_byte, value.start_byte + 1)
        for let in syntax.all("let_declaration")
        if (value := let.child_by_field_name("value")) is not None
        if value.type == "unary_expression" and value.children[0].type == "*"
    ]
    return [*copied_values(syntax, b"&mut "), *stars, *early]


def _uses_borrow(syntax: Syntax, use: Node, let: Node) -> bool:
    """Whether `use` names what an earlier `let` took out of something that `let` takes from again."""
    value = let.child_by_field_name("value")
    block = use.parent
    if value is None or block is None:
        return False
    sources = {syntax.text(node) for node in _names_in(value)}
    used = {syntax.text(node) for node in _names_in(use)}
    for earlier in block.named_children:
        if earlier.start_byte >= use.start_byte:
            return False
        name = _bound_name(earlier)
        if name is not None and syntax.text(name) in used:
            taken = earlier.child_by_field_name("value")
            if taken is not None and not sources.isdisjoint(syntax.text(node) for node in _names_in(taken)):
                return True
    return False


def temporary(syntax: Syntax, rng: Random) -> list[Break]:
    """`let a = make(); let b = a.trim();` made `let b = make().trim();`."""
    found = []
    for owner, view in neighbours(syntax):
        name, made = _bound_name(owner), owner.child_by_field_name("value")
        value = view.child_by_field_name("value") if view.type == "let_declaration" else None
        if name is None or made is None or value is None or made.type not in _REBINDABLE:
            continue
        spelt = syntax.text(name)
        uses = [node for node in _names_in(value) if syntax.text(node) == spelt]
        if len(uses) == 1 and uses[0].parent is not None and uses[0].parent.type != "token_tree":
            text = syntax.source[made.start_byte : made.end_byte]
            if not _is_named_after(syntax, spelt, view):
                cuts = (Cut(owner.start_byte, view.start_byte), Cut(uses[0].start_byte, uses[0].end_byte, text))
                found.append(Break(cuts))
    return found


def shared(syntax: Syntax, rng: Random) -> list[Break]:
    """`&mut T` of a parameter made `&T`, `&mut x` made `&x`, `.iter_mut()` made `.iter()`."""
    words = [
        node
        for node in syntax.all("mutable_specifier")
        if node.parent is not None
        if (node.parent.type == "reference_type" and within(node, "parameter") is not None)
        or (node.parent.type == "reference_expression" and all(child.type != "raw" for child in node.parent.children))
    ]
    found = [
        Break.one(node.start_byte, node.next_sibling.start_byte) for node in words if node.next_sibling is not None
    ]
    for method in syntax.methods(*_SHARED_METHOD):
        end = method.arguments.start_byte
        found.append(Break.one(end - len(method.name), end, _SHARED_METHOD[method.name].encode()))
    return found
