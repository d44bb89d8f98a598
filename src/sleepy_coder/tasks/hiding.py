"""Whether a new error may have been hidden by one that is gone now, or is the price of its mend."""

import re
from collections.abc import Sequence

from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.homes import OUTSIDE
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.pairing import untouched
from sleepy_coder.tasks.phases import Phase, body, phase

LIBRARY = "src/lib.rs"
_USERS = ("src/main.rs", *OUTSIDE)
"""Where the programs of a package lie that use its library: cargo compiles them after it."""

# What these flag has no known type, so whatever is done with it further on is not looked at.
_OF_UNKNOWN_TYPE = frozenset(("E0369", "E0599", "E0600", "E0608", "E0609", "E0610", "E0614", "E0618"))

_TAKEN_APART = re.compile(r"^expected `.+`, found `\(_(?:, _)*,?\)`$")
"""What rustc says of a pattern that takes apart what is no tuple."""


def revealed(
    error: Diagnostic,
    gone: Sequence[Diagnostic],
    before: SourceTree,
    after: SourceTree,
    remaining: Sequence[Diagnostic],
) -> bool:
    """Whether one of the errors that remain in `after`, new there, may have been hidden by one of those gone since
    `before`.
    """
    if phase(error) == Phase.LINTS:  # rustc looks for these in a crate without other errors only
        return any(phase(one) < Phase.LINTS for one in gone)
    if waited(error, gone, before, after, remaining):
        return True
    line = untouched(before, after, error)
    for one in gone:
        hidden_by = phase(one)
        if hidden_by == Phase.PARSE and phase(error) == Phase.PARSE:
            if _further_on(error, one):  # the parser stops at its first error
                return True
        elif one.code == error.code == "E0072" and one.message == error.message:
            return True  # of a type that contains itself several times one place is told
        elif phase(error) > hidden_by or (hidden_by, phase(error)) == (Phase.INFERENCE, Phase.TYPES):
            if hidden_by <= Phase.ITEMS:
                return True
            if line is None and phase(error) == Phase.INFERENCE:
                continue  # the repair brought it in
            home = body(after, error)
            earlier = (other for other in remaining if body(after, other) == home and phase(other) < phase(error))
            if home is not None and home == body(before, one) and not any(earlier):
                return True
        elif _next_in_body(error, line, one) and body(after, error) == body(before, one) is not None:
            return True
    return False


def waited(
    error: Diagnostic,
    gone: Sequence[Diagnostic],
    before: SourceTree,
    after: SourceTree,
    remaining: Sequence[Diagnostic],
) -> bool:
    """Whether an error lies in a program that waited until its library compiled, and that the repair left alone."""
    file = error.primary.file if error.primary is not None else ""
    behind = LIBRARY in after.files and file.startswith(_USERS) and before.files.get(file) == after.files.get(file)
    return behind and any(map(of_library, gone)) and not any(map(of_library, remaining))


def of_library(error: Diagnostic) -> bool:
    """Whether an error lies in a package's library, or in a module of its program."""
    file = error.primary.file if error.primary is not None else ""
    return file.startswith("src/") and not file.startswith(_USERS)


def _next_in_body(error: Diagnostic, line: int | None, gone: Diagnostic) -> bool:
    """Whether rustc, going through a function, came to an error only because another is gone: of the variables without
    a known type it tells of one, and it does not look at what is done with a value of unknown type. What lies in lines
    that the repair wrote is the repair's own.
    """
    here = gone.primary
    if not line or here is None or line == here.line_start:
        return False
    if phase(gone) == phase(error) == Phase.INFERENCE:
        return True
    unknown = gone.code in _OF_UNKNOWN_TYPE or (
        gone.code == "E0308" and _TAKEN_APART.match(here.label or "") is not None
    )
    return unknown and phase(error) == Phase.TYPES and line > here.line_start


def _further_on(error: Diagnostic, gone: Diagnostic) -> bool:
    here, there = gone.primary, error.primary
    return here is not None and there is not None and (here.file != there.file or here.line_start < there.line_start)
