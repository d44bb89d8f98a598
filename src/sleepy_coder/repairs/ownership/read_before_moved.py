"""What is given away or what borrows from it, read by the statements behind the one that gives it away (E0382, E0505):
they come first, where neither they nor that one sees what the other does. A result is computed first.

    self.received.push(parcel);                   self.log.push(format!("got {}", parcel.label));
    self.log.push(format!("got {}", parcel.label));   self.received.push(parcel);

    self.tasks.push(task);                        let id = task.id;
    task.id                                       self.tasks.push(task);
                                                  id

Not where a function takes it to change it, or gives back one of its type: what it has become may be what is to be read.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.ownership.asked_before import alone, with_comments
from sleepy_coder.repairs.ownership.effects import commute, effects
from sleepy_coder.repairs.ownership.interior import has_cells
from sleepy_coder.repairs.ownership.locking import times_named
from sleepy_coder.repairs.types.chains import method_of
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import arguments_of, defined, field_text, receiver
from sleepy_coder.rust.items import COMMENTS, node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_MOVED = re.compile(r"^value moved here$|^`\w+` moved due to this method call$")
_MOVED_OUT = re.compile(r"^move out of `\w+` occurs here$")
_BORROWED = re.compile(r"^borrow of `\w+` occurs here$")
_DROPS = re.compile(r"\bDrop\s+for\b")
_UNITS = frozenset(("for_expression", "while_expression"))


def read_before_moved(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The statement that gives it away behind the last one that reads it."""
    moved = given_away(error, span, tree) if error.code in ("E0382", "E0505") else None
    if moved is None or has_cells(tree) or any(_DROPS.search(text) for text in tree.files.values()):
        return
    use = node_at(tree, span) if error.code == "E0382" else None
    if use is not None and use.parent is not None and use.parent.type == "arguments":
        return  # given away again
    giving = statement_before(moved, _read(error, span))
    name = moved if error.code == "E0382" else _borrower(error, tree)
    readers = readers_of(giving, name) if name is not None else []
    if not readers or is_changed_by_call(moved, tree) or not alone(tree, span.file, giving):
        return
    last = readers[-1]
    given = effects(giving, tree)
    result = _result(last) if last.next_named_sibling is None else None
    others = [effects(one if one != last or result is None else result, tree) for one in readers]
    if not all(commute(given, one, (node_text(moved),)) for one in others) or not alone(tree, span.file, last):
        return
    top, start, end = with_comments(giving), giving.end_point.row + 2, last.end_point.row + 1
    mover = tree.range_text(span.file, top, start - 1)
    if result is None:
        new = f"{tree.range_text(span.file, start, end)}\n{mover}"
    else:
        new = _computed_first(giving, last, result, mover, tree.range_text(span.file, start, end))
    yield "read it before it is given away", Edit(span.file, top, end, tree.range_text(span.file, top, end), new)


def given_away(error: Diagnostic, span: Span, tree: SourceTree) -> Node | None:
    """The variable where it is moved, as something that a call is given or called of."""
    label = _MOVED if error.code == "E0382" else _MOVED_OUT
    places = [one for one in error.spans if one.file == span.file and label.match(one.label or "")]
    node = node_at(tree, places[0]) if len(places) == 1 else None
    if node is not None and node.type == "field_identifier" and node.parent is not None:
        node = node.parent.child_by_field_name("value")
    within = around(node, "closure_expression", "token_tree", "function_item")
    return (
        node if node is not None and node.type == "identifier" and within and within.type == "function_item" else None
    )


def statement_before(moved: Node, read: int) -> Node:
    """The statement that gives something away, of the block in which it is read at a later place."""
    node = moved
    while (outer := node.parent) is not None and outer.type != "function_item":
        if outer.type == "block" and outer.start_byte < read < outer.end_byte:
            break
        node = outer
    return node


def _read(error: Diagnostic, span: Span) -> int:
    later = (one for one in error.spans if (one.label or "").endswith("later used here") and one.file == span.file)
    return next(later, span).byte_start


def _borrower(error: Diagnostic, tree: SourceTree) -> Node | None:
    """The name of a local that borrows from what is given away."""
    spans = [one for one in error.spans if _BORROWED.match(one.label or "") and one.file in tree.files]
    let = around(node_at(tree, spans[0]), "let_declaration", "block") if len(spans) == 1 else None
    pattern = let.child_by_field_name("pattern") if let is not None and let.type == "let_declaration" else None
    return pattern if pattern is not None and pattern.type == "identifier" else None


def readers_of(giving: Node, name: Node) -> list[Node]:
    """The statements behind the one that gives away, as far as the last that names it."""
    behind, node = list[Node](), giving.next_named_sibling
    while node is not None:
        behind.append(node)
        node = node.next_named_sibling
    shown = re.compile(rf"\{{{node_text(name)}\b")
    named = [n for n, one in enumerate(behind) if times_named([one], name) or shown.search(node_text(one))]
    upto = behind[: named[-1] + 1] if named else []
    return [one for one in upto if one.type not in COMMENTS]


def is_changed_by_call(moved: Node, tree: SourceTree) -> bool:
    """Whether a function of the tree takes what it is given, or called of, to change it or to give back another one."""
    call = around(moved, "call_expression", "block")
    while call is not None and call.type == "call_expression":
        method, function = method_of(call), field_text(call, "function")
        name = node_text(method) if method is not None else function.rpartition("::")[2]
        own = [one for _, one in defined(tree, name, "function_item")]
        if any(_changes_given(one) or _gives_back(one) for one in own):
            return True
        if not own and function == name.lower() != "drop":
            return True  # a closure or another crate's function, which may do anything
        call = around(call.parent, "call_expression", "block")
    return False


def outlives_change(error: Diagnostic, tree: SourceTree) -> bool:
    """Whether what is borrowed is read behind a call that changes it: a clone would show what was there before."""
    spans = [one for one in error.spans if one.is_primary and one.file in tree.files] if error.code == "E0505" else []
    return any(moved is not None and is_changed_by_call(moved, tree) for moved in (node_at(tree, one) for one in spans))


def _changes_given(function: Node) -> bool:
    """Whether a parameter, a local that is made of one, or a part of a pattern may be changed."""
    listed, body = function.child_by_field_name("parameters"), function.child_by_field_name("body")
    parameters = listed.named_children if listed is not None else []
    if any(_is_mutable(one) for one in parameters):
        return True
    patterns = [field_text(one, "pattern") for one in parameters if not field_text(one, "type").startswith("&")]
    names = {name for pattern in patterns for name in re.findall(r"\w+", pattern)}
    names |= {"self"} if receiver(function) == "self" else set()
    for one in walk(body):
        if one.type in ("mut_pattern", "field_pattern") and _is_mutable(one):
            return True
        made = one.child_by_field_name("value") if one.type == "let_declaration" and _is_mutable(one) else None
        if made is not None and not names.isdisjoint(node_text(part) for part in walk(made)):
            return True
    return False


def _is_mutable(binding: Node) -> bool:
    """Whether a pattern, or what declares by one, says `mut` of a name or of `self` taken by value."""
    kinds = [child.type for child in binding.children]
    within = binding.child_by_field_name("pattern")
    return ("mutable_specifier" in kinds and "&" not in kinds) or (
        within is not None and any(one.type == "mutable_specifier" for one in walk(within))
    )


def _gives_back(function: Node) -> bool:
    """Whether a function's result holds what is of the type of something that it takes."""
    home = field_text(around(function, "impl_item"), "type") or "Self"
    kinds = [field_text(one, "type") for one in arguments_of(function)]
    kinds += ["Self"] if receiver(function) in ("self", "mut self") else []
    taken = {_plain(kind, home) for kind in kinds if re.match(r"[A-Z]|\w+::", kind)}
    result = _plain(field_text(function, "return_type"), home)
    return any(re.search(rf"\b{re.escape(kind)}(?!\w)", result) for kind in taken)


def _plain(kind: str, home: str) -> str:
    """The text of a type with the name of `Self`, without lifetimes."""
    return re.sub(r"<'\w+>|\s+", "", re.sub(r"\bSelf\b", home, kind))


def _result(last: Node) -> Node | None:
    """The value that a block ends with, or that its last statement returns; None for other statements."""
    inner = last.named_children[0] if last.type == "expression_statement" and last.named_children else last
    if inner.type == "return_expression":
        return inner.named_children[0] if inner.named_children else None
    ended = last.type in ("expression_statement", "let_declaration", "macro_invocation") or last.type in _UNITS
    function = last.parent.parent if last.parent is not None else None
    unit = function is not None and function.type == "function_item" and not field_text(function, "return_type")
    return None if ended or unit else last


def _computed_first(giving: Node, last: Node, result: Node, mover: str, rest: str) -> str:
    """The lines with the result as a local of its own."""
    known = {node_text(one) for one in walk(around(giving, "function_item")) if one.type == "identifier"}
    names = (
        (field_text(result, "field"), "result", "found") if result.type == "field_expression" else ("result", "found")
    )
    name = next((one for one in names if one.isidentifier() and one not in known), "outcome")
    first = node_text(last).encode()[: result.start_byte - last.start_byte].decode()
    behind = node_text(last).encode()[result.end_byte - last.start_byte :].decode()
    indent = mover[: len(mover) - len(mover.lstrip())]
    before = rest[: len(rest) - len(node_text(last))]
    return f"{before}let {name} = {node_text(result)};\n{mover}\n{indent}{first}{name}{behind}"
