"""An end that rustc proposes for a function without one (E0308): of `Ok(())` and `None` it names what compiles,
whatever the function does.

    for host in hosts {                       for attempt in attempts {
        if dial(host) {                           newest = attempt.number;
            return Ok(());                    }
        }                                     None
    }
    Ok(())

Nothing went well on the left, and on the right nothing says that there is ever something.
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
    """Whether an edit ends a function with success although its last thing returns what went well itself, or with
    nothing although that never returns anything.
    """
    span = error.primary
    if span is None or error.code != "E0308" or span.file not in tree.files or not _UNIT_FOUND.match(span.label or ""):
        return False
    ends = {one.new.removeprefix(one.old).strip("; \t\r\n") for one in edits if one.new.startswith(one.old)}
    body = around(node_at(tree, span), *BODIES)
    last = last_of(body.child_by_field_name("body")) if body is not None else None
    if last is None or len(ends) != 1 or ends.isdisjoint(_ENDS):
        return False
    whole = last.start_byte == span.byte_start or not last.start_byte <= span.byte_start < last.end_byte
    return whole and all(map(fails, returns(last))) == ("None" in ends)
