"""Variables that a repair makes mutable, and what comes of their changes.

`mut` on what a `let`, a loop or a pattern takes from a place changes a copy. If nobody hears of the change, the place
was meant:

    if let Some(mut left) = self.left {       for mut task in self.tasks.clone() {
        left -= 1;                                task.done = true;
    }                                         }
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tree_sitter import Node

from sleepy_coder.rust.homes import field_text, receiver
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.walk import walk
from sleepy_coder.tasks.losses.clones import ASSIGNMENTS, CHANGING, LOOPS, PARTS

_BINDERS = ("let_declaration", "let_condition", "for_expression", "match_arm", "parameter", "closure_expression")
_NAMES = ("identifier", "shorthand_field_identifier")
_COPYING = frozenset(("clone", "cloned", "copied", "to_vec"))
_HANDING = frozenset(("unwrap", "expect", "into_iter", "enumerate"))
_COMPARISONS = frozenset(("==", "!=", "<", ">", "<=", ">="))


class Binding(NamedTuple):
    """A mutable variable: its name, the node that binds it, what that takes it from, and where it is known."""

    name: str
    binder: Node
    value: Node | None
    scope: Node
    row: int


def made_mutable(before: SourceTree, after: SourceTree) -> Iterator[Binding]:
    """The variables that are mutable in `after` and were not in `before`; of two equal ones both may be named."""
    for file, text in after.files.items():
        old = before.files.get(file, "")
        if file.endswith(".rs") and text.count("mut ") > old.count("mut "):
            now = list(_mutable(text))
            more = Counter(map(_key, now)) - Counter(map(_key, _mutable(old)))
            yield from (one for one in now if more[_key(one)])


def changed_copy(before: SourceTree, after: SourceTree) -> str | None:
    """The variable made mutable that is a copy of something, if its change is lost with it."""
    return next((one.name for one in made_mutable(before, after) if _changes_lost_copy(one)), None)


def _changes_lost_copy(binding: Binding) -> bool:
    """Whether a variable holds a copy of a place, and its change is the last that is heard of what it changes."""
    if binding.value is None or not _copies(binding):
        return False
    mentions = list(mentioned(binding))
    changed = [(one, path) for one in mentions if (path := _changed_by(one)) is not None]
    if not changed:
        return False
    loop = around(changed[0][0], *LOOPS)
    from_ = changed[0][0].start_byte if loop is None or loop.start_byte < binding.scope.start_byte else loop.start_byte
    for one in mentions:
        own = _changed_by(one) is not None or any(_within(one, change) for change, _ in changed)
        later = one.start_byte > from_ and not own and any(_meet(_path(one), path) for _, path in changed)
        if later and not (_is_compared(one) and _only_read(binding)):
            return False
    texts = (one for one in walk(binding.scope) if one.type in ("string_literal", "string_content"))
    shown = re.compile(rf"\{{{binding.name}[:}}]")
    return not any(shown.search(node_text(one)) for one in texts)


def mentioned(binding: Binding) -> Iterator[Node]:
    """The uses of a variable behind the place where it is bound."""
    behind = binding.binder.end_byte if binding.binder.type == "let_declaration" else binding.scope.start_byte
    for one in walk(binding.scope):
        if one.type in _NAMES and one.start_byte >= behind and node_text(one) == binding.name:
            yield one


def takes_part(binding: Binding) -> bool:
    """Whether a variable is a copy of a field or an element."""
    return binding.value is not None and binding.value.type in PARTS


def _key(binding: Binding) -> tuple[str, str]:
    return binding.name, field_text(around(binding.binder, "function_item"), "name")


def _mutable(text: str) -> Iterator[Binding]:
    for one in walk(parse(text)):
        if one.type != "mutable_specifier" or one.parent is None:
            continue
        name = next((two for two in one.parent.named_children if two.type in _NAMES), None)
        binder = around(one, *_BINDERS)
        scope = _scope(binder) if binder is not None else None
        if binder is not None and name is not None and scope is not None:
            yield Binding(node_text(name), binder, _value(binder), scope, name.start_point.row)


def _scope(binder: Node) -> Node | None:
    if binder.type == "let_declaration":
        return binder.parent
    if binder.type == "match_arm":
        return binder.child_by_field_name("value")
    if binder.type == "let_condition":
        outer = around(binder, "if_expression", "while_expression")
        return outer and (outer.child_by_field_name("consequence") or outer.child_by_field_name("body"))
    home = around(binder, "function_item", "closure_expression") if binder.type == "parameter" else binder
    return home and home.child_by_field_name("body")


def _value(binder: Node) -> Node | None:
    if binder.type == "match_arm":
        match = around(binder, "match_expression")
        return match and match.child_by_field_name("value")
    return binder.child_by_field_name("value") if binder.type != "parameter" else None


def _copies(binding: Binding) -> bool:
    """Whether what is bound is a copy of what somebody else holds: of a part, or of a list that is used again."""
    value = binding.value
    while value is not None:
        if value.type in ("try_expression", "parenthesized_expression"):
            value = value.named_children[0]
        elif value.type == "call_expression":
            method = value.child_by_field_name("function")
            said = field_text(method, "field")
            if said in _COPYING:
                return True
            value = method.child_by_field_name("value") if method is not None and said in _HANDING else None
        else:
            break
    if value is None:
        return False
    if value.type == "identifier" and binding.binder.type == "for_expression":
        home = around(binding.binder, "function_item")
        uses = (one for one in walk(home) if one.type == "identifier" and one.start_byte > binding.binder.end_byte)
        return any(node_text(one) == node_text(value) for one in uses)
    return value.type in PARTS or (value.type == "unary_expression" and node_text(value).startswith("*"))


def _place(name: Node) -> Node:
    """The longest path of fields and elements that begins with a name, without the method that is called of it."""
    place = name
    while (outer := place.parent) is not None and outer.type in PARTS and outer.named_children[0] == place:
        called = outer.parent
        if called is not None and called.type == "call_expression" and called.child_by_field_name("function") == outer:
            break
        place = outer
    return place


def _path(name: Node) -> str:
    return re.split(r"\[", "".join(node_text(_place(name)).split()))[0]


def _meet(left: str, right: str) -> bool:
    """Whether one path is the other or a part of it."""
    return f"{left}.".startswith(f"{right}.") or f"{right}.".startswith(f"{left}.")


def _changed_by(name: Node) -> str | None:
    """The path that is changed where a name stands: by an assignment, or by a method like `push` whose result is not
    used."""
    place = _place(name)
    outer = place.parent
    if outer is not None and outer.type in ASSIGNMENTS and outer.child_by_field_name("left") == place:
        return _path(name)
    call = outer.parent if outer is not None and outer.type == "field_expression" else None
    dropped = call is not None and call.parent is not None and call.parent.type == "expression_statement"
    return _path(name) if outer is not None and dropped and field_text(outer, "field") in CHANGING else None


def _within(name: Node, change: Node) -> bool:
    """Whether a name stands in the value of a change of itself."""
    place = around(change, *ASSIGNMENTS)
    return place is not None and place.start_byte <= name.start_byte < place.end_byte


def _is_compared(name: Node) -> bool:
    outer = _place(name).parent
    compared = outer is not None and outer.type == "binary_expression" and field_text(outer, "operator") in _COMPARISONS
    return compared and around(name, "while_expression", "for_expression", "loop_expression") is None


def _only_read(binding: Binding) -> bool:
    """Whether a method that may change its owner reads fields of it, and does nothing else with it."""
    home = around(binding.binder, "function_item")
    if home is None or receiver(home) != "&mut self":
        return False
    owners = (one for one in walk(home.child_by_field_name("body")) if one.type == "self")
    return all(map(_is_field_read, owners))


def _is_field_read(owner: Node) -> bool:
    place = _place(owner)
    outer = place.parent
    written = outer is not None and outer.type in ASSIGNMENTS and outer.child_by_field_name("left") == place
    lent = outer is not None and outer.type in ("reference_expression", "arguments", "token_tree", "field_expression")
    return place != owner and not written and not lent
