"""In which of rustc's phases an error arises, and so which errors it can hide and which one to mend first.

A syntax error hides everything behind it; an unresolved name or a wrong item hides type errors anywhere in the crate;
a type error hides what cannot be inferred in its own body, and both hide its borrow errors. The lists follow rustc's
error index (https://doc.rust-lang.org/error_codes/) by the part of rustc that emits each code; any other is a type
error.
"""

from enum import IntEnum

from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.items import Item, definitions
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.words import LEXICAL_CODES


class Phase(IntEnum):
    """Earlier phases hide later ones. Up to ITEMS an error can hide others anywhere in the crate."""

    PARSE = 0
    RESOLVE = 1
    ITEMS = 2
    TYPES = 3
    INFERENCE = 4
    BORROWS = 5
    LINTS = 6


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


_RESOLVE = _codes(
    "E0106 E0252 E0254 E0255 E0259 E0260 E0261 E0262 E0263 E0364 E0365 E0401 E0403 E0404 E0405 E0407 E0408 E0411 "
    "E0412 E0415 E0416 E0422 E0423 E0424 E0425 E0426 E0428 E0429 E0430 E0431 E0432 E0433 E0434 E0435 E0437 E0438 "
    "E0463 E0531 E0532 E0573 E0574 E0575 E0576 E0603 E0742"
)
_ITEMS = _codes(
    "E0044 E0045 E0046 E0049 E0050 E0053 E0072 E0107 E0116 E0117 E0118 E0119 E0120 E0124 E0128 E0130 E0131 E0184 "
    "E0185 E0186 E0191 E0195 E0199 E0200 E0201 E0204 E0206 E0207 E0210 E0220 E0221 E0223 E0229 E0232 E0276 E0322 "
    "E0323 E0324 E0325 E0328 E0366 E0367 E0370 E0390 E0391 E0399 E0592 E0601 E0726 E0782"
)
_INFERENCE = _codes("E0282 E0283 E0284 E0790")
_BORROWS = _codes(
    "E0004 E0005 E0030 E0080 E0133 E0158 E0170 E0297 E0309 E0310 E0373 E0381 E0382 E0383 E0384 E0492 E0493 E0499 "
    "E0500 E0501 E0502 E0503 E0505 E0506 E0507 E0508 E0509 E0510 E0515 E0521 E0524 E0594 E0595 E0596 E0597 E0621 "
    "E0626 E0700 E0712 E0713 E0716 E0744 E0764"
)
_UNCODED = {
    "lifetime may not live long enough": Phase.BORROWS,
    "captured variable cannot escape": Phase.BORROWS,
    "borrowed data escapes": Phase.BORROWS,
    "implementation of": Phase.BORROWS,
    "hidden type for": Phase.BORROWS,
    "cannot find macro": Phase.RESOLVE,
    "cannot find derive macro": Phase.RESOLVE,
    "cannot find attribute": Phase.RESOLVE,
    "extern blocks must be unsafe": Phase.ITEMS,
    "unsafe attribute used": Phase.ITEMS,
    "cannot infer": Phase.INFERENCE,
    "invalid format string": Phase.RESOLVE,
}


def phase(diagnostic: Diagnostic) -> Phase:
    """Where in the compiler an error arises. An error without a code is a syntax error unless its message is known."""
    code = diagnostic.code
    if code is None:
        known = (found for start, found in _UNCODED.items() if diagnostic.message.startswith(start))
        return next(known, Phase.PARSE)
    if code in LEXICAL_CODES or code == "E0583":  # a module without its file is an empty one
        return Phase.PARSE
    if not (code.startswith("E") and code[1:].isdigit()):
        return Phase.LINTS
    if code in _RESOLVE:
        return Phase.RESOLVE
    if code in _ITEMS:
        return Phase.ITEMS
    if code in _INFERENCE:
        return Phase.INFERENCE
    return Phase.BORROWS if code in _BORROWS else Phase.TYPES


def body(tree: SourceTree, diagnostic: Diagnostic) -> tuple[str, str] | None:
    """File and path of the function that an error lies in, None outside of functions."""
    span = diagnostic.primary
    if span is None or span.file not in tree.files:
        return None
    found = body_at(tree, span.file, span.line_start)
    return None if found is None else (span.file, found)


def body_at(tree: SourceTree, file: str, line: int) -> str | None:
    """The path of the innermost function around a line, None outside of functions."""
    around: list[Item] = [
        item
        for item in definitions(tree.files[file])
        if item.kind == "fn" and item.first_line <= line <= item.last_line
    ]
    innermost = max(around, key=lambda item: item.first_line, default=None)
    return None if innermost is None else innermost.key
