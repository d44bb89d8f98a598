"""Two elements of one list, of which one is to be changed and the other is only read while it is (E0499, E0502): what
is read is a copy, taken before the other is borrowed.

    let to = &mut rows[i];                  let from = rows[j].clone();
    let from = &mut rows[j];                let to = &mut rows[i];

Which of them is only read, all of its uses must show: a change that went to the copy would be lost. Were it the same
element twice, the copy would be as it was before, which is what is read before it is changed.
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.repairs.ownership.interior import has_cells
from sleepy_coder.repairs.ownership.plain_locals import dereferenced, uses
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import defined, field_text, receiver
from sleepy_coder.rust.items import COMMENTS, node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import apart, instead
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_BORROW = re.compile(r"^(?:first |second )?(?:im)?mutable borrow occurs here$")
_ASSIGNMENTS = ("assignment_expression", "compound_assignment_expr")
_READING = re.compile(
    r"(?:as|is|to|saturating|wrapping|checked|starts|ends)_(?!\w*mut)\w+|abs|chars|clone|cmp|contains|contains_key|first|floor|get|iter|keys|last|len"
    r"|lines|max|min|partial_cmp|pow|powf|powi|round|sqrt|sum|values"
)


def read_elements(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """The copy of what is only read, before the `let` of the other."""
    if error.code not in ("E0499", "E0502") or has_cells(tree):
        return
    places = [one for one in error.spans if _BORROW.match(one.label or "") and one.file == span.file]
    nodes = [around(node_at(tree, one), "let_declaration", "block") for one in places]
    lets = sorted((one for one in nodes if one is not None), key=lambda one: one.start_byte)
    if len(lets) != 2 or lets[0].next_named_sibling != lets[1]:
        return
    parts = [_element(one) for one in lets]
    if parts[0] is None or parts[1] is None or not _are_beside(*map(_index, parts)):
        return
    read = [_is_only_read(one, tree) for one in lets]
    if read[0] == read[1]:
        return
    kept, other = (lets[0], lets[1]) if read[0] else (lets[1], lets[0])
    if kept == lets[1] and any(_is_comment_of(one, lets) for one in (lets[0].prev_sibling, lets[1].next_sibling)):
        return
    value, part = kept.child_by_field_name("value"), parts[lets.index(kept)]
    if value is None or part is None or _is_named(_index(part), kept):
        return
    head = node_text(kept)[: -len(node_text(value)) - 1].rstrip()
    for copied in (True, False):  # what can be copied needs no clone
        copy = node_text(part) if copied else f"{node_text(part)}.clone()"
        pieces = [instead(lets[0], f"{head} {copy};"), instead(lets[1], node_text(other))]
        pieces += [instead(one, node_text(name)) for one, name in dereferenced(kept) if copied]
        yield "read a copy of it", apart(tree, span.file, pieces)


def _is_comment_of(node: Node | None, lets: Sequence[Node]) -> bool:
    """Whether a node is a comment on the first or the last of some lines, which are to change places."""
    if node is None or node.type not in COMMENTS:
        return False
    return node.end_point.row >= lets[0].start_point.row - 1 and node.start_point.row <= lets[-1].end_point.row


def _element(let: Node) -> Node | None:
    """The element, or the part of one, to which a `let` binds a reference by a name and nothing more."""
    value, pattern = let.child_by_field_name("value"), let.child_by_field_name("pattern")
    if value is None or pattern is None or pattern.type != "identifier" or let.child_by_field_name("type") is not None:
        return None
    part = value.child_by_field_name("value") if value.type == "reference_expression" else None
    return part if part is not None and _index(part) is not None else None


def _index(part: Node | None) -> Node | None:
    return next((one for one in walk(part) if one.type == "index_expression"), None)


def _are_beside(one: Node | None, other: Node | None) -> bool:
    """Whether two elements are of the same list, and not said to be the same."""
    if one is None or other is None:
        return False
    (left, number), (right, another) = (map(node_text, node.named_children[:2]) for node in (one, other))
    return left == right and number != another


def _is_named(element: Node | None, kept: Node) -> bool:
    """Whether an element is spoken of again where its copy is still used."""
    last = max((use.start_byte for use in uses(kept)), default=0)
    again = (one for one in walk(kept.parent) if kept.end_byte <= one.start_byte < last)
    return element is None or any(one.type == element.type and node_text(one) == node_text(element) for one in again)


def _is_only_read(let: Node, tree: SourceTree) -> bool:
    found, block = list(uses(let)), let.parent
    bound = block is not None and re.search(r"\bref\s+mut\b", node_text(block)) is not None
    return bool(found) and not bound and all(_is_read(one, tree) for one in found)


def _is_read(use: Node, tree: SourceTree) -> bool:
    """Whether a use is of a value, or of a part of it, and surely leaves it as it is."""
    node = use
    while node.parent is not None and node.parent.type in ("field_expression", "index_expression", "unary_expression"):
        if node.parent.type != "unary_expression" and node.parent.named_children[0] != node:
            return node is not use  # the number of an element
        node = node.parent
    parent = node.parent
    if parent is None or parent.type == "token_tree":
        return parent is not None and _is_read_by_macro(use)
    if parent.type in _ASSIGNMENTS:
        return parent.child_by_field_name("left") != node and node is not use
    if parent.type == "reference_expression":
        return node is not use and not any(child.type == "mutable_specifier" for child in parent.children)
    if parent.type == "call_expression":
        return reads(field_text(node, "field"), tree)
    return node is not use


def reads(method: str, tree: SourceTree) -> bool:
    """Whether a method surely leaves its owner as it is."""
    own = [receiver(function) for _, function in defined(tree, method, "function_item")] if method else []
    return all(one == "&self" for one in own) if own else "mut" not in method and bool(_READING.fullmatch(method))


def _is_read_by_macro(use: Node) -> bool:
    """Whether a macro's words show a value or a field of it, and call nothing."""
    token, before = use.next_sibling, use.prev_sibling
    while token is not None and node_text(token) == "." and token.next_sibling is not None:
        token = token.next_sibling.next_sibling
    called = token is not None and node_text(token)[:1] in ("(", "[", "=")
    return not called and (before is None or node_text(before) not in ("mut", "*"))
