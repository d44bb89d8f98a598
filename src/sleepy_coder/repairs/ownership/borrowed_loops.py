"""A loop that moves a collection which is needed or owned elsewhere (E0382, E0507): rustc would clone it first. A loop
over a reference copies nothing, and where its body needs the values themselves, the compiler says so.
"""

from collections.abc import Iterator

from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.suggestion import Suggestion, suggestions

_INSTEAD = "to avoid moving into the `for` loop"


def borrowed_loops(error: Diagnostic, tree: SourceTree) -> Iterator[Suggestion]:
    """Of what rustc suggests, the `&`."""
    if error.code in ("E0382", "E0507"):
        yield from (one for one in suggestions(error, tree) if one.message.endswith(_INSTEAD))
