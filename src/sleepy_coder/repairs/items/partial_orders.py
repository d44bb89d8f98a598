"""A trait derived beside one that is written by hand and has to agree with it: what is derived knows nothing of it.

    impl Ord for Entry {                      impl PartialOrd for Entry {
        fn cmp(..) -> Ordering { .. }             fn partial_cmp(..) -> Option<Ordering> { Some(self.cmp(other)) }
    }                                         }

So `PartialOrd` is written by way of `Ord`, and `Hash` is not derived where `PartialEq` is written by hand. `PartialEq`
may be derived beside a `Hash`: what is the same in all fields has one hash.
"""

import re
from collections.abc import Iterator, Sequence

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import bare, field_text, implementations, members
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, first_row, node_at
from sleepy_coder.rust.source import Edit, SourceTree

_DERIVED = re.compile(r"#\[derive\(([^)]*)\)\]")
_PARTNERS = {"PartialOrd": "Ord", "Hash": "PartialEq"}
_NAMED = re.compile(r"`(?:\w+::)*(\w+)(?:<[^`]*>)?`|`(?:\w+::)*(\w+)(?:<[^`]*>)?: ")
_UNCOMPARED = re.compile(r"^can't compare `(?:\w+::)*(\w+)(?:<[^`]*>)?` with `(?:\w+::)*\1\b")


def partial_orders(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`PartialOrd` by way of the `Ord` that is written by hand."""
    said = _UNCOMPARED.match(error.message)
    block = around(node_at(tree, span), "impl_item") if said is not None and error.code == "E0277" else None
    trait = block.child_by_field_name("trait") if block is not None else None
    body = block.child_by_field_name("body") if block is not None else None
    if said is None or block is None or trait is None or body is None or bare(node_text(trait)) != "Ord":
        return
    written = next((one for one in members(block) if field_text(one, "name") == "cmp"), None)
    result = field_text(written, "return_type")
    if not result or next(implementations(tree, said[1], "PartialOrd"), None) is not None:
        return
    source = tree.files[span.file].encode()
    path = node_text(trait).removesuffix("Ord")
    between = source[trait.end_byte : body.start_byte].decode().rstrip()
    head = f"{source[block.start_byte : trait.start_byte].decode()}{path}PartialOrd{between} {{"
    line = tree.line(span.file, block.start_point.row + 1)
    indent = line[: len(line) - len(line.lstrip())]
    step = "\t" if indent.startswith("\t") else "    "
    lines = [
        f"{indent}{head}",
        f"{indent}{step}fn partial_cmp(&self, other: &Self) -> Option<{result}> {{",
        f"{indent}{step}{step}Some(self.cmp(other))",
        f"{indent}{step}}}",
        f"{indent}}}",
        "",
    ]
    number = first_row(block) + 1
    yield f"order `{said[1]}` as its `Ord` does", Edit(span.file, number, number - 1, "", "\n".join(lines))


def derives_beside(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether edits derive a trait for the type of an error whose partner is written by hand."""
    traits = {trait for trait in _PARTNERS if sum(map(_count, ((one.new, trait) for one in edits)))}
    traits -= {trait for trait in traits if sum(map(_count, ((one.old, trait) for one in edits)))}
    if not traits:
        return False
    said = "\n".join((error.message, *error.remarks))
    kinds = {name for found in _NAMED.findall(said) for name in found if name}
    return any(
        next(implementations(tree, kind, _PARTNERS[trait]), None) is not None for trait in traits for kind in kinds
    )


def _count(derived: tuple[str, str]) -> int:
    text, trait = derived
    return sum(trait in re.findall(r"\w+", found) for found in _DERIVED.findall(text))
