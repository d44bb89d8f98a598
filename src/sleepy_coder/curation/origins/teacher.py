"""A stronger model, asked about the day's failures: only where the owner has named one, and never beyond its cap."""

from collections.abc import Iterator

from sleepy_coder.curation.case import Case, Sources, Wanted
from sleepy_coder.curation.origins.sampling import failed, verified
from sleepy_coder.episodes.scrub import scrub
from sleepy_coder.episodes.secrets import without_logins
from sleepy_coder.lm.http import HttpModel
from sleepy_coder.lm.model import LanguageModel

MOST_FAILURES = 32
ATTEMPTS = 4


def taught(wanted: Wanted, sources: Sources) -> Iterator[Case]:
    """What the teacher's answers come to, one failure after the other until `teacher_tokens` are spent."""
    settings = sources.settings
    if not settings.teacher or not sources.patience.for_models():
        return
    teacher, spent = _opened(settings.teacher), 0
    for one in failed(wanted, sources, MOST_FAILURES):
        if spent >= settings.teacher_tokens or not sources.patience.for_models():
            return
        # the compiler was asked anew, and may quote what was not stored; the owner may have named new secrets since
        shown = scrub(one.context, one.repository)
        answers = teacher.propose([shown], attempts=ATTEMPTS, seed=wanted.seed, skills=[None])[0]
        spent += sum(candidate.tokens for candidate in answers)
        yield from list(verified(one, answers, without_logins(settings.teacher)))[:1]


def _opened(name: str) -> LanguageModel:
    if name.startswith(("http://", "https://")):
        return HttpModel(name)
    from sleepy_coder.lm.local import load

    return load(name)
