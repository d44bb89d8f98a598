"""A value of named fields, made as if it were a tuple (E0423, E0533), as after the fields got their names: what stands
in the place of a field is its value, unless it has the name of another one."""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import arguments_of, field_text, members, methods, only, receiver
from sleepy_coder.rust.items import COMMENTS, node_text
from sleepy_coder.rust.nodes import around, value_at
from sleepy_coder.rust.rewritten import written_over
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
    commented = any(one.type in COMMENTS for one in given.named_children)
    made = _makers(said, tree) if struct is not None else []
    if commented or any(len(arguments_of(one)) == len(values) for one in made):
        return
    if not fields or len(values) != len(fields):
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
        if any(len(arguments_of(one)) == len(pairs) for one in _makers(struct["name"], tree)):
            return True
    return False


def _makers(struct: str, tree: SourceTree) -> list[Node]:
    """The functions of a type's own that make its values."""
    kind = re.compile(rf"\b(?:Self|{struct})\b")
    own = methods(tree, struct)
    return [one for one in own if kind.search(field_text(one, "return_type")) and not receiver(one)]


def _named(fields: Sequence[str], values: Sequence[str]) -> Sequence[tuple[str, str]] | None:
    """The values with their fields' names: all by their own names, or by their places where none has another's."""
    if set(fields) == set(values):
        return [(value, value) for value in values]
    pairs = [*zip(fields, values, strict=True)]
    return None if any(value in fields and value != field for field, value in pairs) else pairs
