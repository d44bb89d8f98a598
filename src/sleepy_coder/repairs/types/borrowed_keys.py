"""A list sorted by a key that borrows from its elements, which no key may do ("lifetime may not live long enough"): the
elements are compared by that key instead, which gives the same order and copies nothing.

    teams.sort_by_key(|team| &team.name);        teams.sort_by(|a, b| a.name.cmp(&b.name));
"""

from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.types.chains import method_of
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import COMMENTS, node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import instead, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_BY = {"sort_by_key": "sort_by", "sort_unstable_by_key": "sort_unstable_by", "sort_by_cached_key": "sort_by"}
_PAIRS = (("a", "b"), ("left", "right"), ("one", "other"))
_OPAQUE = ("closure_expression", "macro_invocation", "block", "return_expression", "try_expression")
"""What may bind a name once more, or leave the closure."""


def borrowed_keys(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`sort_by` with the key of both elements."""
    if error.code is not None or error.message != "lifetime may not live long enough":
        return
    closure = around(node_at(tree, span), "closure_expression")
    call = around(closure, "call_expression")
    method = method_of(call) if call is not None else None
    given = call.child_by_field_name("arguments") if call is not None else None
    if closure is None or method is None or given is None or given.named_children != [closure]:
        return
    listed, key = closure.child_by_field_name("parameters"), closure.child_by_field_name("body")
    if listed is None or key is None or node_text(method) not in _BY or len(listed.named_children) != 1:
        return
    pattern, names = listed.named_children[0], {node_text(one) for one in walk(key) if one.type == "identifier"}
    used = [one for one in walk(pattern) if one.type == "identifier" and node_text(one) in names]
    if any(one.type in COMMENTS for one in walk(closure)):
        return
    free = next((pair for pair in _PAIRS if names.isdisjoint(pair)), None)
    if free is None or len(used) != 1 or any(one.type in _OPAQUE for one in walk(key)):
        return
    patterns = ", ".join(_pattern(pattern, used[0], name) for name in free)
    left, right = (_renamed(key, node_text(used[0]), name) for name in free)
    lent = right.startswith("&") or key.type == "identifier"
    compared = f"{left.removeprefix('&')}.cmp({right if lent else f'&{right}'})"
    pieces = [instead(method, _BY[node_text(method)]), instead(closure, f"|{patterns}| {compared}")]
    yield "compare the elements by it", rewritten(tree, span.file, pieces)


def _pattern(pattern: Node, used: Node, name: str) -> str:
    """A closure's pattern with a new name for what is used of it, and no name for the rest."""
    kept = [one for one in walk(pattern) if one.type == "identifier"]
    text, start = node_text(pattern).encode(), pattern.start_byte
    for one in reversed(kept):
        new = name if one == used else "_"
        text = text[: one.start_byte - start] + new.encode() + text[one.end_byte - start :]
    return text.decode()


def _renamed(key: Node, old: str, new: str) -> str:
    text, start = node_text(key).encode(), key.start_byte
    for one in reversed([one for one in walk(key) if one.type == "identifier" and node_text(one) == old]):
        text = text[: one.start_byte - start] + new.encode() + text[one.end_byte - start :]
    return text.decode()
