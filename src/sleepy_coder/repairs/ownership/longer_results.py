"""A method whose result borrows from all of its value by what is left unsaid, `fn next(&mut self) -> Option<&str>`,
where its type only holds a reference to what is given back: the callers' errors (E0499, E0502, E0505, E0515, E0597) go
when the result lives as long as that. It compiles only if it does."""

from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import Piece, after, apart, instead
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_CODES = frozenset(("E0499", "E0502", "E0505", "E0506", "E0515", "E0597", "E0716"))


def longer_results(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """The lifetime of the type in the result of a method that an error names."""
    called: dict[str, None] = {}
    for one in error.spans if error.code in _CODES else ():
        name = _called(node_at(tree, one)) if one.file in tree.files else None
        if name is not None:
            called[name] = None
    for name in called:
        found = [(file, method) for file, text in tree.files.items() for method in _methods(file, text, name)]
        pieces = _pieces(found[0][1]) if len(found) == 1 else []
        if pieces:
            yield "let the result live as long as what it is taken from", apart(tree, found[0][0], pieces)


def _called(receiver: Node | None) -> str | None:
    """The method that is called of a variable."""
    member = receiver.parent if receiver is not None and receiver.type in ("identifier", "self") else None
    call = member.parent if member is not None and member.type == "field_expression" else None
    method = member.child_by_field_name("field") if member is not None else None
    named = call is not None and call.type == "call_expression" and call.child_by_field_name("function") == member
    return node_text(method) if named and method is not None else None


def _methods(file: str, text: str, name: str) -> Iterator[Node]:
    for one in walk(parse(text)) if file.endswith(".rs") and f"fn {name}" in text else ():
        named = one.child_by_field_name("name") if one.type == "function_item" else None
        if named is not None and node_text(named) == name:
            yield one


def _pieces(method: Node) -> list[Piece]:
    """The lifetime that the method's type has, wherever its result leaves one unsaid."""
    block = around(method, "impl_item")
    listed, result = method.child_by_field_name("parameters"), method.child_by_field_name("return_type")
    if block is None or block.child_by_field_name("trait") is not None or listed is None:
        return []
    own = next((one for one in listed.named_children if one.type == "self_parameter"), None)
    lifetimes = _declared(block)
    if own is None or node_text(own) not in ("&self", "&mut self") or len(lifetimes) != 1:
        return []
    pieces: list[Piece] = []
    for one in walk(result):
        if one.type == "reference_type" and not any(child.type == "lifetime" for child in one.children):
            pieces.append(after(one.children[0], f"{lifetimes[0]} "))
        elif one.type == "lifetime" and node_text(one) == "'_":
            pieces.append(instead(one, lifetimes[0]))
    return pieces


def _declared(block: Node) -> list[str]:
    """The lifetimes that an implementation declares and gives to its type."""
    parameters, kind = block.child_by_field_name("type_parameters"), block.child_by_field_name("type")
    declared = {node_text(one) for one in walk(parameters) if one.type == "lifetime"}
    return list(
        dict.fromkeys(node_text(one) for one in walk(kind) if one.type == "lifetime" and node_text(one) in declared)
    )
