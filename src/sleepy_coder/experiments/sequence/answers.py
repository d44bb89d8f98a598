"""First answers of a served library, each generated once.

An answer depends on the prompt and on the bits that the chosen skill multiplies with, so it is kept under both: what a
night left as it was is not asked again, and a run that was killed finds what it had.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

import msgspec

from sleepy_coder.agent.suggestions import hint
from sleepy_coder.errors import EditRejected
from sleepy_coder.evaluation.answer import Answer
from sleepy_coder.evaluation.cache import Cache
from sleepy_coder.evaluation.questions import Question, task_digest
from sleepy_coder.experiments.sequence.clock import core_seconds
from sleepy_coder.experiments.sequence.learners.learner import Serving
from sleepy_coder.lm.local import LocalModel
from sleepy_coder.lm.prompt import RepairContext, messages
from sleepy_coder.provenance import source_digest
from sleepy_coder.rust.source import Edit, edits_between
from sleepy_coder.tasks.neighbours import Neighbours


class Asker:
    """A model that is asked under one library after another. `asked` holds the keys of all answers, and the
    seconds of a core that each took when it was given, which may be long ago."""

    def __init__(self, model: LocalModel, known: Cache) -> None:
        self._model, self._known = model, known
        self._code = source_digest("sleepy_coder.lm", "sleepy_coder.adapters")
        self._prompts: dict[tuple[str, str | None, str | None], str] = {}
        self.asked: dict[str, float] = {}

    def ask(self, serving: Serving, questions: Sequence[Question], skills: Mapping[str, str]) -> dict[str, Answer]:
        """One answer to each question that has an error, by the task's id. `skills` names the items' skills."""
        asked = [question for question in questions if question.target is not None]
        chosen = [serving.choose(skills.get(q.task.id), q.target) for q in asked if q.target is not None]
        served = {name: serving.library.digest(name) if name else "base" for name in set(chosen)}
        keys = [self._key(question, served[skill]) for question, skill in zip(asked, chosen, strict=True)]
        found = {key: self._get(key) for key in keys}
        missing = [index for index, key in enumerate(keys) if found[key] is None]
        if missing:
            self._model.attachment.load(serving.library)
            fresh = self._generate([asked[i] for i in missing], [chosen[i] for i in missing])
            for index, answer in zip(missing, fresh, strict=True):
                self._known.put(keys[index], msgspec.json.encode(answer))
                found[keys[index]] = answer
        answers = {}
        for question, key, skill in zip(asked, keys, chosen, strict=True):
            known = found[key]
            assert known is not None
            self.asked[key] = known.seconds
            answers[question.task.id] = msgspec.structs.replace(known, task=question.task.id, skill=skill)
        return answers

    def _generate(self, questions: Sequence[Question], skills: Sequence[str | None]) -> list[Answer]:
        contexts = [RepairContext(q.task.tree, q.target, q.hint, q.similar) for q in questions if q.target is not None]
        began = core_seconds()
        proposed = self._model.propose(contexts, attempts=1, seed=0, skills=skills)
        seconds = core_seconds() - began
        return [
            made(question, found[0].edits, found[0].text, tokens=found[0].tokens, seconds=seconds / len(questions))
            for question, found in zip(questions, proposed, strict=True)
        ]

    def _get(self, key: str) -> Answer | None:
        content = self._known.get(key)
        return None if content is None else msgspec.json.decode(content, type=Answer)

    def _key(self, question: Question, served: str) -> str:
        what = (question.task.id, question.hint, question.similar)
        if what not in self._prompts:
            assert question.target is not None
            context = RepairContext(question.task.tree, question.target, question.hint, question.similar)
            prompt = repr(messages(context)) + task_digest(question.task)
            self._prompts[what] = hashlib.sha256(prompt.encode()).hexdigest()
        return f"answer/{self._code}/{self._model.identity.digest}/{served}/{self._prompts[what]}"


def made(
    question: Question, edits: tuple[Edit, ...] | None, text: str = "", *, tokens: int = 0, seconds: float = 0.0
) -> Answer:
    """An answer, whoever gave it."""
    return Answer(
        task=question.task.id,
        task_digest=task_digest(question.task),
        seed=0,
        attempt=0,
        skill=None,
        signature=question.signature.key if question.signature else "",
        edits=edits,
        text=text,
        tokens=tokens,
        log_probability=0.0,
        seconds=round(seconds, 4),
    )


def hinted(question: Question) -> Question:
    """With the compiler's likeliest suggestion in words."""
    return replace(question, hint=hint(question.target, question.task.tree) if question.target else None)


def reminded(question: Question, past: Neighbours) -> Question:
    """With the most similar past fix."""
    near = past.nearest(question.task.tree, question.target) if question.target else None
    return replace(question, similar=None if near is None else near.text)


def copied(question: Question, past: Neighbours) -> Answer:
    """The most similar past fix done to this program, without a model."""
    near = past.nearest(question.task.tree, question.target) if question.target else None
    tree = near.copied(question.task.tree, question.target) if near and question.target else None
    try:
        edits = None if tree is None else edits_between(question.task.tree, tree)
    except EditRejected:
        edits = None
    return made(question, edits)
