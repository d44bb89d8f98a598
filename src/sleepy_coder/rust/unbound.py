"""Names of variables that nothing binds where they are used, from the syntax tree."""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.rust.homes import defined
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.walk import walk

_VARIABLE = re.compile(r"[^\W\dA-Z]\w*")
_SHOWN = re.compile(r"(?<!\{)\{([^\W\dA-Z]\w*)(?::[^{}]*)?\}")
_ITEMS = ("function_item", "const_item", "static_item", "mod_item")
_NAMES = ("identifier", "shorthand_field_identifier")
_PATTERN = {
    "let_declaration": "pattern",
    "let_condition": "pattern",
    "for_expression": "pattern",
    "match_arm": "pattern",
    "parameter": "pattern",
    "closure_expression": "parameters",
    "function_item": "parameters",
}
"""What binds names, and in which of its parts."""
_NO_VARIABLES = ("attribute", "generic_function", "label", "lifetime", "macro_invocation", "scoped_identifier")


def unbound(parts: Sequence[Node], tree: SourceTree) -> list[str]:
    """The variables that stand in some parts of a function and that neither it nor the tree knows, each once, as they
    come; those that a text shows by `{name}` among them."""
    names = (found for part in parts for one in walk(part) for found in _used(one) if not _is_bound(one, found))
    return [name for name in dict.fromkeys(names) if not defined(tree, name, *_ITEMS) and not _imported(name, tree)]


def bound_in(pattern: Node | None) -> list[str]:
    """The names that a pattern binds, without what the guard of a `match` asks."""
    guard = pattern.child_by_field_name("condition") if pattern is not None else None
    parts = [pattern] if guard is None or pattern is None else [one for one in pattern.children if one != guard]
    found = (node_text(one) for part in parts for one in walk(part) if one.type in _NAMES)
    return [name for name in found if _VARIABLE.fullmatch(name)]


def _used(node: Node) -> list[str]:
    """The names of variables that a node uses, if that is a name or a text."""
    outer, text = node.parent, node_text(node)
    if outer is None or (node.type == "identifier" and not _VARIABLE.fullmatch(text)):
        return []
    if node.type == "string_content":
        return _shown(text, outer.parent)
    if node.type != "identifier" or outer.type in _NO_VARIABLES or outer.type.startswith(("use_", "scoped_use")):
        return []
    if outer.type == "token_tree":
        return [] if _names_other(node) or _bound_within(node, outer) else [text]
    named = node in (outer.child_by_field_name("name"), outer.child_by_field_name("function"))
    return [] if named or _binds(node) else [text]


def _shown(text: str, outer: Node | None) -> list[str]:
    """The variables that a text in a macro shows and that the macro does not get under that name."""
    tokens = outer.children if outer is not None and outer.type == "token_tree" else []
    given = {node_text(one) for one in tokens if one.next_sibling is not None and one.next_sibling.type == "="}
    return [name for name in _SHOWN.findall(text) if name not in given] if tokens else []


def _names_other(node: Node) -> bool:
    """Whether a name within a macro is a member's, a function's, a macro's or that of an argument."""
    before, behind = node.prev_sibling, node.next_sibling
    if before is not None and before.type in (".", "::"):
        return True
    called = behind is not None and behind.type == "token_tree" and node_text(behind).startswith("(")
    return called or (behind is not None and behind.type in ("!", "::", ":", "="))


def _bound_within(node: Node, outer: Node) -> bool:
    """Whether a macro, of which only the tokens are known, may bind a name: by a closure, or by patterns."""
    while outer.parent is not None and outer.parent.type == "token_tree":
        outer = outer.parent
    text = node_text(outer.parent or outer)
    by_closure = re.search(rf"\|[^|]*\b{node_text(node)}\b[^|]*\|", text) is not None
    return by_closure or re.search(r"=>|\blet\b|\bmatches!|\bfor\b", text) is not None


def _binds(node: Node) -> bool:
    """Whether a name stands in a pattern that binds it."""
    inner, outer = node, node.parent
    while outer is not None and outer.type not in _PATTERN and not outer.type.endswith(("expression", "block")):
        if outer.type == "match_pattern" and outer.child_by_field_name("condition") == inner:
            return False
        inner, outer = outer, outer.parent
    part = _PATTERN.get(outer.type) if outer is not None else None
    return outer is not None and part is not None and outer.child_by_field_name(part) == inner


def _is_bound(use: Node, name: str) -> bool:
    """Whether something around a use, or above it in a block around it, binds a name."""
    inner, outer = use, use.parent
    while outer is not None and inner.type != "function_item":
        if any(name in bound_in(pattern) for pattern in _patterns(outer, inner)):
            return True
        inner, outer = outer, outer.parent
    return False


def _patterns(outer: Node, inner: Node) -> Iterator[Node | None]:
    """The patterns of a node that a part of it sees."""
    if outer.type == "match_pattern":
        yield outer
    elif outer.type in ("block", "let_chain"):
        above = [one for one in outer.named_children if one.end_byte <= inner.start_byte]
        yield from (one.child_by_field_name("pattern") for one in above if one.type in _PATTERN)
    elif outer.type in ("if_expression", "while_expression"):
        condition = outer.child_by_field_name("condition")
        for one in walk(condition if condition != inner else None):
            yield one.child_by_field_name("pattern") if one.type == "let_condition" else None
    elif (
        outer.type in _PATTERN and outer.child_by_field_name("body" if outer.type != "match_arm" else "value") == inner
    ):
        yield outer.child_by_field_name(_PATTERN[outer.type])


def _imported(name: str, tree: SourceTree) -> bool:
    """Whether some `use` brings a name in."""
    use = re.compile(rf"^\s*(?:pub\b[^;\n]*)?use\b[^;]*\b{name}\b[^;]*;", re.MULTILINE)
    return any(use.search(text) for file, text in tree.files.items() if file.endswith(".rs"))
