"""A handle that a loop gives away in its first round (E0382): each round gives away a clone, which for an `Arc`, an
`Rc` or a channel's sender is another handle to the same. A closure takes one of the same name.

    for n in 0..4 {
        let tx = tx.clone();
        thread::spawn(move || tx.send(n));
    }
    drop(tx);

A channel ends with its last sender, and a sender that rustc has cloned in the loop outlives it: what receives until the
end would wait forever. So the original is dropped behind the loop, where more is done than to give the receiver back.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Applicability, Diagnostic, Span
from sleepy_coder.rust.items import COMMENTS, node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import after, before, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.suggestion import Suggestion
from sleepy_coder.rust.walk import walk

_AGAIN = "in previous iteration of loop"
_HANDLE = re.compile(r"^move occurs because `(\w+)` has type `(?:\w+::)*(Arc|Rc|Sender|SyncSender|UnboundedSender)<")
_COUNTED = ("Arc", "Rc")
_LOOPS = ("for_expression", "while_expression", "loop_expression")


def cloned_handles(error: Diagnostic, tree: SourceTree) -> Iterator[Suggestion]:
    """The clone where the handle is given away, and `drop` behind the loop where it must not be heard of."""
    spans = [one for one in error.spans if error.code == "E0382" and (one.label or "").endswith(_AGAIN)]
    span = spans[0] if spans else None
    if span is None or span.file not in tree.files:
        return
    moved = next((found for one in error.spans if (found := _HANDLE.match(one.label or ""))), None)
    node = node_at(tree, span)
    if moved is None or node is None or around(node, *_LOOPS) is None:
        return
    name, kind = moved[1], moved[2]
    clone = f"{kind}::clone(&{name})" if kind in _COUNTED else f"{name}.clone()"
    closure = around(node, "closure_expression") if "into closure" in (span.label or "") else None
    given = _before(closure, f"let {name} = {clone};", span, tree) if closure is not None else None
    if closure is None and node.type == "identifier" and node_text(node) == name:
        given = rewritten(tree, span.file, [after(node, ".clone()")])
    if given is not None:
        rest = () if kind in _COUNTED else _dropped(node, name, span, tree)
        if rest is not None:
            yield Suggestion("give away a clone in each round", Applicability.MAYBE, (given, *rest))


def _before(node: Node, statement: str, span: Span, tree: SourceTree) -> Edit | None:
    """A statement put before the one in which a node stands, within the loop."""
    while node.parent is not None and node.parent.type != "block":
        if node.type in _LOOPS:
            return None
        node = node.parent
    row = node.start_point.row
    line = tree.line(span.file, row + 1)
    indent = line[: len(line) - len(line.lstrip())]
    if len(indent.encode()) == node.start_point.column:
        return Edit(span.file, row + 1, row, "", indent + statement)
    return rewritten(tree, span.file, [before(node, f"{statement} ")])


def _dropped(node: Node, name: str, span: Span, tree: SourceTree) -> tuple[Edit, ...] | None:
    """`drop` of a sender behind the loops in which it is cloned, where somebody may wait for its end; None where there
    is no place for it."""
    loop: Node | None = node
    while loop is not None and loop.type != "function_item":
        above = loop.prev_named_sibling
        while above is not None:
            names = _channel(above)
            if name in names:
                if not _is_awaited(loop, name, names - {name}):
                    return ()
                last = loop.end_point.row + 1
                line = tree.line(span.file, last)
                indent = line[: len(line) - len(line.lstrip())]
                ends = re.fullmatch(rb"\s*(?://.*)?", line.encode()[loop.end_point.column :]) is not None
                return (Edit(span.file, last + 1, last, "", f"{indent}drop({name});"),) if ends else None
            above = above.prev_named_sibling
        loop = loop.parent
    return ()


def _channel(let: Node) -> set[str]:
    """The two names that a `let` binds to the ends of a channel."""
    pattern = let.child_by_field_name("pattern") if let.type == "let_declaration" else None
    return {node_text(one) for one in walk(pattern) if one.type == "identifier"} if pattern is not None else set()


def _is_awaited(loop: Node, sender: str, receivers: set[str]) -> bool:
    """Whether, behind a loop, more is done than to give a receiver back, and the sender is not named."""
    more, following = False, loop.next_named_sibling
    while following is not None:
        if sender in (node_text(one) for one in walk(following) if one.type == "identifier"):
            return False
        more |= following.type not in COMMENTS and node_text(following) not in receivers
        following = following.next_named_sibling
    return more
