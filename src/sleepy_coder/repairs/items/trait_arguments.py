"""What a trait is implemented with, told by the method that takes it: `impl Mul for Point` says that points are
multiplied by points, whatever the method says (E0053), and `impl From for Point` says nothing (E0107). What the method
says was written; what the header leaves out was not.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_OPERATORS = ("Add", "Sub", "Mul", "Div", "Rem", "BitAnd", "BitOr", "BitXor", "Shl", "Shr")
_BY_DEFAULT = {
    **{name: name.lower() for name in _OPERATORS},
    **{f"{name}Assign": f"{name.lower()}_assign" for name in _OPERATORS},
    "PartialEq": "eq",
    "PartialOrd": "partial_cmp",
}
"""By trait whose argument is `Self` unless it is written, the method that takes it."""
_MISSING = {"From": "from", "TryFrom": "try_from", "Index": "index", "IndexMut": "index_mut"}
"""By trait whose argument must be written."""
_INCOMPATIBLE = re.compile(r"method `(\w+)` has an incompatible type for trait")


def of_operand(error: Diagnostic) -> bool:
    """Whether a method takes something else than its trait does, which may be wrong in the one or in the other."""
    found = _INCOMPATIBLE.match(error.message) if error.code == "E0053" else None
    return found is not None and found[1] in _BY_DEFAULT.values()


def trait_arguments(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The header with the type of the method's last parameter as the trait's argument."""
    block = around(node_at(tree, span), "impl_item") if error.code in ("E0053", "E0107") else None
    trait = block.child_by_field_name("trait") if block is not None else None
    kind = block.child_by_field_name("type") if block is not None else None
    if block is None or trait is None or kind is None or trait.type == "generic_type":
        return
    methods, name = _BY_DEFAULT if error.code == "E0053" else _MISSING, node_text(trait).rpartition("::")[2]
    taken = _taken(block, methods.get(name))
    if taken is None or not _is_there(error, span, trait):
        return
    # the other operand of a comparison is borrowed anyway
    argument = re.sub(r"^&\s*(?:'\w+\s+)?", "", taken) if name.startswith("Partial") else taken
    if argument not in ("Self", node_text(kind)):
        yield f"say that it is with `{argument}`", rewritten(tree, span.file, [after(trait, f"<{argument}>")])


def _is_there(error: Diagnostic, span: Span, trait: Node) -> bool:
    """Whether the error is about the trait's name, or about a member."""
    in_trait = trait.start_byte <= span.byte_start < trait.end_byte
    return in_trait if error.code == "E0107" else not in_trait


def _taken(block: Node, method: str | None) -> str | None:
    """The type of a method's last parameter; None for no method."""
    body = block.child_by_field_name("body")
    for one in body.named_children if body is not None else ():
        name, listed = (one.child_by_field_name(field) for field in ("name", "parameters"))
        if one.type == "function_item" and name is not None and node_text(name) == method and listed is not None:
            given = [parameter for parameter in listed.named_children if parameter.type == "parameter"]
            kind = given[-1].child_by_field_name("type") if given else None
            return node_text(kind) if kind is not None else None
    return None
