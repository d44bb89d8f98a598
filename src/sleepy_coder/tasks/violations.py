"""What turning one tree into another breaks of the policy, each violation by its name.

Only the top-level items that differ are compared. In a file that does not parse nothing can be counted, so there no
word may be lost instead (`words.py`).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sleepy_coder.repairs.syntax.foreign import no_words
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import Item
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.tasks import kept, words
from sleepy_coder.tasks.headers import under_new_headers
from sleepy_coder.tasks.hollowed import hollowed
from sleepy_coder.tasks.indentation import swallowed
from sleepy_coder.tasks.near import allowed_lines, touched_lines
from sleepy_coder.tasks.policy import FORBIDDEN_MARKS, OF_BRACES, Act, acts, spelt
from sleepy_coder.tasks.syntax import Facts, Unit, facts, outline

# What only private code may rename, and nobody delete; functions and public items are looked at by name.
KEPT_KINDS = (
    *("struct", "enum", "union", "trait", "impl", "variant", "field", "const", "static", "type", "mod", "macro"),
    "extern",
)

TOO_LARGE = "overflowing_literals"
"""A number that its type does not hold: the type is wrong, or only the owner knows which number was meant."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One broken rule: its name, as it shows in the verdict, and the place or thing that broke it."""

    name: str
    what: str

    def __str__(self) -> str:
        return f"{self.name} ({self.what})"


def violations(
    before: SourceTree, after: SourceTree, diagnostics: Sequence[Diagnostic], edits: Sequence[Edit]
) -> tuple[Violation, ...]:
    """Every rule that turning `before` into `after` by these edits breaks as a repair of these errors, usually one."""
    return tuple(_violations(before, after, diagnostics, edits))


def first_violation(
    before: SourceTree, after: SourceTree, diagnostics: Sequence[Diagnostic], edits: Sequence[Edit]
) -> Violation | None:
    """The first of them, where one is enough."""
    return next(_violations(before, after, diagnostics, edits), None)


def _violations(
    before: SourceTree, after: SourceTree, diagnostics: Sequence[Diagnostic], edits: Sequence[Edit]
) -> Iterator[Violation]:
    if before.files.keys() != after.files.keys():
        yield Violation("file-added-or-removed", ", ".join(sorted(before.files.keys() ^ after.files.keys())))
        return
    yield from _far_edits(before, edits, diagnostics)
    lexical = any(words.lexical(error.code) for error in diagnostics)
    uncoded = any(error.code is None for error in diagnostics)
    too_large = {error.code for error in diagnostics} == {TOO_LARGE}
    for file, old in before.files.items():
        new = after.files[file]
        if old == new:
            continue
        spans = [span for error in diagnostics for span in error.spans if span.file == file]
        pointed = [span for span in spans if span.is_primary]
        pointed += [one for error in diagnostics for one in error.replaced if one.file == file]
        grant = _Grant.of(file, diagnostics)
        if lexical or (uncoded and outline(old).damaged):
            yield from _damaged(old, new, spans, pointed, grant, lexical)
        else:
            side = _Side.of(old, new)
            yield from _compare(side, _Side.of(new, old), grant, spans)
            named = [text for error in diagnostics for text in (error.message, *error.remarks)]
            said = words.WORD.findall(" ".join(named))
            for rule, text in kept.lost(old, new, spans, _excused(side, grant), said, numbers_stay=too_large):
                yield Violation(rule, _shortened(text))


def _far_edits(before: SourceTree, edits: Sequence[Edit], diagnostics: Sequence[Diagnostic]) -> Iterator[Violation]:
    for edit in edits:
        if not edit.file.endswith(".rs") or edit.file.rsplit("/", 1)[-1] == "build.rs":
            yield Violation("edit-outside-source", edit.file)
            continue
        allowed = frozenset(line for error in diagnostics for line in allowed_lines(before, edit.file, error))
        first, last = touched_lines(before, edit)
        if not all(line in allowed for line in range(first, last + 1)):
            yield Violation("edit-far-from-error", f"{edit.file}:{first}")


@dataclass(frozen=True, slots=True)
class _Grant:
    """Where in a file the errors at hand allow more than the default: the lines of their primary spans, by act."""

    lines: Mapping[Act, frozenset[int]]

    @classmethod
    def of(cls, file: str, diagnostics: Sequence[Diagnostic]) -> "_Grant":
        lines: dict[Act, frozenset[int]] = {}
        for error in diagnostics:
            places = frozenset(span.line_start for span in error.primaries if span.file == file)
            for act in acts(error.code, error.message):
                lines[act] = lines.get(act, frozenset()) | places
        return cls(lines)

    def at(self, act: Act) -> frozenset[int]:
        """The lines where an act is allowed."""
        return self.lines.get(act, frozenset())


@dataclass(frozen=True, slots=True)
class _Side:
    """The top-level items in which one version of a file differs from the other, with lines of that file."""

    items: tuple[Item, ...]
    units: tuple[Unit, ...]
    marks: Counter[str]
    unsafe_blocks: tuple[tuple[int, int, int], ...]

    @classmethod
    def of(cls, source: str, other: str) -> "_Side":
        shared = Counter(chunk.text for chunk in outline(other).chunks)
        items: list[Item] = []
        units: list[Unit] = []
        marks: Counter[str] = Counter()
        blocks: list[tuple[int, int, int]] = []
        for chunk in outline(source).chunks:
            if shared[chunk.text]:
                shared[chunk.text] -= 1
                continue
            found: Facts = facts(chunk.text)
            down = chunk.first_line - 1
            items += [item.moved(down) for item in found.items]
            units += [unit.moved(down) for unit in found.units]
            blocks += [(block.first_line + down, block.last_line + down, block.units) for block in found.unsafe_blocks]
            marks += found.marks
        return cls(tuple(items), tuple(units), marks, tuple(blocks))


def _damaged(
    old: str, new: str, spans: Sequence[Span], pointed: Sequence[Span], grant: _Grant, lexical: bool
) -> Iterator[Violation]:
    """Of a file that did not parse; if `lexical`, not even its comments and texts are what they seem to be."""
    yield from (Violation("code-quoted", _shortened(text)) for text in kept.quoted(old, new))
    if words.same_but_marks(old, new):
        # whatever its tree lacks was in its text; a brace alone may still empty a loop or end one early
        added = facts(new).marks
        structure = Counter({} if lexical else {mark: added[mark] for mark in OF_BRACES})
        yield from _marks(facts(old).marks, structure, grant)
    else:
        lines = old.split("\n")
        excused = [word for span in pointed for word in words.WORD.findall(span.text)]
        excused += [word for span in pointed for word in no_words(lines[span.line_start - 1])]
        lost = words.lost(old, new, excused, comments=lexical)
        if lost:
            yield Violation("words-deleted", ", ".join(lost))
        yield from (Violation("control-added", word) for word in words.added_control(old, new))
        marked = facts(new).marks if lexical else spelt(facts(new).marks, words.added(old, new))
        yield from _marks(facts(old).marks, marked, grant)
        if not lexical:
            yield from (Violation(rule, _shortened(text)) for rule, text in kept.lost(old, new, spans))
    if not outline(new).damaged:
        yield from (Violation("wrongly-enclosed", _shortened(line)) for line in swallowed(new))


def _compare(old: _Side, new: _Side, grant: _Grant, spans: Sequence[Span]) -> Iterator[Violation]:
    excused = _excused(old, grant)
    items = [item for item in old.items if not any(first <= item.first_line <= last for first, last in excused)]
    units = [unit for unit in old.units if not any(first <= unit.line <= last for first, last in excused)]
    uses, flagged = grant.at(Act.CHANGE_USE), grant.at(Act.DROP_VISIBILITY)
    public = Counter(
        item.key
        for item in under_new_headers(items, new.items, grant.at(Act.CHANGE_HEADER))
        if item.public
        and not (item.kind == "use" and _is_on(item, uses))
        and not (_is_member(item) and _is_on(item, flagged))
    )
    for key in (public - Counter(item.key for item in new.items if item.public)).elements():
        yield Violation("public-item-removed", key)
    functions = [sum(item.kind == "fn" for item in side) for side in (items, new.items)]
    if functions[1] < functions[0]:
        kept = {item.key for item in new.items}
        gone = [item.key for item in items if item.kind == "fn" and item.key not in kept]
        yield Violation("function-deleted", ", ".join(gone) or "a function of the same name")
    for kind in KEPT_KINDS:
        left, right = (_count(side, kind) for side in (items, new.items))
        if right < left:
            yield Violation("item-deleted", f"{left - right} {kind}")
    yield from _tests(items, new.items, spans)
    yield from _units(units, new.units, grant)
    yield from _marks(old.marks, new.marks, grant)
    old_sizes = Counter(size for *_, size in old.unsafe_blocks)
    for size in (Counter(size for *_, size in new.unsafe_blocks) - old_sizes).elements():
        if size > 1:
            yield Violation("unsafe-too-wide", f"{size} statements in one block")


def _is_member(item: Item) -> bool:
    return item.kind in ("fn", "const", "type", "variant")


def _is_on(item: Item, lines: frozenset[int]) -> bool:
    return any(item.first_line <= line <= item.last_line for line in lines)


def _count(items: Sequence[Item], kind: str) -> int:
    """Those within functions are left out: a local constant may become a variable."""
    return sum(item.kind == kind and "fn " not in item.key for item in items)


def _excused(old: _Side, grant: _Grant) -> list[tuple[int, int]]:
    """Line ranges of the smallest items (or statements) that the primary spans point at, where the table allows it."""
    ranges: list[tuple[int, int]] = []
    for line in grant.at(Act.DROP_ITEM):
        around = [item for item in old.items if item.first_line <= line <= item.last_line]
        if around:
            smallest = min(around, key=lambda item: item.last_line - item.first_line)
            ranges.append((smallest.first_line, smallest.last_line))
    return [*ranges, *((line, line) for line in grant.at(Act.DROP_STATEMENT))]


def _tests(old: Sequence[Item], new: Sequence[Item], spans: Sequence[Span]) -> Iterator[Violation]:
    kept = {item.key: item.text for item in new if item.test}
    for item in old:
        if not item.test:
            continue
        if item.key not in kept:
            yield Violation("test-deleted", item.name)
        elif kept[item.key] != item.text and not any(
            item.first_line <= span.line_start <= item.last_line for span in spans
        ):
            yield Violation("test-changed", item.name)


def _units(old: Sequence[Unit], new: Sequence[Unit], grant: _Grant) -> Iterator[Violation]:
    """Compare function by function; functions that only one side has are pooled, as one may have been renamed."""
    common = {unit.function for unit in old} & {unit.function for unit in new}
    for function in [*sorted(common), None]:
        mine, theirs = (
            [unit for unit in side if (unit.function if unit.function in common else None) == function]
            for side in (old, new)
        )
        for kind in ("statement", "match-arm"):
            before, after = ([unit for unit in side if unit.kind == kind] for side in (mine, theirs))
            lost, gained = _difference(before, after), _difference(after, before)
            if len(after) < len(before):
                yield Violation(f"{kind}-deleted", _shortened(lost[0].text if lost else before[-1].text))
            else:
                empty = hollowed(lost, gained, signs_may_go=bool(grant.at(Act.DROP_SIGN)))
                yield from (Violation(f"{kind}-hollowed", _shortened(unit.text)) for unit in empty)


def _difference(left: Sequence[Unit], right: Sequence[Unit]) -> list[Unit]:
    remaining = Counter(unit.text for unit in right)
    lost = []
    for unit in left:
        if remaining[unit.text]:
            remaining[unit.text] -= 1
        else:
            lost.append(unit)
    return lost


def _marks(old: Counter[str], new: Counter[str], grant: _Grant) -> Iterator[Violation]:
    added = new - old
    for mark in sorted(added):
        granted = len(grant.at(Act.ADD_UNSAFE)) if mark == "unsafe" else 0
        if mark in FORBIDDEN_MARKS and added[mark] > granted:
            yield Violation(f"new-{mark}", FORBIDDEN_MARKS[mark])


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."
