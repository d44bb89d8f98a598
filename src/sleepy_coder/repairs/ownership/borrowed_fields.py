"""A struct with a field that is a reference and no lifetime to name (E0106): it gets one, with its implementations,
and so do the parameters that its constructors fill such fields from. rustc names the field and the struct alone."""

from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.repairs.items.impl_lifetimes import listed
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import Piece, after, apart
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_NAME = "'a"


def borrowed_fields(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """`'a` for the struct, its references and its implementations in the same file."""
    field = around(node_at(tree, span), "field_declaration") if error.code == "E0106" else None
    home = around(field, "struct_item")
    name = home.child_by_field_name("name") if home is not None else None
    body = home.child_by_field_name("body") if home is not None else None
    if home is None or name is None or body is None or body.type != "field_declaration_list":
        return
    parameters = home.child_by_field_name("type_parameters")
    if any(one.type == "lifetime" for one in walk(parameters)):
        return
    kinds = [kind for one in body.named_children if (kind := one.child_by_field_name("type")) is not None]
    unnamed = [one for kind in kinds for one in _unnamed(kind)]
    if not unnamed:
        return
    own = [*listed(parameters, name, [_NAME]), *(after(one.children[0], f"{_NAME} ") for one in unnamed)]
    held = {node_text(one) for one in unnamed}
    blocks = [one for one in walk(parse(tree.files[span.file])) if one.type == "impl_item"]
    said: list[list[Piece]] = []
    for kept in (True, False):  # first for what is put into the fields as it is
        pieces = [
            *own,
            *(piece for one in blocks for piece in _of_implementation(one, node_text(name), held, kept=kept)),
        ]
        if pieces not in said:
            said.append(pieces)
            yield f"give `{node_text(name)}` a lifetime", apart(tree, span.file, pieces)


def _unnamed(kind: Node) -> Iterator[Node]:
    """The references in a type that name no lifetime; those of a function's own parameters need none."""
    for one in walk(kind):
        named = any(child.type == "lifetime" for child in one.children)
        home = around(one, "function_type", "field_declaration") if one.type == "reference_type" else None
        if home is not None and home.type == "field_declaration" and not named:
            yield one


def _of_implementation(block: Node, name: str, held: set[str], *, kept: bool) -> Iterator[Piece]:
    kind, body = block.child_by_field_name("type"), block.child_by_field_name("body")
    generic = kind is not None and kind.type == "generic_type"
    own = kind.child_by_field_name("type") if generic and kind is not None else kind
    arguments = kind.child_by_field_name("type_arguments") if generic and kind is not None else None
    if kind is None or own is None or node_text(own) != name:
        return
    constructors = [one for one in (body.named_children if body is not None else ()) if _makes(one, name)]
    filled = [kind for one in constructors for kind in _filling(one, held, kept=kept)]
    if filled:
        keyword = next(child for child in block.children if child.type == "impl")
        yield from listed(block.child_by_field_name("type_parameters"), keyword, [_NAME])
        yield from (after(one.children[0], f"{_NAME} ") for one in filled)
        for one in constructors:
            results = walk(one.child_by_field_name("return_type"))
            yield from (after(kind, f"<{_NAME}>") for kind in results if node_text(kind) == name and not kind.children)
    yield from listed(arguments, kind, [_NAME if filled else "'_"])


def _makes(method: Node, name: str) -> bool:
    """Whether a function of no `self` gives back the struct."""
    parameters, result = method.child_by_field_name("parameters"), method.child_by_field_name("return_type")
    if method.type != "function_item" or parameters is None:
        return False
    own = any(one.type == "self_parameter" for one in parameters.named_children)
    return not own and any(node_text(one) in ("Self", name) for one in walk(result))


def _filling(method: Node, held: set[str], *, kept: bool) -> Iterator[Node]:
    """The references that a function takes as a field holds them, of those that it puts into one as they are, if there
    are such and only these are wanted."""
    parameters = method.child_by_field_name("parameters")
    listed = [one for one in (parameters.named_children if parameters is not None else ()) if one.type == "parameter"]
    taking = [one for one in listed if field_text(one, "type") in held]
    put = {
        node_text(one) if one.type == "shorthand_field_initializer" else field_text(one, "value")
        for one in walk(method)
        if one.type in ("shorthand_field_initializer", "field_initializer")
    }
    as_they_are = [one for one in taking if field_text(one, "pattern") in put]
    for one in as_they_are if kept and as_they_are else taking:
        kind = one.child_by_field_name("type")
        yield from [kind] if kind is not None else []
