"""Repairs that may compile and are wrong: what an oracle must be able to tell from the right one.

They are made from the reference, around what it adds to the broken program and around what the compiler flagged:
another name or number in the place of the right one, a default in the place of a value or an error, a statement left
out. What is a default by its text is left as it is.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from tree_sitter import Node

from sleepy_coder.breaker.syntax import Break, Cut, Syntax
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.source import SourceTree

MOST = 4  # of one task
OTHER_NAMES = 2
_NAMES = ("identifier", "field_identifier", "type_identifier")
_VALUES = re.compile(r"_(expression|literal)$|^identifier$")
_NOT_VALUES = frozenset(
    (
        *("return_expression", "break_expression", "continue_expression", "match_expression", "if_expression"),
        *("for_expression", "while_expression", "loop_expression"),
        *("assignment_expression", "compound_assignment_expr"),
    )
)
_BORDERS = ("block", "function_item", "source_file", "match_arm", "field_declaration_list", "parameters")
# these are defaults already, or may well be
_DEFAULT = re.compile(
    r"^(0\w*|0\.0\w*|None|false|\"\"|\(\)|vec!\[\]|\[\]|\[0\w*;.*\]|Default::default\(\)|\w+(<.*>)?(::<.*>)?::(new|default)\(\))$"
)


def mistakes(broken: SourceTree, reference: SourceTree, error: Diagnostic) -> dict[str, SourceTree]:
    """At most four trees, by what was done. Only where the reference changes one file."""
    changed = [file for file in broken.files if broken.files[file] != reference.files[file]]
    if len(changed) != 1:
        return {}
    file = changed[0]
    before, syntax = broken.files[file].encode(), Syntax(reference.files[file].encode())
    if syntax.broken:
        return {}
    made: dict[str, SourceTree] = {}
    for name, text in _texts(syntax, before, error):
        tree = SourceTree({**reference.files, file: text}, broken.edition, broken.crate_type)
        if text not in (before.decode(), syntax.source.decode()) and tree not in made.values():
            made[name] = tree
        if len(made) == MOST:
            break
    return made


def _texts(syntax: Syntax, before: bytes, error: Diagnostic) -> Iterator[tuple[str, str]]:
    regions = _added(before, syntax.source)
    for start, end in regions:
        yield from _other_names(syntax, start, end)
        yield from _other_tokens(syntax, start, end)
    places = list(regions)
    flagged = _line_bytes(syntax.source, error.primary.line_start if error.primary is not None else 0)
    if flagged is not None and not any(start < flagged[1] and flagged[0] <= end for start, end in regions):
        places.append(flagged)
    for start, end in places:
        node = syntax.root.descendant_for_byte_range(start, max(start, end - 1))
        yield from _defaults(syntax, node)
        yield from _left_out(syntax, node)


def _added(before: bytes, after: bytes) -> list[tuple[int, int]]:
    """The bytes of `after` that a repair put there, or where it took something away, grown to whole words."""
    matcher = SequenceMatcher(None, _tokens(before), _tokens(after), autojunk=False)
    starts = [match.start() for match in _TOKEN.finditer(after)]
    ends = [match.end() for match in _TOKEN.finditer(after)]
    regions = []
    for tag, _, _, first, last in matcher.get_opcodes():
        if tag == "delete":
            at = min(first, len(starts) - 1)
            regions.append((starts[at], ends[at]))
        elif tag != "equal":
            regions.append((starts[first], ends[last - 1]))
    return regions


_TOKEN = re.compile(rb"\w+|[^\w\s]")


def _tokens(source: bytes) -> list[bytes]:
    return _TOKEN.findall(source)


def _other_names(syntax: Syntax, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Other names of the same kind of token in the place of each that was added, the nearest first."""
    for kind in _NAMES:
        names = syntax.all(kind)
        for node in names:
            if not (start <= node.start_byte and node.end_byte <= end):
                continue
            here = syntax.text(node)
            near = sorted(names, key=lambda other: abs(other.start_byte - node.start_byte))
            others = [text for other in near if (text := syntax.text(other)) != here]
            for text in list(dict.fromkeys(others))[:OTHER_NAMES]:
                yield f"{text} for {here}", _replaced(syntax, node, text)


def _other_tokens(syntax: Syntax, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Other numbers and field values, and a default in the place of an error, where these were added."""

    def added(*types: str) -> list[Node]:
        return [node for node in syntax.all(*types) if start <= node.start_byte and node.end_byte <= end]

    for node in added("integer_literal"):
        more = re.sub(r"^\d+", lambda digits: str(int(digits[0]) + 1), syntax.text(node))
        yield "another number", _replaced(syntax, node, more)
    for node in added("shorthand_field_initializer"):
        name = syntax.text(node)
        yield f"default for {name}", _replaced(syntax, node, f"{name}: {_defaulted(name)}")
    for node in added("field_initializer"):
        yield from _defaults(syntax, node.child_by_field_name("value"))
    for node in syntax.all("try_expression"):
        if start < node.end_byte <= end:
            cut = Cut(node.end_byte - 1, node.end_byte, b".unwrap_or_default()")
            yield "default instead of an error", _cut(syntax, cut)


def _defaults(syntax: Syntax, node: Node | None) -> Iterator[tuple[str, str]]:
    """The smallest values around a place replaced by the default of their type, outwards to the statement."""
    if node is not None and node.type == "let_declaration":
        node = node.child_by_field_name("value")
    while node is not None and node.type not in _BORDERS:
        parent = node.parent
        if _VALUES.search(node.type) and node.type not in _NOT_VALUES and _is_value(node, parent):
            text = syntax.text(node)
            if not _DEFAULT.match(re.sub(r"\s", "", text)):
                yield f"default for {text[:30]}", _replaced(syntax, node, _defaulted(text))
        node = parent


def _defaulted(value: str) -> str:
    """An expression of the same type, with the same effects, and the type's default as its value."""
    return f"({{ let mut it = {value}; std::mem::take(&mut it); it }})"


def _left_out(syntax: Syntax, node: Node | None) -> Iterator[tuple[str, str]]:
    """The statement around a place left out, where nothing is bound by it."""
    while node is not None and node.type not in ("block", "function_item", "source_file"):
        if node.type == "expression_statement" and node.parent is not None and node.parent.type == "block":
            yield "statement left out", _replaced(syntax, node, "")
            return
        node = node.parent


def _is_value(node: Node, parent: Node | None) -> bool:
    """Not a place, a function that is called, a receiver or an operand: a default there has no type."""
    if parent is None:
        return False
    if parent.type in ("let_declaration", "field_initializer", "const_item", "static_item"):
        return parent.child_by_field_name("value") == node
    if parent.type in ("assignment_expression", "compound_assignment_expr"):
        return parent.child_by_field_name("right") == node
    return parent.type in (
        *("arguments", "block", "return_expression", "parenthesized_expression", "tuple_expression"),
        *("array_expression", "reference_expression", "binary_expression"),
    )


def _line_bytes(source: bytes, line: int) -> tuple[int, int] | None:
    """The first and last byte of a line, white space left out; None for an empty one."""
    lines = source.split(b"\n")
    if not 1 <= line <= len(lines) or not lines[line - 1].strip():
        return None
    start = sum(len(one) + 1 for one in lines[: line - 1])
    text = lines[line - 1]
    return start + len(text) - len(text.lstrip()), start + len(text.rstrip().rstrip(b";"))


def _replaced(syntax: Syntax, node: Node, text: str) -> str:
    return _cut(syntax, Cut(node.start_byte, node.end_byte, text.encode()))


def _cut(syntax: Syntax, cut: Cut) -> str:
    return Break((cut,)).apply(syntax.source).decode()
