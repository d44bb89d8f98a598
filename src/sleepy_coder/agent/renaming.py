"""Repairs that put another member in the place of an unknown one (`repairs/items/members.py`), or a variable where an
argument is missing (`repairs/items/missing_arguments.py`), and no test can tell: only what the name surely means is
taken. What merely compiles may be its opposite."""

from sleepy_coder.agent.steps import Frame
from sleepy_coder.repairs.items.members import SHORTHANDS, fitting, likeness, unknown_member
from sleepy_coder.repairs.items.missing_arguments import lacking, variables, wanted
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.verify import Verdict, Verification
from sleepy_coder.tasks.words import differing

_FORWARD = (Verdict.FIXED, Verdict.ADVANCED)


def sifted(frame: Frame, found: list[Verification]) -> list[Verification]:
    """What was found of the frame's error, without steps forward that only guess at a name."""
    tree = frame.situation.tree
    names = [_name_given(frame.target, tree, one) for one in found]
    for name, one in zip(names, found, strict=True):
        if name is not None and not one.fresh:
            frame.meanings.setdefault(name, f"`{name}`")
    grades = {name: _grade(frame.target, tree, str(name)) for name in frame.meanings}
    sure = [name for name, grade in grades.items() if grade == 2 or (grade == 1 and len(grades) == 1)]
    believed = sure[0] if len(sure) == 1 else None
    if all(name in (None, believed) for name in names):
        return found
    guess = Verdict.BROKEN, guessed(frame)
    return [
        one if name in (None, believed) else Verification(*guess, one.remaining, one.after)
        for name, one in zip(names, found, strict=True)
    ]


def guessed(frame: Frame) -> str:
    """That what fits in the place of an unknown name may not be what is meant."""
    fitting = " or ".join(list(frame.meanings.values())[:2]) or "another name"
    return f"{fitting} would fit, and only tests could tell whether that is meant"


def asks_for_name(error: Diagnostic) -> bool:
    """Whether it is a name that an error lacks: of a member, or of what to give."""
    return unknown_member(error) is not None or lacking(error) == 1


def _grade(error: Diagnostic, tree: SourceTree, name: str) -> int:
    return 2 * (name == wanted(error, tree)) if lacking(error) == 1 else likeness(error, tree, name)


def _name_given(error: Diagnostic, before: SourceTree, found: Verification) -> str | None:
    """The name that a step forward puts in the place of the unknown one, or gives."""
    unknown, after = unknown_member(error), found.after
    if after is None or found.verdict not in _FORWARD:
        return None
    gone: list[str] = []
    come: list[str] = []
    for file, text in before.files.items():
        if after.files[file] != text:
            left, right = differing(text, after.files[file])
            gone, come = gone + left, come + right
    if unknown is None:
        seen, name = variables(error, before), wanted(error, before)
        given = [word for word in come if word in seen]
        return name if name in given else next(iter(given), None)
    if unknown.name not in gone and (gone or error.code not in SHORTHANDS):  # a shorthand keeps it: `name: old`
        return None
    names, fits = [word for word in come if not word.isdecimal()], fitting(error, before)
    known = [word for word in names if word in fits]
    return known[0] if known else names[0] if len(names) == 1 else None
