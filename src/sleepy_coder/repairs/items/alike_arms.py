"""A variant without an arm (E0004) in a match whose arms all say the same of their variants: the name, written in one
way, or what the function's namesake says of the value that each holds. The new arm says it, too.

    Kind::Draft => "draft",                  Shape::Circle(circle) => circle.area(),
    Kind::InReview => "in review",           Shape::Square(square) => square.area(),

What each arm says in its own way nobody but the owner knows, nor what a formula of two of them means for a third. Nor
is a file's ending or a unit's sign a name, though those of some are (`Csv`, `Json`, but `Markdown`); and a variant that
holds another value of its own enum may be more than that, as `Neg(Box<Expr>)` is.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tree_sitter import Node, Point

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import defined, field_text
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at, on_one_line
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_NOT_COVERED = re.compile(r"^non-exhaustive patterns: (.+) not covered$")
_NAMED = re.compile(r"&*(?:\w+::)*(?P<name>\w+)(?P<held>\((?:_(?:, )?)+\)| \{ \.\. \})?")
_ARM = re.compile(r"(?P<path>(?:\w+::)*)(?P<name>[A-Z]\w*)(?:\((?P<value>[a-z]\w*|_|\.\.)\)| ?\{ ?\.\. ?\})?")
WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_SIGNS = frozenset(
    (
        *("abbreviation", "abbreviated", "code", "command", "currency", "endpoint", "ext", "extension", "extensions"),
        *(
            "file",
            "filename",
            "glyph",
            "icon",
            "iso",
            "mime",
            "mnemonic",
            "operator",
            "path",
            "prefix",
            "route",
            "short",
        ),
        *("sign", "suffix", "symbol", "table", "ticker", "unit", "units", "url"),
    )
)
_LEAST = 2
_NAME, _TEXT, _VALUE = "\0name\0", "\0text\0", "\0value\0"
WAYS: tuple[Callable[[list[str]], str], ...] = (
    lambda words: "".join(words).lower(),
    lambda words: " ".join(words).lower(),
    lambda words: "_".join(words).lower(),
    lambda words: "-".join(words).lower(),
    lambda words: "".join(words),
    lambda words: " ".join(words),
    lambda words: " ".join(words).capitalize(),
    lambda words: "".join(words).upper(),
    lambda words: "_".join(words).upper(),
    lambda words: " ".join(words).upper(),
)
"""How a text may be made of the words of a variant's name."""


class _Arm(NamedTuple):
    """An arm for one variant: its node, the path before the variant's name, and what it says."""

    node: Node
    path: str
    name: str
    bound: str
    value: Node


def alike_arms(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """An arm for each variant that has none, behind the last one."""
    said = _NOT_COVERED.match(error.message) if error.code == "E0004" else None
    match = around(node_at(tree, span), "match_expression")
    body = match.child_by_field_name("body") if match is not None else None
    if said is None or body is None or " more" in said[1]:
        return
    lacking = [_NAMED.fullmatch(one) for one in re.findall(r"`([^`]+)`", said[1])]
    arms = [_arm(one) for one in body.named_children if one.type == "match_arm"]
    known = [one for one in arms if one is not None]
    if len(known) != len(arms) or len(known) < _LEAST or not all(lacking):
        return
    ways = {way for way in range(len(WAYS)) if len({_template(one, way) for one in known}) == 1}
    last = known[-1]
    if is_a_sign(around(match, "function_item")) or any(_holds_its_own(one["name"], tree) for one in lacking if one):
        return
    texts = {"\n".join(_written(one, last, way) for one in lacking if one is not None) for way in ways}
    if (
        len(texts) != 1
        or not _varies(last, min(ways))
        or not on_one_line(last.node)
        or not _alone(tree, span.file, last.node)
    ):
        return
    line = tree.line(span.file, last.node.start_point.row + 1)
    indent = line[: len(line) - len(line.lstrip())]
    end = Point(last.node.end_point.row, len(line.encode()))
    text = "".join(f"\n{indent}{one}" for one in texts.pop().split("\n"))
    pieces = [(end, end, text)]
    if not node_text(last.node).endswith((",", "}")):
        pieces.append(after(last.node, ","))
    yield "say it as the other arms do", rewritten(tree, span.file, pieces)


def is_a_sign(function: Node | None) -> bool:
    """Whether a function gives by its name what is no name: an ending, a code or a sign, or what lies elsewhere."""
    return not _SIGNS.isdisjoint(word.lower() for word in WORDS.findall(field_text(function, "name")))


def _holds_its_own(variant: str, tree: SourceTree) -> bool:
    """Whether a variant holds a value of its own enum."""
    for _, one in defined(tree, variant, "enum_variant"):
        own = rf"\b(?:{field_text(around(one, 'enum_item'), 'name')}|Self)\b"
        if re.search(own, field_text(one, "body")):
            return True
    return False


def _arm(arm: Node) -> _Arm | None:
    pattern, value = (arm.child_by_field_name(name) for name in ("pattern", "value"))
    said = _ARM.fullmatch(node_text(pattern)) if pattern is not None else None
    if said is None or value is None:
        return None
    bound = said["value"] or ""
    return _Arm(arm, said["path"], said["name"], "" if bound in ("_", "..") else bound, value)


def _template(arm: _Arm, way: int) -> str:
    """What an arm says, with holes for its variant's name, its value, and a text made of the name in one way."""
    found, at, start = b"", 0, arm.value.start_byte
    text = node_text(arm.value).encode()
    for node in walk(arm.value):
        new = _hole(node, arm, way)
        if new is not None:
            found += text[at : node.start_byte - start] + new.encode()
            at = node.end_byte - start
    return (found + text[at:]).decode()


def _hole(node: Node, arm: _Arm, way: int) -> str | None:
    if node.type == "string_content" and node_text(node) == WAYS[way](WORDS.findall(arm.name)):
        return _TEXT
    if node.type in ("identifier", "type_identifier"):
        text = node_text(node)
        return _VALUE if arm.bound and text == arm.bound else _NAME if text == arm.name else None
    return None


def _varies(arm: _Arm, way: int) -> bool:
    """Whether what an arm says changes with the variant, and with its value in no other way than by a namesake."""
    said = _template(arm, way)
    name = field_text(around(arm.node, "function_item"), "name")
    handed_on = re.fullmatch(rf"{_VALUE}\.{name}\([\w, ]*\)", said) is not None
    return handed_on if _VALUE in said else _NAME in said or _TEXT in said


def _written(lacking: re.Match[str], arm: _Arm, way: int) -> str:
    name, held = lacking["name"], lacking["held"] or ""
    words = WORDS.findall(name)
    bound = "_".join(words).lower()
    value = _template(arm, way).replace(_NAME, name).replace(_TEXT, WAYS[way](words)).replace(_VALUE, bound)
    if arm.bound and held == "(_)":
        held = f"({bound})"
    return f"{arm.path}{name}{held} => {value},"


def _alone(tree: SourceTree, file: str, arm: Node) -> bool:
    """Whether an arm has its line to itself, but for a comment."""
    line = tree.line(file, arm.start_point.row + 1).encode()
    rest = line[arm.end_point.column :].strip()
    return not line[: arm.start_point.column].strip() and (not rest or rest.startswith(b"//"))
