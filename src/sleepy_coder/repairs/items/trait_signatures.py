"""A method whose types are not those that its trait declares (E0053): rustc mends one of them at a time; here it gets
what the trait says for the one that is flagged, or for all.

The trait is right where others keep to it. Where all of several implementations differ from it, it may be what is out
of date, and its owner knows.
"""

from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import arguments_of, bare, field_text, implementations, members, only
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import Piece, rewritten
from sleepy_coder.rust.source import Edit, SourceTree


def trait_signatures(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The types as the trait declares them."""
    method = around(node_at(tree, span), "function_item") if error.code == "E0053" else None
    block = around(method, "impl_item")
    if method is None or block is None:
        return
    trait = only(tree, bare(field_text(block, "trait")), "trait_item")
    declared = member_of(trait[1], field_text(method, "name")) if trait is not None else None
    if trait is None or declared is None or trait[1].child_by_field_name("type_parameters") is not None:
        return
    if not _kept_to(declared, block, bare(field_text(block, "trait")), tree):
        return
    changes = list(_differences(declared, method))
    flagged = [one for one in changes if one[0].row == span.line_start - 1 and _holds(one, span, tree)]
    for chosen in (flagged, changes):
        if chosen and (chosen is flagged or chosen != flagged):
            yield "declare it as the trait does", rewritten(tree, span.file, chosen)


def member_of(owner: Node, name: str) -> Node | None:
    """The function of a name in a trait or an implementation."""
    kinds = ("function_item", "function_signature_item")
    return next((one for one in members(owner) if one.type in kinds and field_text(one, "name") == name), None)


def _kept_to(declared: Node, block: Node, trait: str, tree: SourceTree) -> bool:
    """Whether some other implementation has the trait's types, or there is no other."""
    name = field_text(declared, "name")
    blocks = [one for _, one in implementations(tree, trait=trait) if one != block]
    others = [found for one in blocks if (found := member_of(one, name)) is not None]
    return not others or any(not list(_differences(declared, one)) for one in others)


def _differences(declared: Node, method: Node) -> Iterator[Piece]:
    """What a method writes otherwise than its trait, each with what the trait says."""
    pairs = list(zip(_parts(declared), _parts(method), strict=False))
    if len(_parts(declared)) != len(_parts(method)):
        return
    for wanted, found in pairs:
        if _plain(wanted) != _plain(found):
            yield found.start_point, found.end_point, node_text(wanted)


def _parts(function: Node) -> list[Node]:
    """How `self` is taken, the parameters' types and the result's."""
    parameters = function.child_by_field_name("parameters")
    own = [one for one in (parameters.named_children if parameters is not None else []) if one.type == "self_parameter"]
    kinds = [one.child_by_field_name("type") for one in arguments_of(function)]
    return [*own, *(one for one in [*kinds, function.child_by_field_name("return_type")] if one is not None)]


def _plain(part: Node) -> str:
    text = "".join(node_text(part).split())
    return text.removeprefix("mut") if part.type == "self_parameter" else text


def _holds(piece: Piece, span: Span, tree: SourceTree) -> bool:
    start = len(tree.line(span.file, span.line_start)[: span.column_start - 1].encode())
    return piece[0].column <= start < piece[1].column or piece[1].row > piece[0].row
