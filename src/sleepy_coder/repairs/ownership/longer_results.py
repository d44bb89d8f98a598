"""A method whose result borrows from all of its value by what is left unsaid, `fn next(&mut self) -> Option<&str>` or
`-> Option<Token>`, where its type only holds a reference to what is given back: the callers' errors (E0499, E0502,
E0505, E0515, E0597) go when the result lives as long as that. So may those of the type's methods that it calls. It
compiles only if they do."""

from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text, only
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
        if len(found) != 1:
            continue
        file, method = found[0]
        pieces = _pieces(method, tree)
        inner = [piece for one in _own_calls(method) for piece in _pieces(one, tree)] if pieces else []
        for some in (pieces, [*pieces, *inner]) if inner else (pieces,):
            if some:
                yield "let the result live as long as what it is taken from", apart(tree, file, some)


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


def _own_calls(method: Node) -> list[Node]:
    """The other methods of the same implementation that a method calls of its own value, and those that these call."""
    block = around(method, "impl_item")
    body = block.child_by_field_name("body") if block is not None else None
    named = {field_text(one, "name"): one for one in (body.named_children if body is not None else ())}
    found = [method]
    for one in found:
        for node in walk(one):
            own = field_text(node, "value") == "self" if node.type == "field_expression" else False
            other = named.get(field_text(node, "field")) if own else None
            if other is not None and other not in found:
                found.append(other)
    return found[1:]


def _pieces(method: Node, tree: SourceTree) -> list[Piece]:
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
        elif one.type == "type_identifier" and _lends(one, tree):
            pieces.append(after(one, f"<{lifetimes[0]}>"))
    return pieces


def _lends(kind: Node, tree: SourceTree) -> bool:
    """Whether a type is one of the tree with a lifetime alone, which is not said."""
    home = only(tree, node_text(kind), "struct_item", "enum_item")
    given = home[1].child_by_field_name("type_parameters") if home is not None else None
    listed = [one for one in given.named_children if one.type != "attribute_item"] if given is not None else []
    said = (
        kind.parent is not None
        and kind.parent.child_by_field_name("type") == kind
        and kind.parent.type == "generic_type"
    )
    return len(listed) == 1 and node_text(listed[0]).startswith("'") and not said


def _declared(block: Node) -> list[str]:
    """The lifetimes that an implementation declares and gives to its type."""
    parameters, kind = block.child_by_field_name("type_parameters"), block.child_by_field_name("type")
    declared = {node_text(one) for one in walk(parameters) if one.type == "lifetime"}
    return list(
        dict.fromkeys(node_text(one) for one in walk(kind) if one.type == "lifetime" and node_text(one) in declared)
    )
