"""What is kept of something that is given away or changed is a clone of its own: a part that is borrowed while the
whole is moved (E0505), an element that is borrowed while another one is written or more are added (E0502), what a place
holds that is assigned anew (E0502, E0506), and a base of which a struct literal takes the rest although it is needed
again (E0382).

An element is not kept where it is named again before its clone is used for the last time, nor where a loop that is done
by then changes elements, which may be all of them: it may have changed. Nor is what a place holds where nothing reads
that for itself afterwards, or where a loop assigns it and reads the reference, or where it is assigned on a condition
only behind which the reference is read: the new value may be meant.
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.repairs.ownership.interior import has_cells
from sleepy_coder.repairs.ownership.plain_locals import dereferenced
from sleepy_coder.repairs.ownership.read_before_moved import is_changed_by_call
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, covered, node_at
from sleepy_coder.rust.rewritten import after, apart, instead
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_BORROWED = {
    "E0505": re.compile(r"^borrow of `.+` occurs here$"),
    "E0502": re.compile(r"^immutable borrow occurs here$"),
    "E0506": re.compile(r"^`.+` is borrowed here$"),
}
_MOVED = re.compile(r"^value (?:partially )?moved here")
_PARTS = ("field_expression", "index_expression")
_LOOPS = ("for_expression", "while_expression", "loop_expression")
_WITHIN = (*_LOOPS, "closure_expression")
_ASSIGNING = ("assignment_expression", "compound_assignment_expr")
_CONDITIONS = ("if_expression", "match_expression")
_ADDING = frozenset(("push", "push_back", "extend", "extend_from_slice"))


def snapshots(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """`.clone()` of the part, or of the base."""
    for one in error.spans if error.code in ("E0382", *_BORROWED) and not has_cells(tree) else ():
        node = node_at(tree, one) if one.file in tree.files else None
        if error.code in _BORROWED and _BORROWED[error.code].match(one.label or ""):
            let = around(node, "let_declaration", "block")
            value = _part(let)
            part = value.child_by_field_name("value") if value is not None else None
            if let is None or value is None or part is None or not _is_sure(error, part, let, span, tree):
                continue
            plain = [instead(node, node_text(name)) for node, name in dereferenced(let)]
            for pieces in ([instead(value, node_text(part)), *plain], [instead(value, f"{node_text(part)}.clone()")]):
                yield "keep a copy of it", apart(tree, one.file, pieces)  # what can be copied needs no clone
        elif error.code == "E0382" and _MOVED.match(one.label or ""):
            for base in _bases(around(node, "struct_expression")):
                yield "clone the base", apart(tree, one.file, [after(base, ".clone()")])


def _bases(literal: Node | None) -> Iterator[Node]:
    """The variable of which a struct literal takes the rest."""
    body = literal.child_by_field_name("body") if literal is not None else None
    for one in body.named_children if body is not None else ():
        if one.type == "base_field_initializer" and one.named_children[0].type == "identifier":
            yield one.named_children[0]


def _part(let: Node | None) -> Node | None:
    """The shared reference to a part that a `let` binds to a name and nothing more."""
    if let is None or let.type != "let_declaration" or let.child_by_field_name("type") is not None:
        return None
    value, pattern = let.child_by_field_name("value"), let.child_by_field_name("pattern")
    if value is None or pattern is None or pattern.type != "identifier" or value.type != "reference_expression":
        return None
    part = value.child_by_field_name("value")
    shared = not any(child.type == "mutable_specifier" for child in value.children)
    return value if shared and part is not None and part.type in (*_PARTS, "identifier") else None


def _is_sure(error: Diagnostic, part: Node, let: Node, span: Span, tree: SourceTree) -> bool:
    """Whether what a reference showed when it was taken is what it was to show."""
    if error.code == "E0505":
        moved = node_at(tree, span)
        return part.type in _PARTS and moved is not None and not is_changed_by_call(moved, tree)
    return _was_meant(part, let, span, tree) or (error.code == "E0502" and _stays(part, let, span, tree))


def _stays(part: Node, let: Node, span: Span, tree: SourceTree) -> bool:
    """Whether what an error calls borrowed to be changed is not the element of a part, nor that is named again."""
    changed = covered(node_at(tree, span), span)
    element = next((one for one in walk(part) if one.type == "index_expression" and _is_beside(changed, one)), None)
    if element is None:
        return False
    of, number = map(node_text, element.named_children[:2])
    if re.search(rf"(?<![\w.]){re.escape(of)}\b", number):
        return False  # which one it is depends on how many there are
    last, outer = _last_use(let), changed
    while outer is not None and outer != let.parent:
        if outer.type in _LOOPS and outer.end_byte <= last and not _passes_over(outer, element):
            return False
        outer = outer.parent
    again = (one for one in walk(let.parent) if let.end_byte <= one.start_byte < last)
    return not any(one.type == element.type and node_text(one) == node_text(element) for one in again)


def _was_meant(part: Node, let: Node, span: Span, tree: SourceTree) -> bool:
    """Whether a reference is to what a place held before it is assigned: the place is read for itself afterwards."""
    assigned = around(node_at(tree, span), *_ASSIGNING, "block")
    if assigned is None or let.parent is None or field_text(assigned, "left") != node_text(part):
        return False
    name = re.compile(rf"(?<![\w.]){field_text(let, 'pattern')}\b")
    outer: Node | None = assigned
    while (outer := around(outer, *_WITHIN)) is not None and outer.start_byte > let.start_byte:
        if outer.type == "closure_expression" or name.search(node_text(outer)):
            return False
        outer = outer.parent
    if _is_read_behind_condition(assigned, let, name):
        return False
    behind = node_text(let.parent).encode()[assigned.end_byte - let.parent.start_byte :].decode(errors="ignore")
    again = rf"(?<![\w.]){re.escape(node_text(part))}\b(?!\s*[-+*/%&|^]?=[^=])"
    return re.search(again, behind) is not None or _is_kept_by_loop(part, let)


def _is_read_behind_condition(assigned: Node, let: Node, name: re.Pattern[str]) -> bool:
    """Whether something is assigned on a condition only, and the reference is not read until that is done."""
    outermost, outer = None, around(assigned, *_CONDITIONS)
    while outer is not None and outer.start_byte > let.start_byte:
        outermost, outer = outer, around(outer.parent, *_CONDITIONS)
    if outermost is None or let.parent is None:
        return False
    start = let.parent.start_byte
    until = node_text(let.parent).encode()[let.end_byte - start : outermost.end_byte - start]
    return name.search(until.decode(errors="ignore")) is None


def _is_kept_by_loop(part: Node, let: Node) -> bool:
    """Whether the round of a loop begins with what the one before it has assigned."""
    loop = around(let, *_WITHIN)
    bound = (field_text(one, "pattern") for one in walk(loop) if one.type in ("let_declaration", "for_expression"))
    own = loop is None or loop.type == "closure_expression" or part.type != "identifier"
    return not own and all(re.search(rf"\b{node_text(part)}\b", pattern) is None for pattern in bound)


def _passes_over(loop: Node, element: Node) -> bool:
    """Whether a loop over numbers begins behind an element's."""
    first, number = field_text(loop, "value").partition("..")[0].strip(), node_text(element.named_children[1])
    return first == (str(int(number) + 1) if number.isdecimal() else f"{number} + 1")


def _last_use(let: Node) -> int:
    """Where the name of a local is written for the last time, also in a text that shows it."""
    block = node_text(let.parent).encode() if let.parent is not None else b""
    found = re.finditer(rf"(?<![\w.]){field_text(let, 'pattern')}\b".encode(), block)
    start = let.parent.start_byte if let.parent is not None else 0
    return max((start + one.start() for one in found), default=0)


def _is_beside(changed: Node | None, element: Node) -> bool:
    """Whether what is changed is another element of the same, or its number of elements."""
    if changed is None:
        return False
    of, number = map(node_text, element.named_children[:2])
    function = changed.child_by_field_name("function")
    if function is not None:
        return field_text(function, "value") == of and field_text(function, "field") in _ADDING
    other = around(changed, "index_expression")
    if other is None or changed not in (other, other.named_children[0]):
        return False
    return node_text(other.named_children[0]) == of and node_text(other.named_children[1]) != number
