"""A type parameter that only tells types of one struct apart and that no field names (E0392): a `PhantomData` is its
field, which every value and every pattern gets.

Not where the tree never says what the parameter is: then it may as well be the parameter that is one too many. Where
`PhantomData` is imported for nothing, or given to a field that the struct lacks, the field was there; it has its name.
A second parameter joins the mark that is there.
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.repairs.items.imported import imported, is_imported
from sleepy_coder.repairs.items.renamed_fields import given_fields
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import bare, field_text
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import Piece, apart, appended, instead, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_UNUSED = re.compile(r"^type parameter `(\w+)` is never used$")
_FIELD, _MARKER = "_marker", "std::marker::PhantomData"
_WORD = re.compile(r"\bPhantomData\b")
_MARK = re.compile(r"(?:\w+::)*PhantomData(?:::<.*>)?")
_LITERAL, _PATTERN = "struct_expression", "struct_pattern"


def marker_fields(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """The field, its value wherever one is made, and the import."""
    unused = _UNUSED.match(error.message) if error.code == "E0392" else None
    struct = around(node_at(tree, span), "struct_item") if unused is not None else None
    body = struct.child_by_field_name("body") if struct is not None else None
    if unused is None or struct is None or body is None or body.type != "field_declaration_list":
        return
    name = field_text(struct, "name")
    marked = next((one for one in body.named_children if _MARK.fullmatch(bare(field_text(one, "type")))), None)
    if marked is not None:
        if _is_told(struct, name, tree):
            yield f"mark it with `{unused[1]}` too", [rewritten(tree, span.file, _widened(marked, unused[1]))]
        return
    wholes = [(file, one) for file, text in tree.files.items() for one in _wholes(file, text, name)]
    fields = {field for _, one in wholes if (field := _given(one)) is not None}
    left_over = is_imported(_MARKER, struct) and len(_WORD.findall(tree.files[span.file])) == 1
    if len(fields) > 1 or not (fields or left_over or _is_told(struct, name, tree)):
        return
    field = next(iter(fields), _FIELD)
    marker, edit = imported(_MARKER, struct, span.file, tree)
    edits = [edit] if edit is not None else []
    for file in tree.files:
        pieces = [appended(body, f"{field}: {marker}<{unused[1]}>")] if file == span.file else []
        pieces += [
            piece
            for home, one in wholes
            if home == file and field not in given_fields(one)
            for piece in _more(one, field, marker)
        ]
        edits += apart(tree, file, pieces) if pieces else ()
    yield f"mark it with `{unused[1]}`", edits


def _widened(marked: Node, parameter: str) -> list[Piece]:
    """The type of a mark with one more parameter."""
    given = next((one.named_children[0] for one in walk(marked) if one.type == "type_arguments"), None)
    if given is None:
        return []
    listed = node_text(given)[1:-1].rstrip(", ") if given.type == "tuple_type" else node_text(given)
    return [instead(given, f"({listed}, {parameter})")]


def _wholes(file: str, text: str, name: str) -> Iterator[Node]:
    """The literals and the patterns of a type in a file."""
    for one in walk(parse(text)) if file.endswith(".rs") and name in text else ():
        if one.type in (_LITERAL, _PATTERN) and _is_of(one, name):
            yield one


def _given(whole: Node) -> str | None:
    """The field to which a literal gives a mark."""
    body = whole.child_by_field_name("body")
    given = [one for one in (body.named_children if body is not None else []) if one.type == "field_initializer"]
    marked = (field_text(one, "field") for one in given if _MARK.fullmatch(field_text(one, "value")))
    return next(marked, None)


def _is_told(struct: Node, name: str, tree: SourceTree) -> bool:
    """Whether something names the type with an argument that is a type, and no parameter."""
    for file, text in tree.files.items():
        for one in walk(parse(text)) if file.endswith(".rs") and f"{name}<" in text else ():
            if one.type == "generic_type" and field_text(one, "type") == name:
                given = one.child_by_field_name("type_arguments")
                names = [node_text(part) for part in given.named_children] if given is not None else []
                if (
                    any(len(part) > 1 and not part.startswith("'") for part in names)
                    and around(one, "struct_item") != struct
                ):
                    return True
    return False


def _is_of(node: Node, name: str) -> bool:
    """Whether a literal or a pattern is of a type, under its name or as `Self`."""
    kind = bare(field_text(node, "name" if node.type == _LITERAL else "type").replace("::<", "<"))
    return kind == name or (kind == "Self" and bare(field_text(around(node, "impl_item"), "type")) == name)


def _more(node: Node, field: str, marker: str) -> list[Piece]:
    body = node.child_by_field_name("body") if node.type == _LITERAL else node
    rest = (
        any(one.type in ("base_field_initializer", "remaining_field_pattern") for one in body.children)
        if body
        else True
    )
    return [] if rest or body is None else [appended(body, f"{field}: {marker}" if node.type == _LITERAL else "..")]
