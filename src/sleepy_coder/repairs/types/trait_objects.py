"""A list of boxes whose type nothing says, so that its first element does (E0308): values of several types are boxed
to be held as those of a trait, by which what takes the list knows them, or which is the only one that they share.

    let shapes = vec![Box::new(Circle), Box::new(Square)];        let shapes: Vec<Box<dyn Shape>> = vec![..];

Only the type is written; what the elements can do else the compiler would miss.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.ownership.plain_locals import binding
from sleepy_coder.repairs.types.unasked import named_locals
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import bare, field_text, only
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_LISTED = re.compile(
    r"^expected `&?(?:mut )?(?:Vec<|\[)(?P<held>(?:Box|Rc|Arc)<dyn .+>)[>\]]`, found `&?(?:mut )?Vec<(?:Box|Rc|Arc)<"
)
_OTHER = re.compile(
    r"^expected `(?:(?P<pointer>Box|Rc|Arc)<)?(?P<first>\w+)>?`, found `(?:(?:Box|Rc|Arc)<)?(?P<other>\w+)>?`$"
)
_POINTER = re.compile(r"\b(Box|Rc|Arc)::new\(\s*$")
_LIST = re.compile(r"(?:Vec::(?:new|with_capacity)\(|vec!\s*\[)")


def trait_objects(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The type of the list where it is bound."""
    if error.code != "E0308":
        return
    label = span.label or ""
    if (listed := _LISTED.match(label)) is not None:
        held: str | None = listed["held"]
        lets = [binding(use, name) for use, name in named_locals(error, span, tree)]
    elif (other := _OTHER.match(label)) is not None:
        before = tree.files[span.file].encode()[: span.byte_start].decode(errors="ignore")
        pointer = _POINTER.search(before)
        kind = other["pointer"] or (pointer[1] if pointer is not None else None)
        trait = _shared(other["first"], other["other"], tree) if kind is not None else None
        held = f"{kind}<dyn {trait}>" if trait is not None else None
        lets = [_home(node_at(tree, span))] if held is not None else []
    else:
        return
    for let in {one.start_byte: one for one in lets if one is not None}.values():
        pattern = let.child_by_field_name("pattern")
        if pattern is not None and _LIST.match(field_text(let, "value")):
            yield f"let it hold `{held}`", rewritten(tree, span.file, [after(pattern, f": Vec<{held}>")])


def _shared(first: str, other: str, tree: SourceTree) -> str | None:
    """The only trait of the tree that two of its types have."""
    own = {name for text in tree.files.values() for name in re.findall(r"\btrait\s+(\w+)", text)}
    shared = own & _traits(first, tree) & _traits(other, tree)
    name = shared.pop() if len(shared) == 1 else ""
    found = only(tree, name, "trait_item") if name else None
    return name if found is not None and found[1].child_by_field_name("type_parameters") is None else None


def _traits(kind: str, tree: SourceTree) -> set[str]:
    """The traits that are implemented for a type."""
    blocks = (one for text in tree.files.values() if kind in text for one in walk(parse(text)))
    of_kind = (one for one in blocks if one.type == "impl_item" and bare(field_text(one, "type")) == kind)
    return {bare(field_text(one, "trait")) for one in of_kind}


def _home(place: Node | None) -> Node | None:
    """The `let` of a list in which a place stands among its elements, or to which it is pushed."""
    let = around(place, "let_declaration", "call_expression", "block")
    while let is not None and let.type == "call_expression":
        function = let.child_by_field_name("function")
        if function is not None and field_text(function, "field") == "push":
            owner = function.child_by_field_name("value")
            plain = owner is not None and owner.type == "identifier"
            return binding(owner, node_text(owner)) if owner is not None and plain else None
        let = around(let.parent, "let_declaration", "call_expression", "block")
    if let is None or let.type != "let_declaration" or let.child_by_field_name("type") is not None:
        return None
    return let if field_text(let, "value").startswith("vec!") else None
