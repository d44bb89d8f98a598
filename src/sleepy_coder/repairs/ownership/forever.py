"""References that are made to live forever, as text in the program does, where most of what there is ends sooner."""

from collections import Counter
from collections.abc import Sequence

from sleepy_coder.errors import EditRejected
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_TEXTS = ("string_literal", "raw_string_literal")


def narrows(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether edits put `'static` where callers or values may have less. Where rustc asks for it of a parameter
    (E0621), the owner has said so of what that becomes.
    """
    if error.code == "E0621" or not any("'static" in edit.new for edit in edits):
        return False
    try:
        after = tree.apply(edits)
    except EditRejected:
        return False
    files = {edit.file for edit in edits}
    return any(_forever(after, file) - _forever(tree, file) for file in files)


def _forever(tree: SourceTree, file: str) -> Counter[str]:
    """The parameters of functions whose results need not live forever, and the fields that get more than literals, that
    hold what does, by their names.
    """
    found: Counter[str] = Counter()
    for one in walk(parse(tree.files[file])):
        kind = one.child_by_field_name("type") if one.type in ("parameter", "field_declaration") else None
        name = one.child_by_field_name("pattern") or one.child_by_field_name("name")
        if kind is None or name is None or "'static" not in node_text(kind):
            continue
        home = around(one, "function_item", "function_signature_item", "struct_item")
        result = home.child_by_field_name("return_type") if home is not None else None
        if one.type == "field_declaration" and home is not None:
            own = home.child_by_field_name("name")
            literal = own is not None and _only_literals(tree, node_text(own), node_text(name))
        else:
            literal = result is not None and "'static" in node_text(result)
        found[node_text(name)] += not literal
    return found


def _only_literals(tree: SourceTree, kind: str, field: str) -> bool:
    """Whether every value of a struct is made with a text for a field."""
    for text in tree.files.values():
        for one in walk(parse(text)) if kind in text else ():
            if one.type == "shorthand_field_initializer" and node_text(one) == field:
                return False
            name = one.child_by_field_name("field") if one.type == "field_initializer" else None
            value = one.child_by_field_name("value") if name is not None else None
            if name is not None and node_text(name) == field and (value is None or value.type not in _TEXTS):
                return False
    return True
