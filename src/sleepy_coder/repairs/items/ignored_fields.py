"""Fields that a pattern leaves out (E0027): rustc would bind them first. What the pattern does not name is not wanted,
and a name that it took now would hide a variable of that name; so `..` leaves them out.
"""

from collections.abc import Iterator

from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.suggestion import Suggestion, suggestions


def ignored_fields(error: Diagnostic, tree: SourceTree) -> Iterator[Suggestion]:
    """Of what rustc suggests, the `..`."""
    if error.code == "E0027":
        found = suggestions(error, tree)
        yield from (one for one in found if all(".." in edit.new and ".." not in edit.old for edit in one.edits))
