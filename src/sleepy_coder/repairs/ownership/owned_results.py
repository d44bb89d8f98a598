"""A function that gives back a reference to what it has made itself (E0515): only its owner can be given back, a
`String` for `&str`, in an Option too, and a `Vec` for a slice. Every way out of the function then gives one."""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import COMMENTS, node_text
from sleepy_coder.rust.nodes import around, covered, node_at
from sleepy_coder.rust.rewritten import Piece, after, apart, instead
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_OPTIONAL = re.compile(r"Option<&(?:'\w+ )?str>")
_WITHIN = ("closure_expression", "async_block", "function_item")
_POSTFIX = frozenset(
    (
        *("identifier", "self", "field_expression", "index_expression", "call_expression", "macro_invocation"),
        *("string_literal", "raw_string_literal", "parenthesized_expression", "scoped_identifier"),
    )
)
_LOCAL = re.compile(r"local variable `(\w+)`$")
_COPYING = frozenset(("clone", "cloned", "from", "into", "to_owned", "to_string", "to_vec"))
_LENDING = frozenset(("as_str", "as_slice", "as_ref", "as_deref", "borrow"))


def owned_results(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """The owned type as the result, and what is given back made one."""
    node = node_at(tree, span) if error.code == "E0515" and _only_made_here(error, span, tree) else None
    function = around(node, *_WITHIN)
    if function is None or function.type != "function_item" or _of_trait(function):
        return
    result, body = function.child_by_field_name("return_type"), function.child_by_field_name("body")
    if result is None or body is None:
        return
    optional = _OPTIONAL.fullmatch(node_text(result)) is not None
    kind, method = ("Option<String>", "to_string()") if optional else _owned(result) or ("", "")
    if not kind:
        return
    values = list(_given_back(body, function))
    if values and all(one is not None for one in values):
        made = _made_within if optional else _made
        pieces = [instead(result, kind), *(piece for one in values if one for piece in made(one, method, span))]
        yield f"give back a `{kind}`", apart(tree, span.file, pieces)


def _only_made_here(error: Diagnostic, span: Span, tree: SourceTree) -> bool:
    """Whether what is referred to is a text of a macro, or a local that is no mere copy of what was borrowed before:
    else the reference may be what was meant, and the copy be one too many."""
    local = _LOCAL.search(error.message)
    node = node_at(tree, span)
    if local is None:
        value = covered(node, span)
        inner = value.child_by_field_name("value") if value is not None else None
        return inner is not None and inner.type == "macro_invocation"
    lets = [one for one in walk(around(node, "function_item")) if one.type == "let_declaration"]
    return not any(_copies(one) for one in lets if node_text(one.child_by_field_name("pattern") or one) == local[1])


def _copies(let: Node) -> bool:
    """Whether a `let` binds what is not changed afterwards to a copy."""
    made = let.child_by_field_name("value")
    function = made.child_by_field_name("function") if made is not None else None
    if function is None or any(child.type == "mutable_specifier" for child in let.children):
        return False
    method = function.child_by_field_name("field") or function.child_by_field_name("name")
    return method is not None and node_text(method) in _COPYING


def _of_trait(function: Node) -> bool:
    """Whether the result is not the function's own to say."""
    block = around(function.parent, "impl_item", "trait_item", "function_item")
    return block is not None and (block.type == "trait_item" or block.child_by_field_name("trait") is not None)


def _owned(result: Node) -> tuple[str, str] | None:
    """The owner of what a reference is of, and the method that makes one."""
    inner = result.child_by_field_name("type") if result.type == "reference_type" else None
    if inner is None or any(child.type == "mutable_specifier" for child in result.children):
        return None
    if node_text(inner) in ("str", "String"):
        return "String", "to_string()"
    element = inner.child_by_field_name("element") if inner.type == "array_type" else None
    if element is not None and inner.child_by_field_name("length") is None:
        return f"Vec<{node_text(element)}>", "to_vec()"
    outer = inner.child_by_field_name("type") if inner.type == "generic_type" else None
    return (node_text(inner), "to_vec()") if outer is not None and node_text(outer) == "Vec" else None


def _given_back(body: Node, function: Node) -> Iterator[Node | None]:
    """The values that leave a function; None where they are not all known."""
    yield from _tails(body)
    for one in walk(body):
        if one.type == "return_expression" and around(one, *_WITHIN) == function:
            yield from _tails(one.named_children[0]) if one.named_children else [None]


def _tails(value: Node) -> Iterator[Node | None]:
    if value.type == "block":
        parts = [one for one in value.named_children if one.type not in COMMENTS]
        last = parts[-1] if parts else None
        inner = last.named_children[0] if last is not None and last.type == "expression_statement" else last
        if last is None or inner is None or last.type == "let_declaration":
            yield None
        elif not _ends(last):
            yield from _tails(inner)
        elif inner.type not in ("return_expression", "macro_invocation", "loop_expression"):
            yield None
    elif value.type in ("if_expression", "else_clause", "match_expression", "unsafe_block"):
        for part in _branches(value):
            yield from _tails(part)
    elif value.type in ("return_expression", "break_expression", "continue_expression"):
        return
    elif value.type in ("loop_expression", "while_expression", "for_expression"):
        yield None
    else:
        yield value


def _ends(statement: Node) -> bool:
    """Whether a statement ends in `;`."""
    return statement.type == "expression_statement" and statement.children[-1].type == ";"


def _branches(value: Node) -> Iterator[Node]:
    if value.type == "if_expression":
        for field in ("consequence", "alternative"):
            part = value.child_by_field_name(field)
            yield from [part] if part is not None else []
    elif value.type == "match_expression":
        body = value.child_by_field_name("body")
        for arm in body.named_children if body is not None else ():
            part = arm.child_by_field_name("value") if arm.type == "match_arm" else None
            yield from [part] if part is not None else []
    else:
        yield from (one for one in value.named_children if one.type not in COMMENTS)


def _made(value: Node, method: str, span: Span) -> Iterator[Piece]:
    """What makes a value the owner of what it refers to: what is flagged itself may only lend what it could give."""
    inner = value.child_by_field_name("value") if value.type == "reference_expression" else None
    flagged = span.byte_start <= value.start_byte and value.end_byte <= span.byte_end
    if flagged and inner is not None and inner.type in ("identifier", "macro_invocation"):
        yield instead(value, node_text(inner))
    elif flagged and (owner := _lent(value)) is not None:
        yield instead(value, node_text(owner))
    elif value.type == "macro_invocation":
        return  # one that gives a reference is no macro of the library; `panic!` gives nothing
    elif inner is not None and inner.type in _POSTFIX:
        yield instead(value, f"{node_text(inner)}.{method}")
    elif value.type in _POSTFIX:
        yield after(value, f".{method}")
    else:
        yield instead(value, f"({node_text(value)}).{method}")


def _made_within(value: Node, method: str, span: Span) -> Iterator[Piece]:
    """The same for what an Option may hold."""
    function, given = value.child_by_field_name("function"), value.child_by_field_name("arguments")
    if function is not None and given is not None and node_text(function) == "Some" and len(given.named_children) == 1:
        yield from _made(given.named_children[0], method, span)
    elif value.type == "call_expression":
        yield after(value, ".map(str::to_string)")
    elif node_text(value) != "None":
        yield instead(value, f"({node_text(value)}).map(str::to_string)")


def _lent(value: Node) -> Node | None:
    """What `.as_str()` and the like are called of, where that is a local or made in passing."""
    function = value.child_by_field_name("function") if value.type == "call_expression" else None
    method = function.child_by_field_name("field") if function is not None else None
    owner = function.child_by_field_name("value") if function is not None else None
    if method is None or owner is None or node_text(method) not in _LENDING:
        return None
    return owner if owner.type in ("identifier", "macro_invocation", "call_expression") else None
