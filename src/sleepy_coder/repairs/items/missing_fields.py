"""Fields that an initializer lacks (E0063), where the function has variables of their names.

    Point { x }                               Point { x, y }

Not where the literal does not parse: rustc does not see all of it.
"""

import re
from collections.abc import Iterator

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import COMMENTS, node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import after, rewritten, written_over
from sleepy_coder.rust.source import Edit, SourceTree

_LACKING = re.compile(r"^missing fields? (.*) in initializer of ")


def missing_fields(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The literal with those variables for its fields."""
    lacking = _LACKING.match(error.message)
    if lacking is None or "other field" in lacking[1]:
        return
    literal = around(node_at(tree, span), "struct_expression")
    function = around(literal, "function_item")
    fields = literal.child_by_field_name("body") if literal is not None else None
    if literal is None or function is None or fields is None or fields.has_error:
        return
    names = re.findall(r"`(\w+)`", lacking[1])
    above = node_text(function).encode()[: literal.start_byte - function.start_byte].decode(errors="ignore")
    if not all(re.search(rf"(?<![.\w]){name}\b", above) for name in names):
        return
    last = next((one for one in reversed(fields.named_children) if one.type not in COMMENTS), None)
    comma = last is not None and last.next_sibling is not None and last.next_sibling.type == ","
    if last is None:
        if node_text(fields).strip("{} "):  # over several lines
            return
        edit = written_over(tree, span.file, fields, f"{{ {', '.join(names)} }}")
    elif comma and last.end_point.row < fields.end_point.row:
        number = last.end_point.row + 2
        line = tree.line(span.file, last.start_point.row + 1)
        indent = line[: len(line) - len(line.lstrip())]
        edit = Edit(span.file, number, number - 1, "", "\n".join(f"{indent}{name}," for name in names))
    else:
        edit = rewritten(tree, span.file, [after(last, f", {', '.join(names)}")])
    yield f"give {lacking[1]} the variable of that name", edit
