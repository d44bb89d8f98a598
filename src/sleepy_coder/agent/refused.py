"""Which step to take otherwise, where everything compiles and the oracle refuses it.

Only a program without errors can run, so of several steps each may be the wrong one. In the first line of steps that
was refused each is taken otherwise in turn, those before it as they were: one wrong step is likelier than two.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sleepy_coder.agent.steps import Frame, Step


@dataclass(slots=True)
class Line:
    """The frames whose steps led to the first program that was refused, and how often each was gone back to."""

    _frames: list[tuple[Frame, Step | None]] = field(default_factory=list)
    _turns: list[int] = field(default_factory=list)
    _open: list[int] = field(default_factory=list)
    _back: int = 0

    def back(self, stack: Sequence[Frame]) -> Frame | None:
        """The frame to go back to: the one that was least often gone back to, of several the last; None if none has
        anything left. The first call fixes the line.
        """
        if not self._turns:
            self._frames = [(frame, frame.chosen) for frame in stack]
            self._turns = [0] * len(stack)
            self._open = [*reversed(range(len(stack)))]
        if not self._open:
            return None
        self._back = min(self._open, key=lambda place: self._turns[place])
        self._turns[self._back] += 1
        return self._frames[self._back][0]

    def spend(self) -> None:
        """The frame that was gone back to last has nothing left."""
        self._open.remove(self._back)

    def before(self) -> list[Frame]:
        """The line as it was before the frame that was gone back to last."""
        for frame, step in self._frames[: self._back]:
            frame.chosen = step
        return [frame for frame, _ in self._frames[: self._back]]
