"""What a loop fills and gives away (E0382), as a word that is pushed at each space: a clone goes on with what it has,
`std::mem::take` begins anew, and only a test can tell which is meant. Where the loop also takes out of it or empties
it, it goes on.

    for c in text.chars() {
        if c == ' ' {
            words.push(word);
        } else {
            word.push(c);
        }
    }
"""

import re
from collections.abc import Sequence

from tree_sitter import Node

from sleepy_coder.repairs.ownership.plain_locals import binding
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_GIVEN_AGAIN = "value moved here, in previous iteration of loop"
_LOOPS = ("for_expression", "while_expression", "loop_expression")
_FILLING = frozenset(
    ("push", "push_str", "push_back", "push_front", "insert", "insert_str", "extend", "extend_from_slice", "append")
)
_TAKING = frozenset(
    ("pop", "pop_back", "pop_front", "remove", "clear", "truncate", "drain", "retain", "take", "split_off", "resize")
)
_GOING_ON = re.compile(r"\b(?:clone|to_owned|to_vec|to_string|take|replace)\(")


def fills_on(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether edits give away a copy or the content of what a loop goes on filling, so that they say how it goes on."""
    added = any(len(_GOING_ON.findall(edit.new)) > len(_GOING_ON.findall(edit.old)) for edit in edits)
    span = next((one for one in error.spans if one.label == _GIVEN_AGAIN), None) if error.code == "E0382" else None
    given = node_at(tree, span) if added and span is not None and span.file in tree.files else None
    loop = around(given, *_LOOPS)
    let = binding(loop, node_text(given)) if given is not None and loop is not None else None
    if given is None or loop is None or let is None or given.type != "identifier":
        return False
    names = [one for one in walk(loop) if one.type == "identifier" and node_text(one) == node_text(given)]
    done = {_done(one) for one in names}
    return not done.isdisjoint({*_FILLING, "+="}) and done.isdisjoint(_TAKING)


def _done(name: Node) -> str:
    """The method that is called on a local, or the operator that changes it."""
    parent = name.parent
    if parent is None or parent.named_children[0] != name:
        return ""
    return field_text(parent, "field" if parent.type == "field_expression" else "operator")
