"""A copy of what is only to be borrowed (E0308): rustc would borrow the copy; the original does, without a copy that is
dropped at once, and may be returned.

    smooth(self.samples.clone(), 3)         smooth(&self.samples, 3)
    samples[1..].to_vec()                   &samples[1..]

Not where it is lent to be changed: the copy may be what is to change.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import covered, on_one_line, value_at
from sleepy_coder.rust.rewritten import instead, rewritten, written_over
from sleepy_coder.rust.source import Edit, SourceTree

_WANTED = re.compile(r"^expected `&(?!mut\b|'static\b)(?P<wanted>.+)`, found `(?!&)(?P<found>.+)`$")
_COPYING = frozenset(("clone", "to_vec", "to_owned", "to_string", "into_owned", "to_path_buf"))
_PLACES = frozenset(("identifier", "field_expression", "index_expression", "self"))


def spare_copies(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """A reference to what would be copied, or that itself, if it is one; for all that a call is given wrongly."""
    if error.code == "E0308" and error.message.startswith("arguments to this "):
        found = [_original(one, said, tree) for one, said in _wrong(error) if one.file == span.file]
        if len(found) > 1 and all(found):
            pieces = [instead(call, texts[0]) for call, texts in filter(None, found)]
            yield "borrow them without a copy", rewritten(tree, span.file, pieces)
        return
    copy = _original(span, span.label or "", tree) if error.code == "E0308" else None
    if copy is not None:
        for text in copy[1]:
            yield "borrow it without a copy", written_over(tree, span.file, copy[0], text)


def _wrong(error: Diagnostic) -> Iterator[tuple[Span, str]]:
    """The arguments that are of another type, and what rustc says of each: of the first in a label, then in notes."""
    yield from ((one, one.label) for one in error.spans if (one.label or "").startswith("expected ") and one.label)
    for child in error.children:
        if child.level == "note" and child.message.startswith("expected `"):
            yield from ((one, child.message) for one in child.spans)


def _original(span: Span, said: str, tree: SourceTree) -> tuple[Node, list[str]] | None:
    """A call that copies where a reference is wanted, and what may stand in its place, the likelier first."""
    wanted = _WANTED.match(said)
    call = covered(value_at(tree, span), span) if wanted is not None else None
    function = call.child_by_field_name("function") if call is not None and call.type == "call_expression" else None
    original = function.child_by_field_name("value") if function is not None else None
    if call is None or original is None or field_text(function, "field") not in _COPYING or not on_one_line(call):
        return None
    given = call.child_by_field_name("arguments")
    if original.type not in _PLACES or given is None or given.named_children or call.end_byte != span.byte_end:
        return None
    copied = field_text(function, "field") != "clone" and original.type == "identifier"
    texts = [f"&{node_text(original)}", node_text(original)]
    return call, texts[::-1] if copied else texts
