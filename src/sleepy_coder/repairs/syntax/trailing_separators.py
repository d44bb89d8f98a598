"""A list in a macro's call that ends with a comma, where the macro repeats `$(..),*` and knows none behind the last:

    ($($key:expr => $value:expr),*)    ($($key:expr => $value:expr),* $(,)?)

rustc misses another element. The macro takes the comma from now on, as the standard library's do. Only its last rule
does, as an earlier one would take calls from those behind it.
"""

from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import COMMENTS, node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_ENDED = "unexpected end of macro invocation"
_SEPARATORS = (",", ";")


def trailing_separators(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """One more separator, where the rule that was tried last ends with a repetition of what that parts."""
    if error.code is not None or error.message != _ENDED:
        return
    said = tree.line(span.file, span.line_start)[: span.column_start - 1].rstrip()[-1:]
    if said not in _SEPARATORS:
        return
    tried = (one for child in error.children for one in child.spans if one.file in tree.files)
    for place in tried:
        repeated = around(node_at(tree, place), "token_repetition_pattern")
        pattern = repeated.parent if repeated is not None else None
        rule = pattern.parent if pattern is not None else None
        if repeated is None or pattern is None or rule is None or not _is_last(rule):
            continue
        if pattern.children[-2] == repeated and node_text(repeated).endswith((f"){said}*", f"){said}+")):
            yield f"allow a `{said}` at the end", rewritten(tree, place.file, [after(repeated, f" $({said})?")])


def _is_last(rule: Node) -> bool:
    following = rule.next_named_sibling
    while following is not None and following.type in COMMENTS:
        following = following.next_named_sibling
    return rule.type == "macro_rule" and following is None
