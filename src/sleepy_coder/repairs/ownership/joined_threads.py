"""Threads that borrow what lies outside (E0373, E0521, E0597, E0716), all of which are waited for in the block that
starts them: what lies between becomes a `thread::scope`, whose threads may borrow.

    let handles: Vec<_> = parts.iter().map(|part| thread::spawn(move || sum(part))).collect();
    let sums: Vec<u32> = handles.into_iter().map(|h| h.join().unwrap()).collect();

becomes `let sums: Vec<u32> = thread::scope(|scope| { let handles .. scope.spawn(..) .. });`. Not where a thread is left
to itself, or waited for only under a condition, as a scope would wait for it, too, nor where the function may be left
in between.
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.repairs.types.returned import leaving
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import COMMENTS, node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_CODES = frozenset(("E0373", "E0521", "E0597", "E0716"))
_SPAWN = re.compile(r"((?:std::)?thread)::spawn")
_HANDLE = re.compile(r"\bJoinHandle<")
_LEAVING = ("return_expression", "try_expression", "await_expression")
_WORDS = ("identifier", "field_identifier")
_STEP = "    "


def joined_threads(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """All from where the first thread is started, or its handle's place made, to where they are waited for."""
    there = (node_at(tree, one) for one in error.spans if error.code in _CODES and one.file == span.file)
    started = next((call for node in there if (call := _spawn(node)) is not None), None)
    function = around(started, "function_item")
    if started is None or function is None or re.search(r"\bscope\b", node_text(function)):
        return
    spawns = [one for one in walk(function) if one.type == "call_expression" and _is_spawn(one)]
    lets = [_holder(one) for one in spawns]
    block = lets[0].parent if lets[0] is not None else None
    if block is None or any(one is None or one.parent != block for one in lets):
        return
    parts = [one for one in block.named_children if one.type not in COMMENTS]
    first = min(parts.index(one) for one in lets if one is not None)
    joins = [number for number, one in enumerate(parts) if number >= first and _waits(one)]
    names = [field_text(one, "pattern") for one in lets]
    waited = {name for name in names for number in joins if _names(parts[number], name)}
    end = joins[-1] + 1 if joins else first
    bound = [field_text(one, "pattern") for one in parts[first : end - 1] if one.type == "let_declaration"]
    if any(_names(one, name) for one in parts[end:] for name in bound):
        end = len(parts)
    inside = parts[first:end]
    if waited != set(names) or any(True for one in inside for _ in leaving(one, *_LEAVING)):
        return
    edit = _enclosed(tree, span.file, inside, parts[end:], field_text(started, "function"))
    if edit is not None:
        yield "start them in a scope", [edit]


def _is_spawn(call: Node) -> bool:
    return _SPAWN.fullmatch(field_text(call, "function")) is not None


def _spawn(node: Node | None) -> Node | None:
    """The innermost call that starts a thread around a node."""
    call = around(node, "call_expression")
    while call is not None and not _is_spawn(call):
        call = around(call.parent, "call_expression")
    return call


def _holder(spawn: Node) -> Node | None:
    """The `let` of the one name that holds the handle of a thread, or the handles of several."""
    let = around(spawn, "let_declaration", "expression_statement", "block", "function_item")
    if let is not None and let.type == "expression_statement":
        pushed = around(spawn.parent, "call_expression")
        function = pushed.child_by_field_name("function") if pushed is not None else None
        if function is None or field_text(function, "field") != "push":
            return None
        return _binding(spawn, field_text(function, "value"))
    plain = let is not None and let.type == "let_declaration" and field_text(let, "pattern").isidentifier()
    return let if plain else None


def _binding(place: Node, name: str) -> Node | None:
    block = around(place, "block")
    while block is not None:
        for one in block.named_children:
            if one.type == "let_declaration" and field_text(one, "pattern") == name and one.end_byte < place.start_byte:
                return one
        block = around(block.parent, "block")
    return None


def _waits(part: Node) -> bool:
    """Whether a statement waits for threads whatever a condition says."""
    joins = (one for one in walk(part) if one.type in _WORDS and node_text(one) == "join" and _has_no_arguments(one))
    return any(not _is_conditional(one, part) for one in joins)


def _has_no_arguments(method: Node) -> bool:
    """As the method of a handle and not the one of texts, which in the tokens of a macro stands on its own."""
    behind = method.next_sibling or (method.parent.next_sibling if method.parent is not None else None)
    return behind is not None and node_text(behind) == "()"


def _is_conditional(inner: Node, part: Node) -> bool:
    """Whether a branch stands around a node, or a closure that no call is given."""
    while inner != part and (outer := inner.parent) is not None:
        branch = outer.child_by_field_name("consequence") == inner or outer.type in ("else_clause", "match_arm")
        second = field_text(outer, "operator") in ("&&", "||") and outer.child_by_field_name("right") == inner
        kept = inner.type == "closure_expression" and outer.type != "arguments"
        if branch or second or kept:
            return True
        inner = outer
    return False


def _names(part: Node, name: str) -> bool:
    """Whether some part names a variable, or any of a pattern's."""
    return any(one.type == "identifier" and node_text(one) == name for one in walk(part))


def _enclosed(tree: SourceTree, file: str, inside: list[Node], behind: list[Node], spawn: str) -> Edit | None:
    """The statements in a scope, of which the last one is the value, or what its `let` is bound to."""
    first, last = inside[0].start_point.row + 1, inside[-1].end_point.row + 1
    text, value = tree.range_text(file, first, last), inside[-1].child_by_field_name("value")
    whole = tree.line(file, first).strip().startswith(node_text(inside[0]).split("\n")[0])
    ended = tree.line(file, last).endswith(node_text(inside[-1]).rsplit("\n", maxsplit=1)[-1])
    if not whole or not ended:
        return None
    if any(one.type.endswith("string_literal") and "\n" in node_text(one) for part in inside for one in walk(part)):
        return None
    indent = " " * inside[0].start_point.column
    head, tail = "", "" if not node_text(inside[-1]).endswith(";") and not behind else ";"
    body = text
    if inside[-1].type == "let_declaration" and value is not None:
        kept = node_text(inside[-1]).encode()[: value.start_byte - inside[-1].start_byte].decode()
        head, tail = kept, ";"
        start = len(text) - len(node_text(inside[-1]))
        body = f"{text[:start]}{node_text(value)}"
    scope = f"{indent}{head}{spawn.removesuffix('spawn')}scope(|scope| {{"
    lines = [f"{_STEP}{line}" if line else line for line in body.split("\n")]
    new = "\n".join((scope, *lines, f"{indent}}}){tail}"))
    return Edit(file, first, last, text, _HANDLE.sub("ScopedJoinHandle<", _SPAWN.sub("scope.spawn", new)))
