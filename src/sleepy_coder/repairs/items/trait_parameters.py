"""A method without a parameter that its trait declares (E0050), and whose body uses it by the trait's name (E0425): the
method takes it where the trait has it.

    trait Shape { fn area(&self, scale: f64) -> f64; }
    fn area(&self) -> f64 { .. scale .. }     fn area(&self, scale: f64) -> f64 { .. scale .. }

One that the body does not use may still have to be used, so which it is nobody can tell.
"""

from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.repairs.items.trait_signatures import member_of
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import arguments_of, bare, field_text, only
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import Piece, after, appended, before, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.unbound import unbound


def trait_parameters(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The parameters as the trait declares them."""
    method = around(node_at(tree, span), "function_item") if error.code in ("E0050", "E0425") else None
    body = method.child_by_field_name("body") if method is not None else None
    trait = only(tree, bare(field_text(around(method, "impl_item"), "trait")), "trait_item")
    declared = member_of(trait[1], field_text(method, "name")) if trait is not None else None
    if method is None or body is None or trait is None or declared is None:
        return
    wanted, own = arguments_of(declared), arguments_of(method)
    lacks = len(wanted) - len(own)
    used = unbound([body], tree) if lacks > 0 and not trait[1].child_by_field_name("type_parameters") else []
    missing = [one for one in wanted if field_text(one, "pattern") in used]
    kept = [one for one in wanted if one not in missing]
    if len(missing) == lacks > 0 and list(map(_type, kept)) == list(map(_type, own)):
        names = " and ".join(f"`{field_text(one, 'pattern')}`" for one in missing)
        yield f"take {names} as the trait does", rewritten(tree, span.file, _added(method, wanted, missing))


def _type(parameter: Node) -> str:
    return "".join(field_text(parameter, "type").split())


def _added(method: Node, wanted: Sequence[Node], missing: Sequence[Node]) -> list[Piece]:
    """What is put before the method's own parameters, and behind all."""
    pieces: list[Piece] = []
    own = iter(arguments_of(method))
    waiting: list[str] = []
    for one in wanted:
        if one in missing:
            waiting.append(node_text(one))
            continue
        place = next(own)
        pieces += [before(place, "".join(f"{text}, " for text in waiting))] if waiting else []
        waiting = []
    listed = method.child_by_field_name("parameters")
    if waiting and listed is not None:
        text = ", ".join(waiting)
        pieces.append(appended(listed, text) if listed.named_children else after(listed.children[0], text))
    return pieces
