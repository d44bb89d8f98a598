"""An end that compiles for a function without one (E0308), and that only tests can tell: rustc proposes `Ok(())` and
`None` whatever the function does.

    for host in hosts {                       for attempt in attempts {
        if dial(host) {                           newest = attempt.number;
            return Ok(());                    }
        }                                     None
    }
    Ok(())

Maybe nothing went well on the left, and on the right nothing says that there is ever something.
"""

import re
from collections.abc import Sequence

from sleepy_coder.repairs.types.returned import BODIES, fails, last_of, returns
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.source import Edit, SourceTree

_UNIT_FOUND = re.compile(r"^expected `(?:Result<\(\), .+|Option<.+)>`, found `\(\)`$")
_ENDS = ("Ok(())", "Some(())", "None")


def makes_up_end(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether edits end a function with success although its last thing returns what went well itself, or with nothing
    although that never returns anything.
    """
    span = error.primary
    if span is None or error.code != "E0308" or span.file not in tree.files or not _UNIT_FOUND.match(span.label or ""):
        return False
    function = around(node_at(tree, span), *BODIES)
    last = last_of(function.child_by_field_name("body")) if function is not None else None
    if function is None or last is None:
        return False
    rows = range(function.start_point.row + 1, function.end_point.row + 2)
    here = (one for one in edits if one.file == span.file and one.first_line in rows and one.new.startswith(one.old))
    ends = {one.new.removeprefix(one.old).strip("; \t\r\n") for one in here}
    whole = last.start_byte == span.byte_start or not last.start_byte <= span.byte_start < last.end_byte
    return whole and not ends.isdisjoint(_ENDS) and all(map(fails, returns(last))) == ("None" in ends)
