"""A method that changes its owner, called in a loop over a part of that (E0499, E0502): what it is to be called with
waits in a list until the loop is done, where neither the loop nor the method sees what the other does.

    for task in self.tasks.iter_mut() {           let mut waiting = Vec::new();
        task.left -= 1;                           for task in self.tasks.iter_mut() {
        if task.left == 0 {                           task.left -= 1;
            self.finish(task.id);                     if task.left == 0 {
        }                                                 waiting.push(task.id);
    }                                                 }
                                                  }
                                                  for id in waiting {
                                                      self.finish(id);
                                                  }
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tree_sitter import Node

from sleepy_coder.repairs.ownership.added_later import behind, free_name, leaves_past, own_lines
from sleepy_coder.repairs.ownership.effects import Effects, Path, commute, effects, is_noticed
from sleepy_coder.repairs.ownership.interior import has_cells
from sleepy_coder.repairs.ownership.touched_fields import own_method, touched_fields, touched_in
from sleepy_coder.repairs.types.chains import method_of
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import arguments_of, field_text, receiver
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import Piece, before, instead, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_NAMES = ("waiting", "later", "due")
_PLACES = ("identifier", "field_expression", "index_expression")
_AROUND = ("for_expression", "closure_expression", "function_item")
_BORROW = ("first mutable borrow occurs here", "immutable borrow occurs here")


class _Given(NamedTuple):
    """What waits of an argument, and whether the method takes a reference to that."""

    text: str
    lent: bool


def called_later(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """A list before the loop, pushes to that, and a second loop that calls the method."""
    call = _own_call(node_at(tree, span)) if error.code in ("E0499", "E0502") else None
    loop = _loop(error, call, span, tree) if call is not None else None
    method = own_method(call, field_text(call.child_by_field_name("function"), "field"), tree) if call else None
    if call is None or loop is None or method is None or receiver(method) != "&mut self" or has_cells(tree):
        return
    body, function = loop.child_by_field_name("body"), around(loop, "function_item")
    calls = [one for one in walk(body) if one.type == "call_expression" and _name_of(one) == _name_of(call)]
    parameters = [field_text(one, "pattern") for one in arguments_of(method)]
    if body is None or function is None or not parameters or not all(one.isidentifier() for one in parameters):
        return
    name, indent = free_name(function, _NAMES), own_lines(loop, span.file, tree)
    if name is None or indent is None or leaves_past(loop, body) or not all(_is_done(one, method) for one in calls):
        return
    if not _is_apart(loop, calls, method, tree):
        return
    said: list[Edit] = []
    for owned in (False, True):
        waiting = [[_given(one, owned=owned) for one in _arguments(call)] for call in calls]
        lent = {tuple(one.lent for one in given) for given in waiting}
        if len(lent) != 1 or any(len(given) != len(parameters) for given in waiting):
            continue
        pairs = zip(parameters, lent.pop(), strict=True)
        again = ", ".join(f"&{one}" if by_reference else one for one, by_reference in pairs)
        called = f"{indent}    {_name_of(call)}({again});"
        pieces: list[Piece] = [before(loop, f"let mut {name} = Vec::new();\n{indent}")]
        for one, given in zip(calls, waiting, strict=True):
            pieces.append(instead(one, f"{name}.push({_together([arg.text for arg in given])})"))
        tail = f"\n{indent}for {_together(parameters)} in {name} {{\n{called}\n{indent}}}"
        edit = rewritten(tree, span.file, [*pieces, behind(loop, span.file, tree, tail)])
        if edit not in said:
            said.append(edit)
            yield "call it when the loop is done", edit


def _own_call(node: Node | None) -> Node | None:
    """The call of a method of `self` that an error is about."""
    call = around(node, "call_expression", "block")
    return call if call is not None and _name_of(call).startswith("self.") else None


def _name_of(call: Node) -> str:
    """What is called, `self.method` for one of `self`; nothing for what is called of its parts."""
    method = method_of(call)
    own = method is not None and field_text(method.parent, "value") == "self"
    return f"self.{node_text(method)}" if method is not None and own else ""


def _loop(error: Diagnostic, call: Node, span: Span, tree: SourceTree) -> Node | None:
    """The loop around a call that goes over what is borrowed."""
    spans = [one for one in error.spans if one.file == span.file and (one.label or "").startswith(_BORROW)]
    nodes = [node for one in spans if not one.is_primary and (node := node_at(tree, one)) is not None]
    loop = around(call, *_AROUND)
    while loop is not None and loop.type == "for_expression":
        value = loop.child_by_field_name("value")
        if value is not None and any(value.start_byte <= one.start_byte < value.end_byte for one in nodes):
            return loop
        loop = around(loop.parent, *_AROUND)
    return None


def _is_done(call: Node, method: Node) -> bool:
    """Whether a call is a statement, or gives nothing, and stands in the loop itself rather than in a closure."""
    outer = call.parent
    statement = outer is not None and outer.type == "expression_statement"
    within = around(call, "for_expression", "while_expression", "loop_expression", "closure_expression")
    unit = not field_text(method, "return_type")
    return (statement or unit) and within is not None and within.type != "closure_expression"


def _is_apart(loop: Node, calls: Sequence[Node], method: Node, tree: SourceTree) -> bool:
    """Whether the calls may as well follow the loop."""
    header = loop.child_by_field_name("value")
    touched = touched_fields(method, tree)
    gone_over = touched_in(header, tree) if header is not None else None
    if header is None or touched is None or gone_over is None or touched & gone_over:
        return False
    places: set[Path] = {("self", one) for one in touched}
    called = Effects(read=places, changed=places, noticed=is_noticed(field_text(method, "name"), tree))
    functions = [one for call in calls if (one := call.child_by_field_name("function")) is not None]
    rest = effects(loop, tree, [header, *functions], calls)
    return commute(called, rest)


def _arguments(call: Node) -> list[Node]:
    given = call.child_by_field_name("arguments")
    return given.named_children if given is not None else []


def _given(argument: Node, *, owned: bool) -> _Given:
    """What is lent waits as a value of its own; so does, if it is to be `owned`, what may be a reference."""
    inner = argument.child_by_field_name("value") if argument.type == "reference_expression" else None
    if inner is not None and not any(child.type == "mutable_specifier" for child in argument.children):
        return _Given(f"{node_text(inner)}.clone()" if inner.type in _PLACES else node_text(inner), lent=True)
    if owned and argument.type in ("identifier", "call_expression"):
        copy = "clone()" if argument.type == "identifier" else "to_owned()"
        return _Given(f"{node_text(argument)}.{copy}", lent=True)
    return _Given(node_text(argument), lent=False)


def _together(texts: Sequence[str]) -> str:
    return texts[0] if len(texts) == 1 else f"({', '.join(texts)})"
