"""What the compiler says, as values: the JSON of rustc (https://doc.rust-lang.org/rustc/json.html) and of cargo.

Only places in files under the crate's own folder are kept: a span in the standard library, in a dependency or in the
innards of their macros helps nobody who may edit the crate alone. A place in such a macro becomes its call; one in a
macro of the crate stays, as the mistake may lie there, and the call is told beside it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import msgspec

KEPT_WARNINGS = frozenset(("unused_variables", "unused_assignments", "unused_must_use"))
_ELSEWHERE = ("/", "<")
_SHOWN = re.compile(r"^ *--> (.+?:\d+)", re.MULTILINE)


class Applicability(StrEnum):
    """How sure rustc is of a suggestion."""

    MACHINE = "MachineApplicable"
    MAYBE = "MaybeIncorrect"
    PLACEHOLDERS = "HasPlaceholders"
    UNSPECIFIED = "Unspecified"

    @classmethod
    def _missing_(cls, value: object) -> "Applicability":
        return cls.UNSPECIFIED


@dataclass(frozen=True, slots=True)
class Span:
    """A place in the source. Lines and columns are 1-based, columns count characters, the end column is exclusive.

    `byte_start` and `byte_end` count from the start of the file as it is on disk. `text` is what lies under the
    span's first line.
    """

    file: str
    byte_start: int
    byte_end: int
    line_start: int
    line_end: int
    column_start: int
    column_end: int
    is_primary: bool
    label: str | None
    replacement: str | None
    applicability: Applicability | None
    text: str
    in_macro: bool


@dataclass(frozen=True, slots=True)
class Child:
    """A help or note under a diagnostic; its spans carry replacements when it is a suggestion."""

    level: str
    message: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One error or warning. `code` is None where rustc gives none, which is so for all syntax errors."""

    code: str | None
    level: str
    message: str
    spans: tuple[Span, ...]
    children: tuple[Child, ...]
    rendered: str

    @property
    def is_error(self) -> bool:
        """Also true for an internal compiler error, which rustc reports at a level of its own."""
        return self.level.startswith("error")

    @property
    def matters(self) -> bool:
        """Whether it is an error, or one of the few warnings that tell what a repair is worth."""
        return self.is_error or self.code in KEPT_WARNINGS

    @property
    def primaries(self) -> tuple[Span, ...]:
        """Where the compiler points first; several for some errors, none for errors about the whole crate."""
        return tuple(span for span in self.spans if span.is_primary)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is said beside the message: labels, notes and helps."""
        return (*(span.label or "" for span in self.spans), *(child.message for child in self.children))

    @property
    def elsewhere(self) -> str | None:
        """The file and line of an error that has no place in sources that may be edited, as the compiler prints it."""
        shown = _SHOWN.search(self.rendered) if not self.spans else None
        return shown[1] if shown else None

    @property
    def replaced(self) -> tuple[Span, ...]:
        """What the compiler itself would write another way."""
        return tuple(span for child in self.children for span in child.spans if span.replacement is not None)

    @property
    def primary(self) -> Span | None:
        """The first primary span."""
        return next(iter(self.primaries), None)


def parse_rustc(stderr: str) -> tuple[Diagnostic, ...]:
    """The diagnostics among the lines of `rustc --error-format=json`, without other lines and closing summaries."""
    return tuple(diagnostic for line in stderr.split("\n") if (diagnostic := _decoded(line)) is not None)


def parse_cargo(stdout: str) -> tuple[tuple[str, Diagnostic], ...]:
    """Package id and diagnostic of each compiler message among the lines of `cargo --message-format=json`."""
    found = []
    for line in stdout.split("\n"):
        if not line.startswith("{"):
            continue
        try:
            message = _CARGO.decode(line)
        except msgspec.MsgspecError:
            continue
        if message.reason == "compiler-message" and message.message is not None:
            diagnostic = _diagnostic(message.message)
            if diagnostic is not None:
                found.append((message.package_id, diagnostic))
    return tuple(found)


def moved(
    diagnostic: Diagnostic,
    *,
    text: Callable[[str], str] = lambda words: words,
    span: Callable[[Span], Span] = lambda place: place,
) -> Diagnostic:
    """The diagnostic with its words and its places put another way; not what it suggests to write."""

    def placed(spans: Sequence[Span]) -> tuple[Span, ...]:
        return tuple(
            new if new.label is None or (label := text(new.label)) == new.label else replace(new, label=label)
            for new in map(span, spans)
        )

    return replace(
        diagnostic,
        message=text(diagnostic.message),
        spans=placed(diagnostic.spans),
        children=tuple(Child(child.level, text(child.message), placed(child.spans)) for child in diagnostic.children),
        rendered=text(diagnostic.rendered),
    )


class _RawText(msgspec.Struct):
    text: str
    highlight_start: int
    highlight_end: int


class _RawCode(msgspec.Struct):
    code: str


class _RawExpansion(msgspec.Struct):
    span: "_RawSpan"
    macro_decl_name: str = ""


class _RawSpan(msgspec.Struct):
    file_name: str
    byte_start: int
    byte_end: int
    line_start: int
    line_end: int
    column_start: int
    column_end: int
    is_primary: bool
    text: list[_RawText] = []
    label: str | None = None
    suggested_replacement: str | None = None
    suggestion_applicability: str | None = None
    expansion: _RawExpansion | None = None


class _RawDiagnostic(msgspec.Struct):
    message: str
    level: str
    code: _RawCode | None = None
    spans: list[_RawSpan] = []
    children: list["_RawDiagnostic"] = []
    rendered: str | None = None


class _RawCargo(msgspec.Struct):
    reason: str
    package_id: str = ""
    message: _RawDiagnostic | None = None


_RUSTC = msgspec.json.Decoder(_RawDiagnostic)
_CARGO = msgspec.json.Decoder(_RawCargo)


def _decoded(line: str) -> Diagnostic | None:
    if not line.startswith("{"):
        return None
    try:
        return _diagnostic(_RUSTC.decode(line))
    except msgspec.MsgspecError:
        return None


def _diagnostic(raw: _RawDiagnostic) -> Diagnostic | None:
    summary = not raw.spans and (raw.message.startswith("aborting due to") or raw.message.endswith("emitted"))
    if raw.level == "failure-note" or summary:
        return None
    children = tuple(Child(child.level, child.message, _spans(child.spans)) for child in raw.children)
    code = raw.code.code if raw.code is not None else None
    return Diagnostic(code, raw.level, raw.message, _spans(raw.spans), children, raw.rendered or "")


def _spans(raw: Sequence[_RawSpan]) -> tuple[Span, ...]:
    return tuple(span for item in raw for span in _places(item) if not span.file.startswith(_ELSEWHERE))


def _places(raw: _RawSpan) -> Iterator[Span]:
    """Where a span shows, and the call of the crate's own macro that it lies in."""
    place, in_macro, outer, call = raw, False, raw, None
    while outer.expansion is not None:
        name, inner = outer.expansion.macro_decl_name, outer
        outer = outer.expansion.span
        # `?`, `for` and `async` expand to the user's own tokens, and so do attributes; only the innards of a macro
        # from elsewhere are moved to its call
        desugared = name.startswith("desugaring of")
        if name.endswith("!") and not inner.file_name.startswith(_ELSEWHERE):
            call = outer
            continue
        in_macro = in_macro or not desugared
        if not (desugared or name.startswith("#[")) or inner.file_name != outer.file_name:
            place = outer
    yield _span(place, raw, in_macro)
    if call is not None and raw.suggested_replacement is None:
        yield replace(_span(call, raw, in_macro=True), is_primary=False, label=None)


def _span(place: _RawSpan, raw: _RawSpan, in_macro: bool) -> Span:
    first = place.text[0] if place.text else None
    return Span(
        file=place.file_name,
        byte_start=place.byte_start,
        byte_end=place.byte_end,
        line_start=max(place.line_start, 1),  # rustc gives an empty file's only line the number 0
        line_end=max(place.line_end, 1),
        column_start=place.column_start,
        column_end=place.column_end,
        is_primary=raw.is_primary,
        label=raw.label,
        replacement=raw.suggested_replacement,
        applicability=Applicability(raw.suggestion_applicability) if raw.suggestion_applicability else None,
        text=first.text[first.highlight_start - 1 : first.highlight_end - 1] if first else "",
        in_macro=in_macro,
    )
