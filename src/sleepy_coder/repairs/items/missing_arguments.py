"""A call that lacks one argument (E0057, E0061): the variable that has the parameter's name, and where there is none
the field of `self` that has its name and type; else each variable of the function, of which only tests can tell which
is meant.

    parse(line)                             parse(line, depth)
    price(cents)                            price(cents, self.currency)

What counts is handed on from 0 as it is, or from 1. A function that calls itself may hand a number on changed, as the
depth of a tree; and where the variable of that name is given already, another argument lacks than rustc thinks.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import arguments_of, bare, field_text, members, only, receiver
from sleepy_coder.rust.items import COMMENTS, node_text
from sleepy_coder.rust.nodes import around, node_at, value_at
from sleepy_coder.rust.rewritten import after, before, rewritten, written_over
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

MOST_VARIABLES = 8
_LACKING = re.compile(r"^(?:an )?argument(?: #(\d+))? of type `(.+)` is missing$")
_DEFINED = re.compile(r"^(?:function|method|associated function) defined here$")
_FEW = re.compile(r"takes (\d+) arguments? but (\d+) arguments? (?:was|were) supplied")
_INTEGER = re.compile(r"[iu](?:8|16|32|64|128|size)")
_NUMBER = re.compile(rf"{_INTEGER.pattern}|f32|f64")


def lacking(error: Diagnostic) -> int:
    """How many arguments a call lacks; 0 for other errors."""
    taken, given = _numbers(error)
    return max(0, taken - given)


def _numbers(error: Diagnostic) -> tuple[int, int]:
    """How many arguments a function takes, and how many a call has; 0 for other errors."""
    found = _FEW.search(error.message) if error.code in ("E0057", "E0061") else None
    return (int(found[1]), int(found[2])) if found is not None else (0, 0)


def missing_arguments(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The variable of the parameter's name or a reference to it, else all that there are."""
    callee, found = value_at(tree, span), _parameter(error, tree)
    call = around(callee, "call_expression")
    given = call.child_by_field_name("arguments") if call is not None else None
    if found is None or call is None or given is None or callee is None or given.start_byte < callee.end_byte:
        return
    place, parameter = found
    listed = [one for one in given.named_children if one.type not in COMMENTS]
    known: dict[str, bool] = {}
    for variable, counts in _variables(call):
        known.setdefault(variable, counts)
    name, kind = field_text(parameter, "pattern"), field_text(parameter, "type")
    again, free = _calls_itself(call, parameter), [one for one in known if one not in map(node_text, listed)]
    if name in free:
        values = [name, f"{name} + 1", f"{name} - 1"] if again and _INTEGER.fullmatch(kind) else [name]
    elif name in _own_fields(call, tree, kind) and not again:
        values = [f"self.{name}"]
    else:
        values = free[:MOST_VARIABLES]
        values += [f"{one} + 1" for one in values if known[one] and _INTEGER.fullmatch(kind)]
    if re.match(r"&(?!\s*mut\b)", kind):
        values = [form for one in values for form in (one, f"&{one}")]
    for value in values if place <= len(listed) else ():
        yield f"give it `{value}`", _with(tree, span.file, given, listed, place, value)


def _with(tree: SourceTree, file: str, given: Node, listed: list[Node], place: int, value: str) -> Edit:
    if place < len(listed):
        return rewritten(tree, file, [before(listed[place], f"{value}, ")])
    if listed:
        return rewritten(tree, file, [after(listed[-1], f", {value}")])
    return written_over(tree, file, given, f"({value})")


def wanted(error: Diagnostic, tree: SourceTree) -> str:
    """The name of the parameter that gets nothing; '' where it is not to be seen, or its variable may not be meant."""
    found, call = (_parameter(error, tree) if lacking(error) == 1 else None), _call(error, tree)
    if found is None or call is None:
        return ""
    name, given = field_text(found[1], "pattern"), call.child_by_field_name("arguments")
    if _calls_itself(call, found[1]) and _NUMBER.fullmatch(field_text(found[1], "type")):
        return ""
    return "" if name in map(_bare, given.named_children if given is not None else ()) else name


def variables(error: Diagnostic, tree: SourceTree) -> set[str]:
    """The variables that the call of an error may see, and the fields of `self` that have the type of what it lacks."""
    call, found = _call(error, tree), _parameter(error, tree)
    if call is None:
        return set()
    own = _own_fields(call, tree, field_text(found[1], "type")) if found is not None else []
    return {name for name, _ in _variables(call)} | set(own)


def _own_fields(call: Node, tree: SourceTree, kind: str) -> list[str]:
    """The fields of a type, or of what it is a reference to, that the struct has in whose method a call stands."""
    method, block = around(call, "function_item"), around(call, "impl_item")
    owner = bare(field_text(block, "type"))
    home = only(tree, owner, "struct_item") if owner and method is not None and receiver(method) else None
    own = [one for one in members(home[1]) if one.type == "field_declaration"] if home is not None else []
    fitting = (kind, kind.removeprefix("&"), *(("String",) if kind == "&str" else ()))
    return [field_text(one, "name") for one in own if field_text(one, "type") in fitting]


def _call(error: Diagnostic, tree: SourceTree) -> Node | None:
    span = error.primary
    known = span is not None and span.file in tree.files
    return around(value_at(tree, span), "call_expression") if span is not None and known else None


def _calls_itself(call: Node, parameter: Node) -> bool:
    """Whether a call stands in the function whose parameter it is to give something, or in one that is called so."""
    callee = around(parameter, "function_item", "function_signature_item")
    return field_text(around(call, "function_item"), "name") == field_text(callee, "name")


def _bare(argument: Node) -> str:
    return node_text(argument).lstrip("& ").removeprefix("mut ")


def _parameter(error: Diagnostic, tree: SourceTree) -> tuple[int, Node] | None:
    """The place and the parameter, of the tree's own function, that gets nothing, if it is a name."""
    said = [found for one in error.spans if (found := _LACKING.match(one.label or ""))] if lacking(error) == 1 else []
    place = int(said[0][1] or 1) - 1 if len(said) == 1 else -1
    for child in error.children if place >= 0 else ():
        home = next((one for one in child.spans if one.file in tree.files), None)
        function = around(node_at(tree, home), "function_item", "function_signature_item") if home is not None else None
        if function is None or not _DEFINED.match(child.message):
            continue
        parameters = arguments_of(function)
        owner = _numbers(error)[0] - len(parameters)  # 1 for `Type::method(&it)`
        if owner <= place < len(parameters) + owner:
            parameter = parameters[place - owner]
            pattern = parameter.child_by_field_name("pattern")
            return (place, parameter) if pattern is not None and pattern.type == "identifier" else None
    return None


def _variables(call: Node) -> Iterator[tuple[str, bool]]:
    """The variables that a call may see, the nearest first, each with whether it counts the rounds of a loop."""
    inner = call
    while (outer := inner.parent) is not None:
        if outer.type == "block":
            above = [one for one in outer.named_children if one.end_byte <= inner.start_byte]
            for one in reversed([one for one in above if one.type == "let_declaration"]):
                yield from _names(one.child_by_field_name("pattern"))
        elif outer.type == "for_expression":
            counts = re.search(r"\benumerate\(\)|\.\.", field_text(outer, "value")) is not None
            yield from _names(outer.child_by_field_name("pattern"), counts=counts)
        elif outer.type in ("if_expression", "while_expression"):
            for one in walk(outer.child_by_field_name("condition")):
                yield from _names(one.child_by_field_name("pattern")) if one.type == "let_condition" else ()
        elif outer.type == "match_arm":
            yield from _names(outer.child_by_field_name("pattern"))
        elif outer.type in ("closure_expression", "function_item"):
            yield from _names(outer.child_by_field_name("parameters"))
            if outer.type == "function_item":
                return
        inner = outer


def _names(pattern: Node | None, *, counts: bool = False) -> Iterator[tuple[str, bool]]:
    found = (one for one in walk(pattern) if one.type in ("identifier", "shorthand_field_identifier"))
    names = [node_text(one) for one in found if re.match(r"[a-z_]", node_text(one))]
    yield from ((name, counts and number == 0) for number, name in enumerate(names))
