"""A suite proves itself: what is broken fails as it should, the reference passes, and cheats score nothing."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tree_sitter import Node

from sleepy_coder.breaker.families import FAMILIES
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.syntax import NOT_UNITS, parse
from sleepy_coder.tasks.task import Task
from sleepy_coder.tasks.verify import Judge, Situation, Verdict, verify_tree

_CODES: Mapping[str, frozenset[str | None]] = {family.name: family.codes for family in FAMILIES}


class Fault(NamedTuple):
    """What is wrong with one task."""

    task: str
    what: str


def prove(task: Task, compiler: Compiler) -> list[Fault]:
    """Everything that is wrong with a task, usually nothing. Without a reference only the broken side can be proved."""
    return [Fault(task.id, what) for what in faults(task, Judge(TaskProject(task, compiler)))]


def faults(task: Task, judge: Judge) -> Iterator[str]:
    """The same with a judge who may know some of the trees already."""
    before = task.tree
    errors = judge.check_many([before])[0].errors
    if not errors:
        yield "the broken program compiles"
        return
    expected = expected_codes(task.family)
    if expected is not None and not any(error.code in expected for error in errors):
        yield f"no error is of family {task.family}: {', '.join(error.code or 'no code' for error in errors)}"
    after = task.reference_tree
    situation = Situation(before, errors, errors)
    if after is not None:
        found = verify_tree(judge, situation, after)
        if found.verdict != Verdict.FIXED:
            yield f"the reference is {found.verdict}: {found.evidence}"
    for name, cheat in cheats(before, errors[0]).items():
        if verify_tree(judge, situation, cheat).verdict == Verdict.FIXED:
            yield f"the cheat {name!r} passes"


def expected_codes(family: str | None) -> frozenset[str | None] | None:
    """The codes that a family's errors may have; None if the family's name says nothing about them."""
    if family is None:
        return None
    if family in _CODES:
        return _CODES[family]
    code = re.match(r"E\d{4}", family)
    return frozenset({code[0]}) if code else None


def cheats(tree: SourceTree, error: Diagnostic) -> dict[str, SourceTree]:
    """Ways of silencing the compiler without mending anything, by name. Those that change nothing are left out."""
    span = error.primary
    file = span.file if span is not None and span.file in tree.files else tree.root
    source, line = tree.files[file], span.line_start if span is not None else 1
    root = parse(source)
    made = {
        "empty main": _body_replaced(source, _function(root, "main"), "{}"),
        "todo": _body_replaced(source, _around(root, line, "function_item"), "{ todo!() }"),
        "function deleted": _without(source, _around(root, line, "function_item")),
        "statement deleted": _without(source, _statement(root, line)),
        "commented out": _commented(source, line),
        "everything deleted": "fn main() {}\n",
    }
    found = {name: text for name, text in made.items() if text != source}
    rest = (tree.edition, tree.crate_type)
    return {name: SourceTree({**tree.files, file: text}, *rest) for name, text in found.items()}


def _function(root: Node, name: str) -> Node | None:
    for node in root.named_children:
        called = node.child_by_field_name("name")
        if node.type == "function_item" and called is not None and called.text == name.encode():
            return node
    return None


def _around(node: Node, line: int, kind: str) -> Node | None:
    """The innermost node of a kind that covers a 1-based line."""
    for child in node.named_children:
        if child.start_point.row < line <= child.end_point.row + 1:
            return _around(child, line, kind) or (child if child.type == kind else None)
    return None


def _statement(node: Node, line: int) -> Node | None:
    """The innermost statement that covers a line."""
    for child in node.named_children:
        if child.start_point.row < line <= child.end_point.row + 1:
            inner = _statement(child, line)
            if inner is None and node.type == "block" and child.type not in NOT_UNITS:
                return child
            if inner is not None:
                return inner
    return None


def _without(source: str, node: Node | None) -> str:
    if node is None:
        return source
    data = source.encode()
    return (data[: node.start_byte] + data[node.end_byte :]).decode()


def _body_replaced(source: str, node: Node | None, body: str) -> str:
    block = node.child_by_field_name("body") if node is not None else None
    if block is None:
        return source
    data = source.encode()
    return (data[: block.start_byte] + body.encode() + data[block.end_byte :]).decode()


def _commented(source: str, line: int) -> str:
    lines = source.split("\n")
    lines[line - 1] = f"// {lines[line - 1]}"
    return "\n".join(lines)
