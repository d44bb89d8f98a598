"""A `?` in front of a call that is to run also where something fails, as `unlock` or `close`: a failure would skip that
call. What is bound before it and used behind it is asked where it is used."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from tree_sitter import Node

from sleepy_coder.errors import EditRejected
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_PAIRED = "unlock|release|close|disconnect|shutdown|rollback|restore|teardown|tear_down|clean_?up"
_CLEANUP = re.compile(rf"\b(?:{_PAIRED}|flush|finish|stop|remove_(?:file|dir|dir_all))\(")
_ALWAYS = re.compile(rf"\.(?:{_PAIRED})\(")
_STATEMENTS = ("let_declaration", "expression_statement")
_CALLS = ("call_expression", "try_expression")
_LEAVING = ("try_expression", "return_expression")


def cleaned_up_first(let: Node) -> bool:
    """Whether something is cleaned up between a `let` of one name and the first use of this."""
    named = re.compile(rf"\b{field_text(let, 'pattern')}\b")
    before = takewhile(lambda one: not named.search(node_text(one)), _below(let))
    return any(_is_call(one) and _CLEANUP.search(node_text(one)) for one in before)


def skips_cleanup(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether edits put a `?` in front of a cleanup that every failure has reached so far."""
    if not any(edit.new.count("?") > edit.old.count("?") for edit in edits):
        return False
    try:
        after = tree.apply(edits)
    except EditRejected:
        return False
    changed = [file for file, text in after.files.items() if file.endswith(".rs") and text != tree.files[file]]
    known = {node_text(one) for file in changed for one in _asking(tree.files[file])}
    asking = (one for file in changed for one in _asking(after.files[file]))
    return any(_skipped(one) for one in asking if node_text(one) not in known)


def _asking(text: str) -> Iterator[Node]:
    """The statements with a `?`."""
    found = (around(one, *_STATEMENTS) for one in walk(parse(text)) if one.type == "try_expression")
    return (one for one in found if one is not None)


def _skipped(statement: Node) -> bool:
    named = statement.type == "let_declaration" and statement.child_by_field_name("pattern")
    if named and named.type == "identifier" and cleaned_up_first(statement):
        return True
    home = around(statement, "function_item")
    leaves = any(one.type in _LEAVING and one.end_byte <= statement.start_byte for one in walk(home))
    return not leaves and any(_is_call(one) and _ALWAYS.search(node_text(one)) for one in _below(statement))


def _below(statement: Node) -> Iterator[Node]:
    """What stands below a statement in its block."""
    while (following := statement.next_named_sibling) is not None:
        statement = following
        yield statement


def _is_call(statement: Node) -> bool:
    return statement.type == "expression_statement" and statement.named_children[0].type in _CALLS
