"""Values that can be changed through a shared reference: a clone of one is no longer the same."""

import re

from sleepy_coder.rust.homes import bare, only
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.walk import walk

_CELL = re.compile(r"\b(?:\w*Cell|Mutex|RwLock)(?:<|::)|\bAtomic[A-Z]\w*")
_FIELDS = ("field_declaration", "ordered_field_declaration_list")
_OWN_CELL = re.compile(r"(?:\w+::)*(?:Ref)?Cell<")


def has_cells(tree: SourceTree) -> bool:
    """Whether a crate names any: which of its values hold one no error tells."""
    return any(_CELL.search(text) for file, text in tree.files.items() if file.endswith(".rs"))


def is_cell(kind: str, tree: SourceTree) -> bool:
    """Whether a type is a cell, or a struct of the tree with a field that is one, so that a clone has its own; what
    stands behind an `Rc`, an `Arc` or a reference has not.
    """
    if _OWN_CELL.match(kind):
        return True
    home = only(tree, bare(kind), "struct_item") if not kind.startswith("&") else None
    types = (one for one in walk(home[1]) if one.type == "generic_type") if home is not None else ()
    return any(
        one.parent is not None and one.parent.type in _FIELDS and _OWN_CELL.match(node_text(one)) for one in types
    )
