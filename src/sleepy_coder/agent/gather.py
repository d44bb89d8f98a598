"""Candidates for several errors at once, in few compiles.

One candidate of each error goes into one tree. Unless that is well, only one for each function stays: rustc tells of
each function by itself, so whose error is still there, or in whose function there is a new one, has failed and gives
way to its error's next candidate. New errors that fall on nobody halve what was added last. What stays in the end was
compiled together, without the failures and without what is not needed (`needed.py`).
"""

from collections import Counter, deque
from collections.abc import Sequence
from typing import NamedTuple

from sleepy_coder.agent.needed import Place, applied, joined, needed, places
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.tasks.phases import body
from sleepy_coder.tasks.verify import Judge, Situation, Verdict, Verification, compare

Edits = tuple[Edit, ...]
Key = tuple[Place, str | None, str]  # of an error, where it lies, its code and its message


class Failed(NamedTuple):
    """A candidate that gave way, by the number of its target, and why."""

    target: int
    edits: Edits
    verification: Verification


class Gathered(NamedTuple):
    """The candidate that stays for each target that has one, what all of them together come to, what failed, and the
    targets whose errors went along with others.
    """

    chosen: dict[int, Edits]
    verification: Verification
    failed: list[Failed]
    along: tuple[int, ...] = ()


def gather(judge: Judge, here: Situation, options: Sequence[Sequence[Edits]], *, compiles: int = 32) -> Gathered | None:
    """Which of its options stays for each of the situation's targets; None if they come to nothing together.

    At most `compiles` trees are compiled. What stays ends FIXED, or ADVANCED without a new error where anything was
    changed.
    """
    return _Gathering(judge, here, options).run(compiles)


class _Gathering:
    def __init__(self, judge: Judge, here: Situation, options: Sequence[Sequence[Edits]]) -> None:
        self._judge = judge
        self._here = here
        self._failed: list[Failed] = []
        self._waiting = [self._admitted(number, ways) for number, ways in enumerate(options)]
        self._homes = [_place(here.tree, target) for target in here.targets]
        self._active: dict[int, Edits] = {}
        self._proven: set[int] = set()  # of those in the tree, which have been well together
        self._left: Counter[Key] | None = None  # the errors beside those that have been well together
        self._at_once = max(1, len(options))

    def run(self, compiles: int) -> Gathered | None:
        """See `gather`."""
        added = self._add(bold=True)
        for _ in range(compiles):
            tree = applied(self._here.tree, self._active)
            if not self._active or tree is None:
                return None
            check = self._judge.check_many([tree])[0]
            if check.timed_out:
                return None
            failed = self._failures(tree, check.errors)
            if not failed and not self._unexplained(tree, check.errors):
                self._at_once *= 2
                self._proven = set(self._active)
                self._left = _counted(tree, check.errors)
                added = self._add()
                if not added:
                    return self._end()
            elif crowd := self._crowd():
                for number in crowd:
                    self._waiting[number].appendleft(self._active.pop(number))
                added = [number for number in added if number not in crowd]
            elif not failed and len(added) > 1:
                self._at_once = len(added) // 2
                for number in added[self._at_once :]:
                    self._waiting[number].appendleft(self._active.pop(number))
                added = added[: self._at_once]
            else:
                for number in failed or added or list(self._active):
                    why = failed.get(number, "new errors elsewhere")
                    verification = Verification(Verdict.BROKEN, why, check.errors, tree)
                    self._failed.append(Failed(number, self._active.pop(number), verification))
                added = self._add()
        return None

    def _admitted(self, number: int, ways: Sequence[Edits]) -> deque[Edits]:
        alone = self._here._replace(targets=(self._here.targets[number],))
        passed: deque[Edits] = deque()
        for edits in ways:
            admitted = self._judge.admit(alone, edits)
            if isinstance(admitted, SourceTree):
                passed.append(edits)
            else:
                self._failed.append(Failed(number, edits, admitted))
        return passed

    def _crowd(self) -> list[int]:
        """All but the first candidate of each function."""
        first: dict[Place, int] = {}
        unproven = [number for number in sorted(self._active) if number not in self._proven]
        return [number for number in unproven if first.setdefault(self._homes[number], number) != number]

    def _add(self, *, bold: bool = False) -> list[int]:
        """Put a candidate of each open target into the tree where it fits; unless `bold`, one for each function that
        has none that is not proven yet.
        """
        taken = {self._homes[number] for number in self._active if number not in self._proven}
        added: list[int] = []
        for number, queue in enumerate(self._waiting):
            fits = len(added) < self._at_once and (bold or self._homes[number] not in taken)
            if not fits or not queue or self._settled(number):
                continue
            if applied(self._here.tree, {**self._active, number: queue[0]}) is not None:
                self._active[number] = queue.popleft()
                taken.add(self._homes[number])
                added.append(number)
        return added

    def _settled(self, number: int) -> bool:
        """Whether a target has its candidate, or its error went along with another one."""
        gone = self._left is not None and not self._left[self._key(number)]
        return gone or number in self._active

    def _key(self, number: int) -> Key:
        target = self._here.targets[number]
        return self._homes[number], target.code, target.message

    def _failures(self, tree: SourceTree, errors: Sequence[Diagnostic]) -> dict[int, str]:
        """The candidates whose error is still in its function, or that brought another one there."""
        now = _counted(tree, errors)
        before = _counted(self._here.tree, self._here.errors)
        failed = {}
        for number in [number for number in self._active if number not in self._proven]:
            home, target, key = self._homes[number], self._here.targets[number], self._key(number)
            fresh = next((one for one in now if one[0] == home and now[one] > before[one]), None)
            if now[key] >= before[key]:
                failed[number] = f"still there: {target.message}"
            elif fresh is not None:
                failed[number] = f"new: {fresh[2]}"
        return failed

    def _unexplained(self, tree: SourceTree, errors: Sequence[Diagnostic]) -> bool:
        """Whether there are new errors that are not only revealed by what is gone."""
        targets = tuple(self._here.targets[number] for number in self._active)
        found = compare(self._here._replace(targets=targets), tree, tuple(errors)) if errors else None
        return found is not None and found.verdict == Verdict.BROKEN

    def _end(self) -> Gathered | None:
        return self._ended(needed(self._judge, self._here.tree, self._active, self._homes)) or self._ended(self._active)

    def _ended(self, chosen: dict[int, Edits]) -> Gathered | None:
        numbers = sorted(self._active)
        situation = self._here._replace(targets=tuple(self._here.targets[number] for number in numbers))
        edits = joined(chosen)
        (verification,) = self._judge.verify(situation, [edits])
        after = verification.after
        if after is None or verification.verdict not in (Verdict.FIXED, Verdict.ADVANCED):
            return None
        touched = {self._homes[number] for number in numbers} | places(self._here.tree, edits)
        if any(_place(after, error) in touched for error in verification.fresh):
            return None
        left = _counted(after, verification.remaining)
        along = [number for number in range(len(self._homes)) if number not in chosen and not left[self._key(number)]]
        return Gathered(dict(sorted(chosen.items())), verification, self._failed, tuple(along))


def _place(tree: SourceTree, error: Diagnostic) -> Place:
    span = error.primary
    return body(tree, error) or (span.file if span is not None else "", "")


def _counted(tree: SourceTree, errors: Sequence[Diagnostic]) -> Counter[Key]:
    return Counter((_place(tree, error), error.code, error.message) for error in errors)
