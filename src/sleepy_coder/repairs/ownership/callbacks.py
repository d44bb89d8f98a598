"""A closure that changes what it captures, given where `Fn` is asked for (E0594, E0596): the function asks for
`FnMut`, of which every `Fn` is one, and calls it by `mut` or through `&mut`."""

from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.repairs.ownership.plain_locals import binding
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import Piece, after, apart, before, instead
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_ASKED = "change this to accept `FnMut` instead of `Fn`"
_GIVEN_BACK = "change this to return `FnMut` instead of `Fn`"
_CLOSURE = "in this closure"
_FUNCTIONS = ("function_item", "function_signature_item")


def callbacks(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """`FnMut` where a parameter is declared, with what its calls and the function's callers need for that."""
    for one in error.spans if error.code in ("E0594", "E0596") else ():
        node = node_at(tree, one) if one.file in tree.files else None
        function = around(node, *_FUNCTIONS)
        if one.label == _GIVEN_BACK and function is not None and not _of_trait(function):
            pieces = [instead(trait, "FnMut") for trait in _traits(function.child_by_field_name("return_type"))]
            if pieces:
                yield "give back an `FnMut`", apart(tree, one.file, pieces)
        if one.label == _ASKED:
            homes = [(one.file, function, around(node, "parameter"))]
        else:
            homes = _takers(node, tree) if one.label == _CLOSURE and "in a `Fn` closure" in error.message else []
        for file, home, parameter in homes:
            if home is None or parameter is None or _of_trait(home):
                continue
            asked = _asked(home, parameter)
            if asked:
                yield "ask for an `FnMut`", _placed([(file, piece) for piece in asked], home, parameter, tree)


def _takers(node: Node | None, tree: SourceTree) -> list[tuple[str, Node | None, Node | None]]:
    """The one function to which a closure is lent, its file, and the parameter that takes it."""
    closure = around(node, "closure_expression")
    lent = closure.parent if closure is not None else None
    given = lent.parent if lent is not None and lent.type == "reference_expression" else None
    call = given.parent if given is not None and given.type == "arguments" else None
    called = call.child_by_field_name("function") if call is not None else None
    if lent is None or given is None or call is None or called is None:
        return []
    name = node_text(called.child_by_field_name("field") or called.child_by_field_name("name") or called)
    homes = [
        (file, function)
        for file, text in tree.files.items()
        if file.endswith(".rs") and f"fn {name}" in text
        for function in walk(parse(text))
        if function.type == "function_item" and node_text(function.child_by_field_name("name") or function) == name
    ]
    found: list[tuple[str, Node | None, Node | None]] = []
    for file, function in homes if len(homes) == 1 else ():
        listed = function.child_by_field_name("parameters")
        parameters = listed.named_children if listed is not None else []
        of_self = any(one.type == "self_parameter" for one in parameters)
        taking = [one for one in parameters if one.type == "parameter"]
        number = next((n for n in range(len(taking)) if _argument(call, name, n, of_self) == lent), None)
        if number is not None:
            found.append((file, function, taking[number]))
    return found


def _placed(pieces: list[tuple[str, Piece]], function: Node, parameter: Node, tree: SourceTree) -> tuple[Edit, ...]:
    found = [*pieces, *_given(function, parameter, tree)]
    files = dict.fromkeys(file for file, _ in found)
    return tuple(edit for file in files for edit in apart(tree, file, [one for home, one in found if home == file]))


def _of_trait(function: Node) -> bool:
    """Whether what a function takes is not its own to say."""
    block = around(function.parent, "impl_item", "trait_item", "function_item")
    return block is not None and (block.type == "trait_item" or block.child_by_field_name("trait") is not None)


def _traits(kind: Node | None) -> list[Node]:
    """Where a type, or a bound, says `Fn`."""
    functions = [one for one in walk(kind) if one.type == "function_type"]
    traits = [one.child_by_field_name("trait") for one in functions]
    return [trait for trait in traits if trait is not None and node_text(trait) == "Fn"]


def _asked(function: Node, parameter: Node) -> list[Piece]:
    """The pieces of a function's head."""
    kind, pattern = parameter.child_by_field_name("type"), parameter.child_by_field_name("pattern")
    if kind is None or pattern is None or pattern.type != "identifier":
        return []
    inner = kind.child_by_field_name("type") if kind.type == "reference_type" else kind
    traits = _traits(kind) or (_bounds(function, node_text(inner)) if inner is not None else [])
    if not traits:
        return []
    pieces = [instead(trait, "FnMut") for trait in traits]
    if kind.type != "reference_type":
        return pieces if _is_mutable(parameter) else [*pieces, before(pattern, "mut ")]
    if inner is None:
        return []
    return pieces if _is_mutable(kind) else [*pieces, before(inner, "mut ")]


def _bounds(function: Node, name: str) -> list[Node]:
    """Where a function says that a type parameter of its own is an `Fn`."""
    homes = [one for one in walk(function) if one.type in ("type_parameter", "where_predicate")]
    names = [one.child_by_field_name("name") or one.child_by_field_name("left") for one in homes]
    own = [one for one, left in zip(homes, names, strict=True) if left is not None and node_text(left) == name]
    return [trait for one in own for trait in _traits(one.child_by_field_name("bounds"))]


def _given(function: Node, parameter: Node, tree: SourceTree) -> Iterator[tuple[str, Piece]]:
    """Where callers lend a closure, `&mut` in the place of `&`, and `mut` for a closure that has a name."""
    kind, name = parameter.child_by_field_name("type"), function.child_by_field_name("name")
    listed = function.child_by_field_name("parameters")
    if kind is None or name is None or listed is None or kind.type != "reference_type":
        return
    of_self = any(one.type == "self_parameter" for one in listed.named_children)
    taking = [one for one in listed.named_children if one.type == "parameter"]
    if parameter not in taking:
        return
    number = taking.index(parameter)
    for file, text in tree.files.items():
        pieces: dict[int, Piece] = {}
        for call in walk(parse(text)) if file.endswith(".rs") and node_text(name) in text else ():
            argument = _argument(call, node_text(name), number, of_self)
            lent = argument.child_by_field_name("value") if argument is not None else None
            let = binding(lent, node_text(lent)) if lent is not None and lent.type == "identifier" else None
            made = let.child_by_field_name("value") if let is not None else lent
            if argument is None or made is None or made.type != "closure_expression" or _is_mutable(argument):
                continue  # what is no closure may be given to another function of that name
            pieces[argument.start_byte] = after(argument.children[0], "mut ")
            bound = let.child_by_field_name("pattern") if let is not None else None
            if let is not None and bound is not None and not _is_mutable(let):
                pieces[bound.start_byte] = before(bound, "mut ")
        yield from ((file, piece) for piece in pieces.values())


def _is_mutable(node: Node) -> bool:
    return any(child.type == "mutable_specifier" for child in node.children)


def _argument(call: Node, name: str, number: int, of_self: bool) -> Node | None:
    """What a call of a function lends for its parameter."""
    called, given = call.child_by_field_name("function"), call.child_by_field_name("arguments")
    if call.type != "call_expression" or called is None or given is None:
        return None
    method = called.type == "field_expression"
    last = called.child_by_field_name("field" if method else "name") or called
    place = number if method or not of_self else number + 1
    arguments = [one for one in given.named_children if "comment" not in one.type]
    if node_text(last) != name or place >= len(arguments) or method != (method and of_self):
        return None
    return arguments[place] if arguments[place].type == "reference_expression" else None
