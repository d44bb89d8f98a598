"""A value of named fields, made as if it were a tuple (E0423, E0533), as after the fields got their names: what stands
in the place of a field is its value, unless it has the name of another one.

    Size(3, 4)                                Size { width: 3, height: 4 }

Where a function of the type's own makes such values of as many others, it decides: a `new` that hands all on as they
are says the same, and another `new` is called, unless it has the fields in another order.
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import arguments_of, bare, field_text, members, methods, only, receiver
from sleepy_coder.rust.items import COMMENTS, node_text
from sleepy_coder.rust.nodes import around, value_at
from sleepy_coder.rust.rewritten import after, rewritten, written_over
from sleepy_coder.rust.source import Edit, SourceTree

_VARIANT = re.compile(r"^expected value, found struct variant `(?:\w+::)*(?P<name>\w+)`")
_STRUCT = re.compile(r"^expected function, tuple struct or tuple variant, found struct `(?:\w+::)*(?P<name>\w+)`")


def positional_values(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The literal with its braces, where each field gets one value."""
    variant = _VARIANT.match(error.message) if error.code == "E0533" else None
    struct = _STRUCT.match(error.message) if error.code == "E0423" else None
    call = around(value_at(tree, span), "call_expression") if variant or struct else None
    function, given = (
        call.child_by_field_name(part) if call is not None else None for part in ("function", "arguments")
    )
    if call is None or function is None or given is None or function.start_byte != span.byte_start:
        return
    said = (variant or struct or {"name": ""})["name"]
    home = only(tree, said, "enum_variant" if variant else "struct_item")
    fields = [field_text(one, "name") for one in members(home[1]) if one.type == "field_declaration"] if home else []
    values = [node_text(one) for one in given.named_children]
    if not fields or len(values) != len(fields) or any(one.type in COMMENTS for one in given.named_children):
        return
    made = _makers(said, len(values), tree) if struct is not None else []
    if not all(_hands_on(one, fields) for one in made):
        taken = [field_text(one, "pattern") for one in arguments_of(made[0])]
        pairs = zip(taken, values, strict=True)
        in_order = taken == fields or set(taken) != set(fields)
        in_order = in_order and all(value == name or value not in taken for name, value in pairs)
        only_new = [field_text(one, "name") for one in made] == ["new"]
        if only_new and in_order and said != bare(field_text(around(call, "impl_item"), "type")):
            yield f"call `{said}::new`", rewritten(tree, span.file, [after(function, "::new")])
        return
    named = _named(fields, values)
    if named is not None:
        listed = ", ".join(name if name == value else f"{name}: {value}" for name, value in named)
        yield "name its fields", written_over(tree, span.file, call, f"{node_text(function)} {{ {listed} }}")


def misplaces(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether edits name the fields of such a value in the place of a function of its type that makes one of as many
    others, or give a field the variable that has another one's name."""
    struct = _STRUCT.match(error.message) if error.code == "E0423" else None
    if struct is None:
        return False
    literal = re.compile(rf"\b{struct['name']}\s*\{{(?P<fields>[^{{}}]*)\}}")
    for made in (found for edit in edits for found in literal.finditer(edit.new)):
        pairs = [
            (name.strip(), value.strip())
            for name, _, value in (one.partition(":") for one in made["fields"].split(","))
        ]
        names = [name for name, _ in pairs]
        if any(value in names and value != name for name, value in pairs):
            return True
        if not all(_hands_on(one, names) for one in _makers(struct["name"], len(pairs), tree)):
            return True
    return False


def _makers(struct: str, count: int, tree: SourceTree) -> list[Node]:
    """The functions of a type's own that make its values of so many others: `new` alone, where it is one of them."""
    kind = re.compile(rf"\b(?:Self|{struct})\b")
    own = (one for one in methods(tree, struct) if kind.search(field_text(one, "return_type")) and not receiver(one))
    found = [one for one in own if len(arguments_of(one)) == count]
    return [one for one in found if field_text(one, "name") == "new"] or found


def _hands_on(maker: Node, fields: Sequence[str]) -> bool:
    """Whether all that a function does is to give each field what stands in its place."""
    body = maker.child_by_field_name("body")
    parts = body.named_children if body is not None else []
    listed = parts[0].child_by_field_name("body") if len(parts) == 1 and parts[0].type == "struct_expression" else None
    given = {
        field_text(one, "field") or node_text(one): field_text(one, "value") or node_text(one)
        for one in (listed.named_children if listed is not None else [])
    }
    return [given.get(name) for name in fields] == [field_text(one, "pattern") for one in arguments_of(maker)]


def _named(fields: Sequence[str], values: Sequence[str]) -> Sequence[tuple[str, str]] | None:
    """The values with their fields' names: all by their own names, or by their places where none has another's."""
    if set(fields) == set(values):
        return [(value, value) for value in values]
    pairs = [*zip(fields, values, strict=True)]
    return None if any(value in fields and value != field for field, value in pairs) else pairs
