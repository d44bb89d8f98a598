"""A `?` behind what is neither a `Result` nor an `Option` (E0277): what it asked can no longer fail, and it goes.

Not where the value decides something by itself or is dropped: a `bool` that takes the place of a `Result` still has to
be asked, and a statement that was there for its failure alone has no meaning without one. Nor where a thread or another
program is still to be waited for, or what is called asks itself, and is yet to return that it may fail
(`asked_results.py`).
"""

import re
from collections.abc import Iterator

from sleepy_coder.repairs.types.asked_results import half_done
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text, only
from sleepy_coder.rust.nodes import asked_at
from sleepy_coder.rust.rewritten import written_over
from sleepy_coder.rust.source import Edit, SourceTree

_KIND = re.compile(r"^the `\?` operator cannot be applied to type `(.+)`$")
_ASKED_OTHERWISE = re.compile(r"\b(?:bool|Result|Option|Poll|Future|ControlFlow|\w*Handle|Child|Command)\b|[_{]")


def plain_values(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The value without its `?`."""
    kind = _KIND.match(span.label or "") if error.code == "E0277" else None
    asked = asked_at(tree, span) if kind is not None else None
    if kind is None or asked is None or _ASKED_OTHERWISE.search(kind[1]):
        return
    call = asked.named_children[0] if asked.named_children else asked
    name = re.split(r"\W+", field_text(call, "function"))[-1]
    home = only(tree, name, "function_item") if name else None
    if home is not None and half_done(home[1]):
        return
    dropped = asked.parent is not None and asked.parent.type == "expression_statement"
    if not dropped or kind[1] == "()":
        yield "take out the `?`", written_over(tree, span.file, asked.children[-1], "")
