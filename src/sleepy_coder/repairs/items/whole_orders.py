"""A type whose `Ord` is written by hand and which has nothing else that an order needs (E0277), as other languages ask
for one method alone: `PartialOrd` goes by way of it, and `PartialEq` and `Eq` are derived, or go by way of it as well
where a field has no `Eq`, as a float.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sleepy_coder.repairs.items.copies import derived
from sleepy_coder.repairs.items.partial_orders import partial_orders
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import bare, defined, field_text, implementations
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.suggestion import derived_along


def whole_orders(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """All that is missing at once: one without the others does not compile."""
    ordered = next(partial_orders(error, span, tree), None)
    block = around(node_at(tree, span), "impl_item")
    name = bare(field_text(block, "type"))
    homes = defined(tree, name, "struct_item", "enum_item")
    if ordered is None or block is None or len(homes) != 1:
        return
    message, edit = ordered
    ((file, home),) = homes
    lacking = [one for one in ("PartialEq", "Eq") if derived(home, one) is None and not _has(tree, name, one)]
    if lacking:
        number = home.start_point.row + 1
        line = tree.line(file, number)
        indent = line[: len(line) - len(line.lstrip())]
        above = Edit(file, number, number - 1, "", f"{indent}#[derive({', '.join(lacking)})]")
        yield message, (derived_along(above, tree), edit)
    if lacking == ["PartialEq", "Eq"]:
        yield message, (replace(edit, new=_by_way(edit.new) + edit.new),)


def _has(tree: SourceTree, name: str, trait: str) -> bool:
    return next(implementations(tree, name, trait), None) is not None


def _by_way(ordered: str) -> str:
    """What is equal by an order, beside a `PartialOrd` that goes by way of it."""
    head, method, *_ = ordered.split("\n")
    indent, inner = (line[: len(line) - len(line.lstrip())] for line in (head, method))
    step = inner.removeprefix(indent)
    lines = [
        head.replace("PartialOrd", "PartialEq", 1),
        f"{inner}fn eq(&self, other: &Self) -> bool {{",
        f"{inner}{step}self.cmp(other).is_eq()",
        f"{inner}}}",
        f"{indent}}}",
        "",
        f"{head.replace('PartialOrd', 'Eq', 1)}}}",
        "",
        "",
    ]
    return "\n".join(lines)
