"""Whether a cell or a lock may be asked for once more while a borrow that is to be written lasts: by a guard that has a
name, or by what the statement calls."""

import re
from collections import defaultdict
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.homes import defined, field_text
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.walk import walk

_ASKING = re.compile(r"\b(?:borrow|borrow_mut|lock|read|write)\s*\(\s*\)")
_WRITING = re.compile(r"\bborrow_mut\s*\(\s*\)")
_WORD = re.compile(r"\w+")
_NAMED = frozenset(("field_expression", "scoped_identifier", "generic_function"))
_CONDITIONS = ("if_expression", "while_expression", "match_pattern")
_HEADERS = {
    "for_expression": "value",
    "match_expression": "value",
    "if_expression": "condition",
    "while_expression": "condition",
}
_ENDS = ("block", "closure_expression", "async_block", "function_item")
_OF_PRELUDE = re.compile(r"[A-Z]\w*|drop")
_SHOWING = re.compile(r"\.to_string\(|\b\w+!?\s*[(\[{]\s*\"|==|!=")


def asked_meanwhile(access: Node, borrow: str, tree: SourceTree) -> bool:
    """Whether what the statement of an access calls, or what that calls, may borrow as a borrow forbids it: what is
    read in a cell may be read at the same time, and who is not given the cell will hardly change it."""
    statement, only_read = temporary_scope(access), borrow == ".borrow()"
    root = _WORD.match(node_text(access))
    if only_read and root is not None and len(re.findall(rf"\b{root[0]}\b", node_text(statement))) == 1:
        return False
    asking, bodies = _WRITING if only_read else _ASKING, _bodies(tree)
    if any(_is_unknown(one, bodies, tree) for one in walk(statement) if one.type == "call_expression"):
        return True
    if _SHOWING.search(node_text(statement)) and any(asking.search(node_text(one)) for one in _unseen(tree)):
        return True
    named = (one for one in walk(statement) if one.type in ("identifier", "field_identifier") and one.parent != access)
    waiting, seen = {node_text(one) for one in named} & bodies.keys(), set[str]()
    while waiting:
        name = waiting.pop()
        seen.add(name)
        text = "\n".join(bodies[name])
        if asking.search(text):
            return True
        waiting |= (bodies.keys() & set(_WORD.findall(text))) - seen
    return False


def temporary_scope(part: Node) -> Node:
    """How far what has no name lasts: a statement, a condition that binds nothing, or what an arm says."""
    node = part
    while (parent := node.parent) is not None and parent.type not in _ENDS:
        condition = parent.child_by_field_name("condition") if parent.type in _CONDITIONS else None
        if condition == node and not node.type.startswith("let_"):
            return node
        if parent.type == "match_arm" and parent.child_by_field_name("value") == node:
            return node
        node = parent
    return node


def headers(part: Node) -> Iterator[Node]:
    """What is gone over or matched where a part of a program stands: what is borrowed there lasts until the end."""
    node = part
    while (parent := node.parent) is not None and parent.type != "function_item":
        field = _HEADERS.get(parent.type)
        header = parent.child_by_field_name(field) if field is not None else None
        plain = field == "condition" and header is not None and not header.type.startswith("let_")
        if header is not None and header != node and not plain:
            yield header
        node = parent


def _is_unknown(call: Node, bodies: dict[str, list[str]], tree: SourceTree) -> bool:
    """Whether a call is one of a value, as of a parameter that is a closure: it may do whatever it likes."""
    function, given = call.child_by_field_name("function"), call.child_by_field_name("arguments")
    if function is None or given is None or function.type in _NAMED or given.start_byte > function.end_byte:  # a macro
        return False
    name = node_text(function)
    if function.type != "identifier":
        return True
    imported = re.compile(rf"\buse\b[^;]*\b{name}\b")
    known = name in bodies or _OF_PRELUDE.fullmatch(name) is not None
    return not known and not any(imported.search(text) for text in tree.files.values())


def _nodes(tree: SourceTree) -> Iterator[Node]:
    return (node for file, text in tree.files.items() if file.endswith(".rs") for node in walk(parse(text)))


def _unseen(tree: SourceTree) -> Iterator[Node]:
    """The implementations of others' traits, whose methods are called without their names, as that of `Display` is."""
    for one in _nodes(tree):
        trait = field_text(one, "trait") if one.type == "impl_item" else ""
        if trait and not defined(tree, trait, "trait_item"):
            yield one


def _bodies(tree: SourceTree) -> dict[str, list[str]]:
    """What the functions of a tree do, and the closures that have a name."""
    bodies: defaultdict[str, list[str]] = defaultdict(list)
    for one in _nodes(tree):
        if one.type == "function_item":
            bodies[field_text(one, "name")].append(field_text(one, "body"))
        elif one.type == "closure_expression" and one.parent is not None and one.parent.type == "let_declaration":
            bodies[field_text(one.parent, "pattern")].append(node_text(one))
    return dict(bodies)


def kept_guards(owner: Node, place: Node | None) -> int:
    """How often a part of a program gives a name to what an owner's lock or cell lends: it may last for long."""
    kept = re.compile(
        rf"(?:=|\bmatch)\s*(?:&\s*(?:mut\s*)?\*\s*)?{re.escape(node_text(owner))}"
        r"\.(?:try_)?(?:lock|read|write|borrow|borrow_mut)\(\)"
        r"(?:\.unwrap\(\)|\.expect\([^()]*\)|\?)?\s*(?:[;{]|else\b)"
    )
    return len(kept.findall(node_text(place))) if place is not None else 0
