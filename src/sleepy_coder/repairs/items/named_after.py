"""A method that gives its type's name, where a type lacks it (E0046) and each of the trait's others gives its own.

At least two others must show how names are written, and all ways that fit them must say the same of the missing one. An
ending, a code or a sign (`fn extension`) is no name, though some may be the same.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.items.alike_arms import WAYS, WORDS, is_a_sign
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import bare, field_text, implementations, members, only
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import Piece, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_MISSING = re.compile(r"^not all trait items implemented, missing: `(\w+)`$")


def named_after(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The method with the text that its type's name asks for."""
    missing, block = (
        _MISSING.match(error.message) if error.code == "E0046" else None,
        around(node_at(tree, span), "impl_item"),
    )
    trait = bare(field_text(block, "trait")) if block is not None else ""
    if missing is None or block is None or only(tree, trait, "trait_item") is None:
        return
    others = {bare(field_text(one, "type")): one for _, one in implementations(tree, trait=trait) if one != block}
    methods = {name: one for name, other in others.items() if (one := _named(other, missing[1])) is not None}
    texts = {name: node_text(one) for name, one in methods.items()}
    made = _alike(texts, bare(field_text(block, "type"))) if len(texts) == len(others) else None
    body = block.child_by_field_name("body")
    if made is None or body is None or body.end_point.row == body.start_point.row:
        return
    model = next(iter(methods.values()))
    if is_a_sign(model):
        return
    yield "name it as the others are", rewritten(tree, span.file, [_placed(made, model, body)])


def _alike(values: dict[str, str], name: str) -> str | None:
    """What stands for a name where these stand for others, if they differ in a text alone and that tells."""
    if len(values) < 2:
        return None
    parts = {one: _around_text(value) for one, value in values.items()}
    frames = {(part[0], part[2]) if part is not None else None for part in parts.values()}
    texts = {one: part[1] for one, part in parts.items() if part is not None}
    frame = frames.pop() if len(frames) == 1 else None
    fitting = [way for way in WAYS if all(way(WORDS.findall(one)) == text for one, text in texts.items())]
    wanted = {way(WORDS.findall(name)) for way in fitting}
    return f'{frame[0]}"{wanted.pop()}"{frame[1]}' if frame is not None and len(wanted) == 1 else None


def _around_text(value: str) -> tuple[str, str, str] | None:
    """What stands before the one text of a value, the text, and what stands behind it."""
    found = re.fullmatch(r'([^"]*)"(\w[\w -]*)"([^"]*)', value)
    return (found[1], found[2], found[3]) if found is not None else None


def _named(block: Node, name: str) -> Node | None:
    """A method of an implementation, without attributes or comments."""
    found = (one for one in members(block) if one.type == "function_item" and field_text(one, "name") == name)
    one = next(found, None)
    above = one.prev_named_sibling if one is not None else None
    return one if above is None or above.type == "function_item" else None


def _placed(text: str, model: Node, body: Node) -> Piece:
    """A method put first or last among others, as its model is, with an empty line where others have one."""
    own = [one for one in body.named_children if one.type == "function_item"]
    indent = ("\t" if "\n\t" in node_text(model) else " ") * model.start_point.column
    beside = model.next_named_sibling or model.prev_named_sibling
    near = beside is not None and abs(beside.start_point.row - model.end_point.row) < 2
    gap = "\n" if near else "\n\n"
    if not own or model.prev_named_sibling is not None:
        start = own[-1].end_point if own else body.children[0].end_point
        return start, start, f"{gap if own else chr(10)}{indent}{text}"
    start = body.children[0].end_point
    return start, start, f"\n{indent}{text}{gap[1:]}"
