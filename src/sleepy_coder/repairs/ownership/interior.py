"""Values that can be changed through a shared reference: a clone of one is no longer the same."""

import re

from sleepy_coder.rust.source import SourceTree

_CELL = re.compile(r"\b(?:\w*Cell|Mutex|RwLock)(?:<|::)|\bAtomic[A-Z]\w*")


def has_cells(tree: SourceTree) -> bool:
    """Whether a crate names any: which of its values hold one no error tells."""
    return any(_CELL.search(text) for file, text in tree.files.items() if file.endswith(".rs"))
