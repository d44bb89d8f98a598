"""Everything that can end a command, in one small tree.

    SleepyCoderError            exit status 1 unless a leaf says otherwise
    ├── Superseded              1: another library is served by now than the one that a night compared with
    ├── TrainingDiverged        1: a training left the finite numbers, and nothing of it is worth keeping
    ├── UsageError              2: the call, a path or a file of the user's is wrong
    │   └── EditRejected        an edit does not fit the text that it names
    └── EnvironmentFault        3: the machine, not the call, stands in the way
        ├── ToolchainMissing    no usable rustc or cargo
        ├── SandboxUnavailable  strangers' code cannot be contained here
        ├── ModelBroken         weights, tokenizer or library missing, damaged or refused
        ├── StoreProblem        the episode store or the registry cannot be read or written
        ├── SpaceProblem        the disk is full or the tree is read-only
        └── Busy                another process holds the lock

A message is one sentence for the user and says what to do next. A failed fix is a verdict, never an exception.
"""

from typing import ClassVar


class SleepyCoderError(Exception):
    """The root; `exit_status` is what the command line returns."""

    exit_status: ClassVar[int] = 1


class Superseded(SleepyCoderError):
    """Another library is served by now than the one that a night compared its candidate with."""


class TrainingDiverged(SleepyCoderError):
    """A training left the finite numbers, and nothing of it is worth keeping."""


class UsageError(SleepyCoderError):
    """The call, a path or a file of the user's is wrong."""

    exit_status = 2


class EditRejected(UsageError):
    """An edit does not fit the text that it names."""


class EnvironmentFault(SleepyCoderError):
    """The machine, not the call, stands in the way."""

    exit_status = 3


class ToolchainMissing(EnvironmentFault):
    """No usable rustc or cargo."""


class SandboxUnavailable(EnvironmentFault):
    """Strangers' code cannot be contained on this machine."""


class ModelBroken(EnvironmentFault):
    """Weights, tokenizer or library are missing, damaged or refused."""


class StoreProblem(EnvironmentFault):
    """The episode store or the registry cannot be read or written."""


class SpaceProblem(EnvironmentFault):
    """The disk is full or the tree is read-only."""


class Busy(EnvironmentFault):
    """Another process holds the lock."""
