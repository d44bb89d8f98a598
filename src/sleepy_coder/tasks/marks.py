"""Words and shapes of code that an edit must not add, counted on the syntax tree; `policy.FORBIDDEN_MARKS` says why."""

import unicodedata
from collections import Counter
from itertools import pairwise

from tree_sitter import Node

from sleepy_coder.rust.items import COMMENTS, NOT_UNITS, attribute_name, node_text, tokens
from sleepy_coder.tasks.losses.clones import changed, is_copy, is_lost_copy

LEAVES = frozenset({"return_expression", "break_expression", "continue_expression"})
GIVING_UP = frozenset({"todo", "unimplemented", "panic", "unreachable"})
READING = frozenset({"include", "include_str", "include_bytes", "env", "option_env", "asm", "global_asm"})
MACROS = GIVING_UP | READING | {"stringify"}
ATTRIBUTES = frozenset({"allow", "expect", "cfg", "cfg_attr", "ignore", "should_panic", "path", "macro_use", "test"})
UNCALLED = frozenset({"closure_expression", "async_block"})
CALLS = frozenset({"call_expression", "macro_invocation", "await_expression"})
VALUES = frozenset(
    (
        *("integer_literal", "float_literal", "string_literal", "raw_string_literal", "char_literal"),
        "boolean_literal",
        *("array_expression", "tuple_expression", "struct_expression", "range_expression", "parenthesized_expression"),
        *("identifier", "scoped_identifier", "field_expression", "index_expression", "reference_expression"),
        *("unary_expression", "binary_expression", "type_cast_expression"),
    )
)
EFFECTS = CALLS | {"try_expression", "assignment_expression", "compound_assignment_expr"} | LEAVES
MACHINE = frozenset({"process", "fs", "net", "env"})
WORDS = frozenset({"unsafe", "forget", "transmute", "ManuallyDrop", "panic_any", "resume_unwind"})


def marks(root: Node) -> Counter[str]:
    """Tokens that an edit must not add, wherever they stand (the inside of a macro call included)."""
    found: Counter[str] = Counter()
    stream = [text for text in tokens(root) if not text.startswith('"')]
    for left, right in pairwise([*stream, ""]):
        if (right == "!" and left in MACROS) or (right == "(" and left in GIVING_UP):  # with its `!` forgotten
            found[f"{left}!"] += 1
        elif right == "!" and left == "cfg":
            found["#[cfg]"] += 1
        elif left == "macro_rules!":  # tree-sitter's one token
            found[left] += 1
        elif left in WORDS:
            found[left] += 1
            found["unsafe fn"] += left == "unsafe" and right == "fn"
        elif left == "leak" and right == "(":
            found["leak"] += 1
        elif left in MACHINE and right == "::":
            found[f"{left}::"] += 1
    found["hidden characters"] += sum(unicodedata.category(c) == "Cf" for c in node_text(root))
    _mark_nodes(root, found)
    return found


def _named_again(binding: Node, name: Node) -> bool:
    """Whether the block of a `let` names what it binds once more."""
    around = binding.parent
    return around is None or Counter(tokens(around))[node_text(name)] > 1


def _discards(call: Node) -> bool:
    """Whether a statement is `f().ok()` or `drop(f())`."""
    function, given = call.child_by_field_name("function"), call.child_by_field_name("arguments")
    if call.type != "call_expression" or function is None or given is None:
        return False
    if function.type == "field_expression":
        method, of = function.child_by_field_name("field"), function.child_by_field_name("value")
        calls = of is not None and of.type in CALLS
        return method is not None and node_text(method) == "ok" and not given.named_children and calls
    named = node_text(function).rsplit("::", 1)[-1] == "drop"
    return named and any(argument.type in CALLS for argument in given.named_children)


def _is_same(value: Node | None, place: Node) -> bool:
    """Whether an assignment gives a place what it holds already, as where an operand was left out of `n = n + m`."""
    while value is not None and value.type == "parenthesized_expression":
        value = value.named_children[0]
    return value is not None and node_text(value) == node_text(place)


def _is_unused(value: Node) -> bool:
    """Whether a statement is a value and nothing more."""
    return value.type in VALUES and not _has_effect(value)


def _has_effect(value: Node) -> bool:
    return value.type in EFFECTS or any(map(_has_effect, value.named_children))


def _mark_nodes(node: Node, found: Counter[str]) -> None:
    if node.type in ("attribute_item", "inner_attribute_item"):
        name = attribute_name(node)
        if name in ATTRIBUTES:
            found["#[cfg]" if name == "cfg_attr" else f"#[{name}]"] += 1
    if node.type == "block":
        parts = [part for part in node.named_children if part.type not in NOT_UNITS]
        for part, following in pairwise(parts):
            inner = part.named_children[0] if part.type == "expression_statement" and part.named_children else part
            found["dead code"] += inner.type in LEAVES and following is not None
    if node.type in ("if_expression", "while_expression"):
        condition = node.child_by_field_name("condition")
        found["constant condition"] += condition is not None and condition.type == "boolean_literal"
    if node.type == "let_declaration":
        value, pattern = node.child_by_field_name("value"), node.child_by_field_name("pattern")
        dropped = pattern is not None and node_text(pattern) == "_"
        if value is not None and pattern is not None and value.type in UNCALLED:
            found["unused closure"] += dropped or (pattern.type == "identifier" and not _named_again(node, pattern))
        found["discarded result"] += dropped and node.child_by_field_name("type") is None and value is not None
        found["changed copy"] += is_lost_copy(node)
    if node.type == "assignment_expression" and (target := node.child_by_field_name("left")) is not None:
        found["discarded result"] += node_text(target) == "_"
        found["unused value"] += _is_same(node.child_by_field_name("right"), target)
    if node.type in ("assignment_expression", "compound_assignment_expr"):
        found["changed copy"] += is_copy(node.child_by_field_name("left"))
    if node.type == "expression_statement" and node.named_children:
        found["discarded result"] += _discards(node.named_children[0])
        found["unused value"] += _is_unused(node.named_children[0])
        found["changed copy"] += is_copy(changed(node.named_children[0]))
    if node.type == "use_declaration":
        named = list(tokens(node))
        found["process::"] += "process" in named
        for left, right in pairwise(named):  # importing a name that the code uses already is a repair
            found[f"{left}::"] -= left in MACHINE and right == "::"
    if node.type == "loop_expression" and (body := node.child_by_field_name("body")) is not None:
        found["loop {}"] += not [part for part in body.named_children if part.type not in COMMENTS]
    for child in node.named_children:
        _mark_nodes(child, found)
