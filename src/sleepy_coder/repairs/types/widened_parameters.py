"""A function that is given a field which has grown beyond the number type of its parameter (E0308): the parameter
becomes as wide, which loses nothing, where rustc would convert the value and panic when it does not fit.

What else calls the function, or does something with the parameter that needs the narrow type, does not compile any
more, and so decides against it. A method of the number may do by its size what it does.
"""

import re
from collections.abc import Iterator

from sleepy_coder.repairs.types.widened_results import fixed
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import arguments_of, field_text
from sleepy_coder.rust.items import COMMENTS
from sleepy_coder.rust.nodes import around, covered, node_at, value_at
from sleepy_coder.rust.numbers import converts
from sleepy_coder.rust.rewritten import written_over
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_GROWN = re.compile(r"^expected `(\w+)`, found `(\w+)`$")
_DEFINED = re.compile(r"^(?:function|method|associated function) defined here$")


def widened_parameters(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The type of the field as that of the parameter."""
    kinds = _GROWN.match(span.label or "") if error.code == "E0308" else None
    value = covered(value_at(tree, span), span) if kinds is not None else None
    given = value.parent if value is not None else None
    if kinds is None or value is None or given is None or not converts(kinds[1], kinds[2]):
        return
    if kinds[1][0] != kinds[2][0] or value.type != "field_expression" or given.type != "arguments":
        return
    notes = (child for child in error.children if _DEFINED.match(child.message))
    home = next((one for note in notes for one in note.spans if one.file in tree.files), None)
    function = around(node_at(tree, home), "function_item") if home is not None else None
    place = [one for one in given.named_children if one.type not in COMMENTS].index(value)
    if home is None or function is None or fixed(function) or place >= len(arguments_of(function)):
        return
    parameter = arguments_of(function)[place]
    kind, name = parameter.child_by_field_name("type"), field_text(parameter, "pattern")
    fields = (one for one in walk(function.child_by_field_name("body")) if one.type == "field_expression")
    alone = not any(field_text(one, "value") == name for one in fields)
    if kind is not None and alone and field_text(parameter, "type") == kinds[1] and name.isidentifier():
        yield f"let it take `{kinds[2]}`", written_over(tree, home.file, kind, kinds[2])
