"""The `sleepy-coder` command: a table of commands, each in a module that is imported only when it is called.

The table holds the one-line help, so that `--help` imports nothing of the program. A module offers `app`, a
`typer.Typer` with one command or several; a command returns its exit status, or None for 0. Exit status: 0 done,
1 not done, 2 usage, 3 environment, 130 interrupted by Ctrl-C, 143 and 129 asked to end by a signal.
"""

import contextlib
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from sleepy_coder.cli.streams import give_up_output, open_missing
from sleepy_coder.errors import SleepyCoderError

COMMANDS: dict[str, tuple[str, str]] = {
    "fix": ("sleepy_coder.cli.fix", "Repair the compiler errors of a crate, a workspace member or a single file."),
    "undo": ("sleepy_coder.cli.undo", "Take back the last change that `fix --apply` made."),
    "trust": ("sleepy_coder.cli.trust", "Trust a crate of your own: it may be checked where no sandbox holds."),
    "watch": ("sleepy_coder.cli.watch", "Look after every save, propose repairs, and keep how you mend what is left."),
    "learn-from-git": ("sleepy_coder.cli.learn_from_git", "Learn how you mended errors, from a repository's history."),
    "day": ("sleepy_coder.cli.day", "Work through a suite and keep every attempt."),
    "night": ("sleepy_coder.cli.night", "Learn from the day's failures, and serve what is provably better."),
    "schedule": ("sleepy_coder.cli.schedule", "Let nights come by themselves, at a good moment."),
    "evaluate": ("sleepy_coder.cli.evaluate", "Measure how much of a suite gets fixed, item by item."),
    "status": ("sleepy_coder.cli.status", "Show what is served, what waits for the night, and how the last one ended."),
    "report": ("sleepy_coder.cli.report", "Show what a night learned, what it decided and why."),
    "history": ("sleepy_coder.cli.history", "Show all versions of the library as a tree."),
    "promote": ("sleepy_coder.cli.promote", "Serve a version of the library from now on."),
    "forget": ("sleepy_coder.cli.forget", "Take a skill, or all that one night learned, out of the library."),
    "rollback": ("sleepy_coder.cli.rollback", "Serve what was served before the last promotion."),
    "why-stored": ("sleepy_coder.cli.why_stored", "Say where an episode came from, and what learned from it."),
    "purge": ("sleepy_coder.cli.purge", "Remove everything that is stored of a repository."),
    "bisect": ("sleepy_coder.cli.bisect", "Find the night that broke an item of a suite."),
    "gc": ("sleepy_coder.cli.gc", "Remove old versions of the library beyond the size that the settings allow."),
    "demo": ("sleepy_coder.cli.demo", "Show a whole day and night, or break a crate on purpose."),
    "model": ("sleepy_coder.cli.model", "List, show and choose models."),
    "export": ("sleepy_coder.cli.export", "Write skills for other programs, with proof that they say the same."),
    "import": ("sleepy_coder.cli.import_", "Make a skill of a LoRA that was trained elsewhere."),
    "suite": ("sleepy_coder.cli.suite", "List, show, build, verify and add suites."),
    "pretrain": ("sleepy_coder.cli.pretrain", "Make the embedded model and its first library from nothing."),
    "experiment": ("sleepy_coder.cli.experiment", "Measure what a model, a library or a method is worth."),
    "benchmark": ("sleepy_coder.cli.benchmark", "Measure speed and memory on this machine."),
    "config": ("sleepy_coder.cli.config", "Show the settings and where each one came from."),
    "paths": ("sleepy_coder.cli.paths", "Show where the program keeps its files."),
    "doctor": ("sleepy_coder.cli.doctor", "Say what is missing on this machine, and how to mend it."),
    "completion": ("sleepy_coder.cli.completion", "Print a shell's completion script."),
}
ENDING_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status. Only a bug of the program's own leaves as a traceback."""
    open_missing()
    given = sys.argv[1:] if arguments is None else arguments
    came: list[int] = []
    try:
        with _interruptible(came):
            status = _version() if given == ["--version"] else _run(given or ["--help"])
        sys.stdout.flush()
    except KeyboardInterrupt:
        status = 128 + signal.SIGINT
    except BrokenPipeError:
        give_up_output()  # whoever read it has had enough
        return 1
    except OSError as problem:  # when it was flushed
        give_up_output()
        return _refused(given, problem)
    if came or status == 128 + signal.SIGINT:  # typer makes an exit status of the exception, whatever the signal was
        status = 128 + (came or [signal.SIGINT])[0]
        with contextlib.suppress(OSError):  # the terminal may be gone
            print("sleepy-coder: interrupted; what was finished is kept", file=sys.stderr)
    return status if given else 2


def _version() -> int:
    from importlib import metadata

    found = [one.version for one in metadata.distributions(name="sleepy-coder")]
    print(f"sleepy-coder {found[0] if found else 'from source'}")
    return 0


@contextlib.contextmanager
def _interruptible(came: list[int]) -> Iterator[None]:
    """Let Ctrl-C, a polite kill and a closed terminal end everything, also what other threads wait for, so that
    nothing stays in temporary folders. The signals that came are put into `came`.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def interrupt(number: int, frame: FrameType | None) -> None:
        _watched(stop=True)
        came.append(number)
        signal.signal(number, signal.SIG_DFL)  # whoever asks a second time does not want to wait
        raise KeyboardInterrupt

    before = {
        number: signal.signal(number, interrupt)
        for number in ENDING_SIGNALS
        if number == signal.SIGINT or signal.getsignal(number) == signal.SIG_DFL  # `nohup` ignores, and so do we
    }
    _watched(stop=False)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _watched(*, stop: bool) -> None:
    supervision = sys.modules.get("sleepy_coder.rust.supervision")  # not imported, so nothing runs
    if supervision is not None and stop:
        supervision.interrupted.set()
    elif supervision is not None:
        supervision.interrupted.clear()


def _run(given: list[str]) -> int:
    from typer.exceptions import TyperException

    from sleepy_coder.cli.lazy import CommandTable
    from sleepy_coder.cli.output import check_utf8, complain

    try:
        for word in given:
            check_utf8(word)
        table = CommandTable(COMMANDS)
        return table.main(args=given, prog_name="sleepy-coder", standalone_mode=False) or 0
    except TyperException as problem:
        command = f"{given[0]} " if given[0] in COMMANDS else ""  # what stands before a command is none of its own
        hint = f"`sleepy-coder {command}--help` tells how to call it"
        message = problem.format_message().replace("Value error, ", "")  # a word of typer's own checking
        return complain(given, f"{message.rstrip('.')}: {hint}", 2)
    except SleepyCoderError as problem:
        return complain(given, str(problem), problem.exit_status)
    except BrokenPipeError:
        raise
    except OSError as problem:
        return _refused(given, problem)


def _refused(given: list[str], problem: OSError) -> int:
    """What the operating system refused, in a sentence."""
    from sleepy_coder.cli.output import complain
    from sleepy_coder.durable import OTHER_HOME, storage_fault
    from sleepy_coder.paths import find_paths

    path, paths = Path(problem.filename or "standard output"), find_paths()
    ours = any(path.is_relative_to(place) for place in (paths.home, paths.cache))
    fault = storage_fault(problem, path, OTHER_HOME if ours else "name another one")
    return complain(given, str(fault), fault.exit_status)


if __name__ == "__main__":
    sys.exit(main())
