"""Arguments in a wrong order (E0308): rustc puts each where its type fits. Where two parameters are of one type, more
than one order fits; so others are tried too, and show whether the order is open.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from tree_sitter import Node

from sleepy_coder.errors import EditRejected
from sleepy_coder.repairs.items.spare_arguments import MOST_ARGUMENTS, arguments_at
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import COMMENTS, node_text
from sleepy_coder.rust.nodes import value_at
from sleepy_coder.rust.rewritten import rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.suggestion import suggestions

_REORDERED = re.compile(r"(?:swap|reorder) these arguments")


def out_of_order(error: Diagnostic) -> bool:
    """Whether rustc would put the arguments of a call in another order."""
    return error.code == "E0308" and any(_REORDERED.match(child.message) for child in error.children)


def reordered(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The orders that differ from rustc's in two arguments, one of which it moved."""
    given = _given(tree, span) if out_of_order(error) else []
    found = (one for one in suggestions(error, tree) if _REORDERED.match(one.message))
    proposal = next(found, None) if 1 < len(given) <= MOST_ARGUMENTS else None
    if proposal is None:
        return
    texts = [node_text(one) for one in given]
    try:
        fitting = [node_text(one) for one in _given(tree.apply(proposal.edits), span)]
    except EditRejected:
        return
    if sorted(fitting) != sorted(texts):
        return
    for left, right in combinations(range(len(texts)), 2):
        order = list(fitting)
        order[left], order[right] = order[right], order[left]
        moved = fitting[left] != texts[left] or fitting[right] != texts[right]
        if moved and order not in (fitting, texts):
            pieces = [(one.start_point, one.end_point, text) for one, text in zip(given, order, strict=True)]
            yield f"put them in the order {', '.join(order)}", rewritten(tree, span.file, pieces)


def _given(tree: SourceTree, span: Span) -> list[Node]:
    """What the call is given whose name stands at a place."""
    arguments = arguments_at(value_at(tree, span))
    return [one for one in arguments.named_children if one.type not in COMMENTS] if arguments is not None else []
