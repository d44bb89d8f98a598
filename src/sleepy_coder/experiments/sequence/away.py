"""Tuning and streams on a machine that has a model and no rustc:

    python -m sleepy_coder.experiments.sequence.away FOLDER FORM

FOLDER is the state of a run whose course was made where rustc is. Trained tensors and answers land in it; taken back,
`experiment run sequential` finds them there and has only to judge.
"""

import argparse
import sys
from pathlib import Path

from sleepy_coder.errors import SleepyCoderError
from sleepy_coder.experiments.sequence.form import FORMS
from sleepy_coder.experiments.sequential import streamed, tuned


def main(arguments: list[str] | None = None) -> int:
    """The command; returns its exit status."""
    parser = argparse.ArgumentParser(prog="sleepy_coder.experiments.sequence.away", description="Learn and answer.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("form", choices=FORMS)
    given = parser.parse_args(arguments)
    try:
        form = FORMS[given.form]
        best = tuned(form, given.folder, _tell)
        for seed in form.seeds:
            streamed(seed, form, given.folder, best, _tell)
    except SleepyCoderError as problem:
        print(f"sleepy-coder: {problem}", file=sys.stderr)
        return problem.exit_status
    return 0


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
