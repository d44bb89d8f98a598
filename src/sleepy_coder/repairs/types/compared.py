"""A reference compared with the value of its like (E0308, E0277): `count > 1` in a closure that is given references to
references. Followed as often as it must be, it is compared by what it refers to.
"""

import re
from collections.abc import Iterator

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, covered, value_at
from sleepy_coder.rust.rewritten import before, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_VALUE = r"(?:\{integer\}|\{float\}|integer|floating-point number|\w+)"
_FOUND = re.compile(rf"^expected `(?P<more>&+)(?P<kind>\w+)`, found (?:`(?P<fewer>&*)(?P<other>{_VALUE})`|{_VALUE})$")
_OPERATORS = frozenset(("==", "!=", "<", "<=", ">", ">="))
_FOLLOWED = frozenset(("identifier", "field_expression", "index_expression", "call_expression"))


def compared(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The left side with the stars that make it what the right side is."""
    found = _FOUND.match(span.label or "") if error.code == "E0308" else None
    right = covered(value_at(tree, span), span) if found is not None else None
    comparison = around(right, "binary_expression")
    if found is None or right is None or comparison is None or comparison.child_by_field_name("right") != right:
        return
    left, operator = (comparison.child_by_field_name(name) for name in ("left", "operator"))
    stars = len(found["more"]) - len(found["fewer"] or "")
    if left is None or operator is None or node_text(operator) not in _OPERATORS or left.type not in _FOLLOWED:
        return
    if stars > 0 and len(found["more"]) > 1:
        yield "compare what it refers to", rewritten(tree, span.file, [before(left, "*" * stars)])
