"""A field that a literal lacks (E0063) whose other fields are those of another value of the struct, each under its own
name: so is this one.

    Ticket { title: old.title.clone(), id: old.id }     Ticket { title: .., id: .., tags: old.tags.clone() }

One of several others may be given anew, as that is what such a copy is made for.
"""

import re
from collections import Counter
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_LACKING = re.compile(r"^missing field `(\w+)` in initializer of ")
_COPIED = re.compile(r"(\w+)\s*\.\s*(\w+)(?:\s*\.\s*(?:clone|to_string|to_owned|to_vec)\(\))?")


def copied_fields(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The field of the same value, as it is or cloned."""
    lacking = _LACKING.match(error.message) if error.code == "E0063" else None
    literal = around(node_at(tree, span), "struct_expression") if lacking is not None else None
    body = literal.child_by_field_name("body") if literal is not None else None
    if lacking is None or body is None or body.has_error:
        return
    fields = [one for one in body.named_children if one.type in ("field_initializer", "shorthand_field_initializer")]
    sources = Counter(source for one in fields if (source := _source(one)) is not None)
    source, copies = next(iter(sources.most_common(1)), ("", 0))
    if copies < 2 or copies + 1 < len(fields) or len(sources) != 1 or fields[-1] != body.named_children[-1]:
        return
    last, name = fields[-1], lacking[1]
    line = tree.line(span.file, last.start_point.row + 1)
    apart = f"\n{line[: len(line) - len(line.lstrip())]}" if last.start_point.row < body.end_point.row else " "
    follower = last.next_sibling
    comma = follower is not None and follower.type == ","
    for value in (f"{source}.{name}", f"{source}.{name}.clone()"):
        text = f"{apart}{name}: {value}"
        piece = after(follower, f"{text},") if comma and follower is not None else after(last, f",{text}")
        yield f"take `{name}` of `{source}` too", rewritten(tree, span.file, [piece])


def _source(field: Node) -> str | None:
    """The variable whose field of the same name a field is."""
    found = _COPIED.fullmatch(field_text(field, "value"))
    return found[1] if found is not None and found[2] == field_text(field, "field") else None
