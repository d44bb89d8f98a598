"""Repairs that may compile and are wrong: what an oracle must be able to tell from the right one.

They are made from the reference, around what it adds to the broken program and around what the compiler flagged:
another name or number in the place of the right one, a default in the place of a value or an error, a statement left
out, another arm's value for what a match lacks, the other of two implementations taken away. What is a default by its
text is left as it is. `nearby` has what can be done wrong beside a repair that has no wrong value.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice
from typing import NamedTuple

from tree_sitter import Node

from sleepy_coder.breaker.syntax import Break, Cut, Syntax
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.proof import mutants

MOST = 12  # of one task
OTHER_NAMES = 3
NEARBY = ", nearby"
"""What ends the name of a repair with something wrong beside it."""

_TOKEN = re.compile(rb"\w+|[^\w\s]")
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


class _Repair(NamedTuple):
    """The one file that a reference changes: its text before, its syntax after, and the bytes that are new in it."""

    file: str
    before: bytes
    syntax: Syntax
    regions: list[tuple[int, int]]


def _repair(broken: SourceTree, reference: SourceTree) -> _Repair | None:
    """None where the reference changes several files, or cannot be parsed."""
    changed = [file for file in broken.files if broken.files[file] != reference.files[file]]
    if len(changed) != 1:
        return None
    before, syntax = broken.files[changed[0]].encode(), Syntax(reference.files[changed[0]].encode())
    return None if syntax.broken else _Repair(changed[0], before, syntax, _added(before, syntax.source))


def mistakes(broken: SourceTree, reference: SourceTree, error: Diagnostic) -> dict[str, SourceTree]:
    """At most twelve trees, by what was done. Only where the reference changes one file."""
    repair = _repair(broken, reference)
    return _trees(_texts(repair, error), repair, reference, MOST) if repair is not None else {}


def nearby(broken: SourceTree, reference: SourceTree) -> dict[str, SourceTree]:
    """At most eight trees with something wrong beside the repair, the nearest first."""
    repair = _repair(broken, reference)
    if repair is None:
        return {}
    found = ((name + NEARBY, text) for name, text in mutants.mutants(repair.syntax, repair.regions))
    return _trees(found, repair, reference, mutants.MOST)


def _trees(
    texts: Iterator[tuple[str, str]], repair: _Repair, reference: SourceTree, most: int
) -> dict[str, SourceTree]:
    known = {repair.before.decode(), repair.syntax.source.decode()}
    made: dict[str, SourceTree] = {}
    for name, text in texts:
        if text in known:
            continue
        known.add(text)
        made[name if name not in made else f"{len(made)}: {name}"] = reference.with_files({repair.file: text})
        if len(made) == most:
            break
    return made


def _texts(repair: _Repair, error: Diagnostic) -> Iterator[tuple[str, str]]:
    syntax, regions = repair.syntax, repair.regions
    if error.code == "E0004":
        yield from _other_arms(repair)
    if error.code == "E0119":
        yield from _other_implementation(Syntax(repair.before), error)
    for start, end in regions:
        yield from islice(_other_names(syntax, start, end), MOST // 2)
        yield from _other_tokens(syntax, start, end)
    places = list(regions)
    flagged = _line_bytes(syntax.source, error.primary.line_start if error.primary is not None else 0)
    if flagged is not None and not any(start < flagged[1] and flagged[0] <= end for start, end in regions):
        places.append(flagged)
    for start, end in places:
        node = syntax.root.descendant_for_byte_range(start, max(start, end - 1))
        yield from _left_out(syntax, node)
        yield from _defaults(syntax, node)


def _other_arms(repair: _Repair) -> Iterator[tuple[str, str]]:
    """The broken match with one arm more, for the rest, that has another arm's value.

    Not where the repair takes a guard away: such a guard may be needless, and then there is no rest.
    """
    start, end = repair.regions[0]
    mended = min(
        (node for node in repair.syntax.all("match_arm") if node.start_byte <= start and end <= node.end_byte),
        key=lambda node: node.end_byte - node.start_byte,
        default=None,
    )
    if mended is None or mended.parent is None:
        return
    own = mended.child_by_field_name("value")
    right = repair.syntax.text(own) if own is not None else ""
    before = Syntax(repair.before)
    block = next((node for node in before.all("match_block") if node.start_byte == mended.parent.start_byte), None)
    arms = [arm for arm in block.named_children if arm.type == "match_arm"] if block is not None else []
    if _guards(arms) != _guards(mended.parent.named_children):
        return
    for arm in arms:
        value = arm.child_by_field_name("value")
        if value is not None and before.text(value) != right:
            comma = b"" if before.text(arms[-1]).endswith((",", "}")) else b","
            more = comma + f" _ => {before.text(value)},".encode()
            yield (
                f"{before.text(value)[:30]} for the rest",
                _cut(before, Cut(arms[-1].end_byte, arms[-1].end_byte, more)),
            )


def _guards(arms: Sequence[Node]) -> int:
    patterns = (arm.child_by_field_name("pattern") for arm in arms if arm.type == "match_arm")
    return sum(pattern is not None and pattern.child_by_field_name("condition") is not None for pattern in patterns)


def _other_implementation(broken: Syntax, error: Diagnostic) -> Iterator[tuple[str, str]]:
    """Of a trait that is derived and implemented by hand the latter taken away."""
    lines = {span.line_start for span in error.spans}
    for impl in broken.all("impl_item"):
        if impl.start_point.row + 1 in lines:
            yield "the other implementation removed", _cut(broken, Cut(impl.start_byte, impl.end_byte))


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


def _tokens(source: bytes) -> list[bytes]:
    return _TOKEN.findall(source)


def _other_names(syntax: Syntax, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Other names of the same kind of token in the place of each that was added: those in the same role (an argument,
    a method that is called, ..) before the nearest.
    """
    for kind in _NAMES:
        names = syntax.all(kind)
        for node in names:
            if not (start <= node.start_byte and node.end_byte <= end):
                continue
            here, role = syntax.text(node), _role(node)
            near = sorted(names, key=lambda other: (_role(other) != role, abs(other.start_byte - node.start_byte)))
            others = [text for other in near if (text := syntax.text(other)) != here]
            for text in list(dict.fromkeys(others))[:OTHER_NAMES]:
                yield f"{text} for {here}", _replaced(syntax, node, text)


def _role(node: Node) -> tuple[str, ...]:
    """What a name stands for in what is around it, two steps up."""
    role = []
    for _ in range(2):
        parent = node.parent
        if parent is None:
            break
        place = next((n for n, child in enumerate(parent.children) if child == node), 0)
        role += [parent.type, parent.field_name_for_child(place) or ""]
        node = parent
    return tuple(role)


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
