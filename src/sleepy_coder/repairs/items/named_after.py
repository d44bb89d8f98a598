"""Texts that are named after what they stand for, where one is missing: a variant has no arm (E0004) and each of the
others gives its own name, or a type lacks a method (E0046) in which each of the others gives its own.

    Shape::Circle { .. } => "circle",       Shape::Circle { .. } => "circle",
                                            Shape::Ring { .. } => "ring",

At least two others must show how names are written, and all ways that fit them must say the same of the missing one.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import bare, field_text, implementations, members, only
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import Piece, after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_UNCOVERED = re.compile(r"^non-exhaustive patterns: (?P<patterns>`[^`]+`(?:(?:, | and )`[^`]+`)*) not covered$")
_MISSING = re.compile(r"^not all trait items implemented, missing: `(\w+)`$")
_VARIANT = re.compile(r"&*(?P<path>(?:\w+::)*)(?P<name>[A-Z]\w*)(?P<held>\s*[({].*)?", re.DOTALL)
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_STYLES: tuple[Callable[[Sequence[str]], str], ...] = (
    "".join,
    lambda words: "".join(words).lower(),
    lambda words: "".join(words).upper(),
    lambda words: "_".join(words).lower(),
    lambda words: "_".join(words).upper(),
    lambda words: "-".join(words).lower(),
    lambda words: " ".join(words).lower(),
    lambda words: " ".join(words),
    lambda words: " ".join(words).capitalize(),
)


def named_after(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The arm or the method with the text that its name asks for."""
    if error.code == "E0004":
        yield from _arms(error, span, tree)
    elif error.code == "E0046":
        yield from _method(error, span, tree)


def _arms(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    said = _UNCOVERED.match(error.message)
    match = around(node_at(tree, span), "match_expression") if said is not None else None
    body = match.child_by_field_name("body") if match is not None else None
    arms = [one for one in body.named_children if one.type == "match_arm"] if body is not None else []
    shown = [_shown(one) for one in arms]
    missing = (
        [_VARIANT.fullmatch(one) for one in re.findall(r"`([^`]+)`", said["patterns"])] if said is not None else []
    )
    if said is None or not arms or any(one is None for one in (*shown, *missing)):
        return
    paths = {path for path, _, _ in filter(None, shown)}
    values = {name: value for _, name, value in filter(None, shown)}
    last = tree.line(span.file, arms[-1].start_point.row + 1)
    if len(paths) != 1 or len(values) != len(arms) or arms[-1].start_point.row == arms[0].start_point.row:
        return
    indent, lines = last[: len(last) - len(last.lstrip())], []
    for one in filter(None, missing):
        value = _alike(values, one["name"])
        if value is None:
            return
        lines.append(f"{indent}{paths.copy().pop()}{one['name']}{one['held'] or ''} => {value},")
    comma = "" if node_text(arms[-1]).endswith(("}", ",")) else ","
    yield "name it as the others are", rewritten(tree, span.file, [after(arms[-1], "\n".join((comma, *lines)))])


def _shown(arm: Node) -> tuple[str, str, str] | None:
    """The path and the name of the one variant of an arm, whatever it holds, and the arm's value."""
    pattern = arm.child_by_field_name("pattern")
    whole = pattern is not None and pattern.child_by_field_name("condition") is None
    found = _VARIANT.fullmatch(node_text(pattern)) if pattern is not None and whole else None
    held = found["held"] if found is not None else None
    if found is None or (held is not None and re.fullmatch(r"\s*[({](?:\s*(?:\.\.|_)\s*,?)*\s*[)}]", held) is None):
        return None
    return found["path"], found["name"], field_text(arm, "value")


def _alike(values: dict[str, str], name: str) -> str | None:
    """What stands for a name where these stand for others, if they differ in a text alone and that tells."""
    if len(values) < 2:
        return None
    parts = {one: _around_text(value) for one, value in values.items()}
    frames = {(part[0], part[2]) if part is not None else None for part in parts.values()}
    texts = {one: part[1] for one, part in parts.items() if part is not None}
    frame = frames.pop() if len(frames) == 1 else None
    fitting = [style for style in _STYLES if all(style(_WORDS.findall(one)) == text for one, text in texts.items())]
    wanted = {style(_WORDS.findall(name)) for style in fitting}
    return f'{frame[0]}"{wanted.pop()}"{frame[1]}' if frame is not None and len(wanted) == 1 else None


def _around_text(value: str) -> tuple[str, str, str] | None:
    """What stands before the one text of a value, the text, and what stands behind it."""
    found = re.fullmatch(r'([^"]*)"(\w[\w -]*)"([^"]*)', value)
    return (found[1], found[2], found[3]) if found is not None else None


def _method(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    missing, block = _MISSING.match(error.message), around(node_at(tree, span), "impl_item")
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
    yield "name it as the others are", rewritten(tree, span.file, [_placed(made, model, body)])


def _named(block: Node, name: str) -> Node | None:
    """A method of an implementation, without attributes or comments."""
    found = (one for one in members(block) if one.type == "function_item" and field_text(one, "name") == name)
    one = next(found, None)
    above = one.prev_named_sibling if one is not None else None
    return one if above is None or above.type == "function_item" else None


def _placed(text: str, model: Node, body: Node) -> Piece:
    """A method put first or last among others, as its model is, with an empty line where others have one."""
    own = [one for one in body.named_children if one.type == "function_item"]
    indent = " " * model.start_point.column
    beside = model.next_named_sibling or model.prev_named_sibling
    near = beside is not None and abs(beside.start_point.row - model.end_point.row) < 2
    gap = "\n" if near else "\n\n"
    if not own or model.prev_named_sibling is not None:
        start = own[-1].end_point if own else body.children[0].end_point
        return start, start, f"{gap if own else chr(10)}{indent}{text}"
    start = body.children[0].end_point
    return start, start, f"\n{indent}{text}{gap[1:]}"
