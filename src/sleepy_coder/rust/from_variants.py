"""An error that `?` cannot convert into the function's own (E0277), where that has one place for it alone: an enum one
variant, or a struct its only field. Then `From` can do nothing else."""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_LACKING = re.compile(r"^the trait `From<(?P<source>[\w:]+)>` is not implemented for `(?:\w+::)*(?P<own>\w+)`$")


def from_variants(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The missing `impl From` below the type."""
    lacking = _LACKING.match(span.label or "") if error.code == "E0277" else None
    if lacking is None or not error.message.startswith("`?` couldn't convert the error"):
        return
    found = [(file, home) for file, text in tree.files.items() for home in _defined(file, text, lacking["own"])]
    if len(found) != 1:
        return
    file, home = found[0]
    held = [(constructor, kind) for constructor, kind in _alone(home) if _same(node_text(kind), lacking["source"])]
    if len(held) == 1 and home.child_by_field_name("type_parameters") is None:
        constructor, kind = held[0]
        number = home.end_point.row + 2
        new = _written(lacking["own"], constructor, node_text(kind), tree.line(file, home.start_point.row + 1))
        yield f"convert `{node_text(kind)}`", Edit(file, number, number - 1, "", new)


def _defined(file: str, text: str, name: str) -> Iterator[Node]:
    for node in walk(parse(text)) if file.endswith(".rs") and name in text else ():
        named = node.child_by_field_name("name") if node.type in ("enum_item", "struct_item") else None
        if named is not None and node_text(named) == name:
            yield node


def _alone(home: Node) -> Iterator[tuple[str, Node]]:
    """What a type's values are made from one value by, and the type of that."""
    name, body = home.child_by_field_name("name"), home.child_by_field_name("body")
    parts = [home] if home.type == "struct_item" else body.named_children if body is not None else []
    for part in parts:
        fields, own = part.child_by_field_name("body"), part.child_by_field_name("name")
        kinds = fields.children_by_field_name("type") if fields is not None else []
        if own is None or name is None or fields is None or fields.type != "ordered_field_declaration_list":
            continue
        if len(kinds) == 1:
            yield node_text(name) if part == home else f"{node_text(name)}::{node_text(own)}", kinds[0]


def _same(kind: str, source: str) -> bool:
    """Whether two paths may name one type: the shorter ends the longer. A bare `Error` may be anyone's."""
    short, long = sorted((kind.split("::"), source.split("::")), key=len)
    return long[-len(short) :] == short and (short != ["Error"] or long == short)


def _written(own: str, constructor: str, kind: str, line: str) -> str:
    indent = line[: len(line) - len(line.lstrip())]
    lines = (
        "",
        f"impl From<{kind}> for {own} {{",
        f"    fn from(error: {kind}) -> Self {{",
        f"        {constructor}(error)",
        "    }",
        "}",
    )
    return "\n".join(indent + one if one else one for one in lines)
