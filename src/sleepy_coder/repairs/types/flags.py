"""A `true` or `false` where one of the tree's own enums is wanted (E0308), as after the enum took the place of a flag.

Which variant stands for which is nowhere said: each is a candidate, and only tests can tell.
"""

import re
from collections.abc import Iterator

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text, members, only
from sleepy_coder.rust.nodes import covered, value_at
from sleepy_coder.rust.rewritten import written_over
from sleepy_coder.rust.source import Edit, SourceTree

MOST_VARIANTS = 4
_WANTED = re.compile(r"^expected `(\w+)`, found `bool`$")


def is_flag(error: Diagnostic) -> bool:
    """Whether a literal of `bool` stands where another type is wanted."""
    span = error.primary
    literal = span is not None and span.text in ("true", "false")
    return literal and error.code == "E0308" and _WANTED.match(span.label or "") is not None if span else False


def flags(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """Each variant in the place of the flag."""
    wanted = _WANTED.match(span.label or "") if is_flag(error) else None
    home = only(tree, wanted[1], "enum_item") if wanted is not None else None
    literal = covered(value_at(tree, span), span)
    if wanted is None or home is None or literal is None or literal.type != "boolean_literal":
        return
    variants = [one for one in members(home[1]) if one.type == "enum_variant"]
    if len(variants) <= MOST_VARIANTS and not any(one.child_by_field_name("body") for one in variants):
        for one in variants:
            new = f"{wanted[1]}::{field_text(one, 'name')}"
            yield f"give it `{new}`", written_over(tree, span.file, literal, new)
