"""A local that holds an iterator and is used as the list of what it gives (E0308, E0599, E0608): the `collect` is
forgotten where it is bound. An index or a method that no iterator has is the sign that a list was meant; `len` alone
might be `count`. What a function gives as some iterator or other is looked up there, as it may have no end.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.ownership.plain_locals import binding, uses
from sleepy_coder.repairs.types.chains import endless, method_of, next_call
from sleepy_coder.repairs.types.unasked import named_locals
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text, only
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_ITERATOR = re.compile(
    r"(?:for struct `|of type `|found `&?(?:mut )?)(?:\w+::)*(?:Chain|Chars|Bytes|Cloned|Copied|Enumerate|Filter"
    r"|FilterMap|FlatMap|Flatten|IntoKeys|IntoValues|Keys|Lines|Map|Rev|Skip|SkipWhile|Split\w*|StepBy|Take|TakeWhile|Values|Zip)<"
    r"|(?:type|found) `&?(?:mut )?impl (?:\w+::)*(?:DoubleEnded|ExactSize)?Iterator<"
)
_OPAQUE = re.compile(r"`&?(?:mut )?impl ")
_HELD = {"chars": "char", "split_whitespace": "&str"}
"""By method, what its iterator gives, where that is sure."""
_METHODS = frozenset(
    (
        *(
            "sort",
            "sort_by",
            "sort_by_key",
            "sort_unstable",
            "iter",
            "iter_mut",
            "first",
            "get",
            "push",
            "join",
            "swap",
        ),
        *("contains", "is_empty", "windows", "chunks", "reverse", "dedup", "retain", "binary_search", "to_vec"),
    )
)
"""Of lists, and of no iterator."""


def uncollected(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`.collect()` behind what the local is bound to, and the type that it collects into."""
    said = " ".join((error.message, *(one.label or "" for one in error.spans)))
    kind = _ITERATOR.search(said) if error.code in ("E0308", "E0599", "E0608") else None
    lets = [binding(use, name) for use, name in named_locals(error, span, tree)] if kind is not None else []
    for let in {one.start_byte: one for one in lets if one is not None}.values():
        pattern, value = (let.child_by_field_name(name) for name in ("pattern", "value"))
        if pattern is None or value is None or value.type != "call_expression" or not _is_list(let):
            continue
        if endless(node_text(value)) or (_OPAQUE.search(said) and _may_go_on(value, tree)):
            continue
        method = method_of(value)
        held = _HELD.get(node_text(method), "_") if method is not None else "_"
        pieces = [after(pattern, f": Vec<{held}>"), after(value, next_call(value, "collect()"))]
        yield "collect it where it is bound", rewritten(tree, span.file, pieces)


def _may_go_on(call: Node, tree: SourceTree) -> bool:
    """Whether a function that gives an iterator of some type is not known to give one with an end."""
    method = method_of(call)
    name = node_text(method) if method is not None else re.split(r"\W+", field_text(call, "function"))[-1]
    home = only(tree, name, "function_item")
    return home is None or endless(field_text(home[1], "body"))


def _is_list(let: Node) -> bool:
    """Whether some use of a local is one of a list."""
    return any(_of_list(use) for use in uses(let))


def _of_list(use: Node) -> bool:
    parent = use.parent
    if parent is not None and parent.type == "field_expression":
        member = parent.child_by_field_name("field")
        return member is not None and node_text(member) in _METHODS
    if parent is not None and parent.type == "token_tree":
        following = use.next_sibling
        return following is not None and following.type == "token_tree" and node_text(following).startswith("[")
    return parent is not None and parent.type == "index_expression" and parent.named_children[0] == use
