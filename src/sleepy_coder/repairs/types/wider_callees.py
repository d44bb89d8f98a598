"""A function of the tree that declares a narrower number than all its callers want (E0308), as after what they keep was
widened: its result becomes as wide. A conversion at each call would keep what the narrow type cuts.

What the function gives may have the narrow type by itself; then it does not compile as the wider one. What it computes
may count on the narrow type's size, as a hash does; then it stays as it is.
"""

import re
from collections.abc import Iterator

from sleepy_coder.repairs.types.widened_results import fixed
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text, is_library, only
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import covered, value_at
from sleepy_coder.rust.numbers import converts
from sleepy_coder.rust.rewritten import written_over
from sleepy_coder.rust.source import Edit, SourceTree

_SIZED = re.compile(
    r"\b(?:wrapping|overflowing|saturating|checked|rotate|leading|trailing)_|\bcount_zeros\b|_bits\b|_bytes\b"
    r"|(?<!\w)!(?=[\w(])|[a-zA-Z_)\]]\w*\s*<<"
)
"""What comes out otherwise in a wider type."""
_NARROW = re.compile(r"^expected `(?P<wanted>\w+)`, found `(?P<given>\w+)`$")


def wider_callees(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The type that is wanted of a call as that of the function's result."""
    kinds = _NARROW.match(span.label or "") if error.code == "E0308" else None
    call = covered(value_at(tree, span), span) if kinds is not None else None
    if kinds is None or call is None or call.type != "call_expression" or not converts(kinds["given"], kinds["wanted"]):
        return
    home = only(tree, re.split(r"\W+", field_text(call, "function"))[-1], "function_item")
    result = home[1].child_by_field_name("return_type") if home is not None else None
    if home is None or result is None or node_text(result) != kinds["given"] or fixed(home[1]):
        return
    if _SIZED.search(field_text(home[1], "body")):
        return
    public = any(one.type == "visibility_modifier" and node_text(one) == "pub" for one in home[1].children)
    if not (public and is_library(tree)):
        yield f"let it return `{kinds['wanted']}`", written_over(tree, home[0], result, kinds["wanted"])
