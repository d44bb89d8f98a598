"""Errors that several repairs mend which do different things: the compiler asks for what only the owner knows.

Which type a text is parsed into, what a `Vec` that says nothing holds, which trait is meant where a type stands or
where several have a method of that name, which argument is one too many or is missing, in which order they stand,
whether an operator's method or its trait says what the operand is, where a text or a call ends, which of two equal
names was meant, which variant stands for a flag or is the default, what a loop does in a round without a value, which
of two comes first: of what compiles one repair is right, and only a test can tell which. So without tests none of
several is taken; nor is a guess at a name that a type does not have (`renaming.py`).
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from sleepy_coder.agent.renaming import asks_for_name, guessed, sifted
from sleepy_coder.agent.steps import Frame
from sleepy_coder.repairs.items.reordered import out_of_order
from sleepy_coder.repairs.items.spare_arguments import spare
from sleepy_coder.repairs.items.trait_arguments import of_operand
from sleepy_coder.repairs.syntax.open_delimiters import about_delimiters
from sleepy_coder.repairs.syntax.open_strings import about_texts
from sleepy_coder.repairs.types.collected_kinds import collected_kind
from sleepy_coder.repairs.types.collected_results import collected_result
from sleepy_coder.repairs.types.dyn_types import NOT_SAID
from sleepy_coder.repairs.types.flags import is_flag
from sleepy_coder.repairs.types.ordered import wants_order
from sleepy_coder.repairs.types.skipped_rounds import may_skip
from sleepy_coder.repairs.types.summed import summed_type
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.source import SourceTree, text_edits
from sleepy_coder.tasks.phases import phase
from sleepy_coder.tasks.verify import Verdict, Verification
from sleepy_coder.tasks.words import LEXICAL_CODES, TYPE_NEEDED, WORD

NAMED_TWICE = frozenset(("E0415", "E0416"))
NO_TRAIT = frozenset(("E0404",))
NO_DEFAULT = frozenset(("E0665",))
OF_SEVERAL_TRAITS = frozenset(("E0034",))

_FORWARD = (Verdict.FIXED, Verdict.ADVANCED)


def left_open(error: Diagnostic, tree: SourceTree) -> bool:
    """Whether of several repairs that compile only one can be what the owner meant."""
    unsaid = TYPE_NEEDED | NAMED_TWICE | NO_TRAIT | NO_DEFAULT | OF_SEVERAL_TRAITS | LEXICAL_CODES
    coded = error.code is not None and error.code in unsaid
    given = _lacks_arguments(error) or spare(error) > 0 or out_of_order(error) or of_operand(error)
    syntax = about_delimiters(error) or about_texts(error)
    return coded or given or syntax or one_of_many(error) or may_skip(error, tree)


def one_of_many(error: Diagnostic) -> bool:
    """Whether an error's repairs differ in a name or an order alone, so that each needs its own turn, also where tests
    decide."""
    return error.code == NOT_SAID or is_flag(error) or asks_for_name(error) or wants_order(error)


def _lacks_arguments(error: Diagnostic) -> bool:
    return error.code == "E0107" and error.message.startswith("missing generics")


def unknown_to_rustc(error: Diagnostic, tree: SourceTree) -> bool:
    """Whether rustc's suggestions are right by accident only: for a type that is needed it names the callee's own."""
    said = summed_type(error) or collected_kind(error, tree) or collected_result(error, tree)
    return error.code in TYPE_NEEDED and said is None


def believed(frame: Frame, found: list[Verification]) -> list[Verification]:
    """What was found of the frame's error, which is left open; none of it is a step forward where steps of several
    meanings were found so far, these included."""
    if asks_for_name(frame.target):
        return sifted(frame, found)
    sure, rivals = _rivals(frame.target, found)
    if sure > frame.sure:
        frame.sure = True
        frame.meanings.clear()
    for one in rivals if sure == frame.sure else ():
        meaning, line = _meaning(frame.target, frame.situation.tree, one)
        frame.meanings.setdefault(meaning, line)
    if len(frame.meanings) < 2:
        return found
    return [
        Verification(Verdict.BROKEN, undecided(frame), one.remaining, one.after) if one.verdict in _FORWARD else one
        for one in found
    ]


def undecided(frame: Frame) -> str:
    """That several repairs make the error go, whether or not something else is left, and what the first two say."""
    if asks_for_name(frame.target):
        return guessed(frame)
    first, second = list(frame.meanings.values())[:2]
    return f"{len(frame.meanings)} repairs mend it, and only tests could tell which is right: {first} or {second}"


def _rivals(error: Diagnostic, found: Sequence[Verification]) -> tuple[bool, list[SourceTree]]:
    """True and the steps forward that reveal nothing, else False and those that reveal errors of later phases alone: a
    text that ends in the wrong place leaves a parenthesis open. What an operand is its uses tell: what leaves errors
    that go with another repair is no rival to that."""
    forward = [one for one in found if one.verdict in _FORWARD and one.after is not None]
    if of_operand(error):
        least = min((len(one.remaining) for one in forward), default=0)
        forward = [one for one in forward if len(one.remaining) == least]
    sure = [one for one in forward if not one.fresh]
    later = [one for one in forward if all(phase(fresh) > phase(error) for fresh in one.fresh)]
    return bool(sure), [one.after for one in sure or later if one.after is not None]


def _first_line(texts: Iterable[str]) -> str:
    return next((f"`{line.strip()}`" for text in texts for line in text.splitlines() if line.strip()), "")


def _meaning(error: Diagnostic, before: SourceTree, after: SourceTree) -> tuple[object, str]:
    """What a repair says, and the first line that it writes: where a type is needed it says the words that it adds,
    wherever they stand, else all of its text but spaces."""
    edits = text_edits(before, after)
    line = _first_line(edit.new for edit in edits) or f"no {_first_line(edit.old for edit in edits)}"
    if error.code not in TYPE_NEEDED:
        return frozenset((edit.file, "".join(after.files[edit.file].split())) for edit in edits), line
    new, old = (Counter(WORD.findall("\n".join(texts))) for texts in ([e.new for e in edits], [e.old for e in edits]))
    return frozenset((new - old).items()), line
