"""A `?` behind what is neither a `Result` nor an `Option` (E0277): what it asked can no longer fail, and it goes.

Not where the value decides something by itself or is dropped: a `bool` that takes the place of a `Result` still has to
be asked, and a statement that was there for its failure alone has no meaning without one.
"""

import re
from collections.abc import Iterator

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.nodes import asked_at
from sleepy_coder.rust.rewritten import written_over
from sleepy_coder.rust.source import Edit, SourceTree

_KIND = re.compile(r"^the `\?` operator cannot be applied to type `(.+)`$")
_ASKED_OTHERWISE = re.compile(r"\b(?:bool|Result|Option|Poll|Future|ControlFlow)\b|[_{]")


def plain_values(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The value without its `?`."""
    kind = _KIND.match(span.label or "") if error.code == "E0277" else None
    asked = asked_at(tree, span) if kind is not None else None
    if kind is None or asked is None or _ASKED_OTHERWISE.search(kind[1]):
        return
    dropped = asked.parent is not None and asked.parent.type == "expression_statement"
    if not dropped or kind[1] == "()":
        yield "take out the `?`", written_over(tree, span.file, asked.children[-1], "")
