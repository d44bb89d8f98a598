"""Whether a cell or a lock may be asked for once more while a borrow that is to be written lasts: by a guard that has a
name, or by what the statement calls."""

import re
from collections import defaultdict
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.ownership.locking import statement_of
from sleepy_coder.rust.homes import defined, field_text
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.walk import walk

_ASKING = re.compile(r"\b(?:borrow|borrow_mut|lock|read|write)\s*\(\s*\)")
_WRITING = re.compile(r"\bborrow_mut\s*\(\s*\)")
_WORD = re.compile(r"\w+")
_NAMED = frozenset(("field_expression", "scoped_identifier", "generic_function"))
_OF_PRELUDE = re.compile(r"[A-Z]\w*|drop")
_SHOWING = re.compile(r"\.to_string\(|\b\w+!?\s*[(\[{]\s*\"|==|!=")


def asked_meanwhile(access: Node, borrow: str, tree: SourceTree) -> bool:
    """Whether what the statement of an access calls, or what that calls, may borrow as a borrow forbids it: what is
    read in a cell may be read at the same time, and who is not given the cell will hardly change it."""
    statement, only_read = statement_of(access), borrow == ".borrow()"
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
