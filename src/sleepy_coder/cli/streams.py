"""The standard streams, which whoever calls us may have closed or filled up."""

import os
import sys

_STREAMS = {0: "stdin", 1: "stdout", 2: "stderr"}


def open_missing() -> None:
    """Let streams that were closed lead nowhere: else the next file that is opened takes a stream's number, and what
    another program prints ends up in it.
    """
    for number, name in _STREAMS.items():
        if getattr(sys, name) is None:
            _to_nowhere(number)
            setattr(sys, name, os.fdopen(number, "w" if number else "r", closefd=False))


def give_up_output() -> None:
    """What is still to be written to standard output goes nowhere, so that Python does not complain when it ends."""
    _to_nowhere(sys.stdout.fileno())


def _to_nowhere(number: int) -> None:
    opened = os.open(os.devnull, os.O_RDWR)
    if opened != number:
        os.dup2(opened, number)
        os.close(opened)
