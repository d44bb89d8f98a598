"""A model that answers from a table: the real loop without weights, for tests and tutorials."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from sleepy_coder.lm.answer import AnswerUnparseable, parse_answer
from sleepy_coder.lm.model import Candidate, ModelIdentity
from sleepy_coder.lm.prompt import RepairContext, excerpt


class ScriptedModel:
    """Answers by error code (`""` serves every other code); a skill's own table comes before the base model's."""

    def __init__(
        self,
        answers: Mapping[str, Sequence[str]],
        skills: Mapping[str, Mapping[str, Sequence[str]]] | None = None,
    ) -> None:
        self._answers = answers
        self._skills = skills or {}
        self.asked: list[tuple[str | None, RepairContext]] = []

    @property
    def identity(self) -> ModelIdentity:
        return ModelIdentity("scripted", "0" * 64)

    def load_library(self, folder: Path) -> None:
        """A script has no weights to load; its skills are in its table."""

    def propose(
        self, contexts: Sequence[RepairContext], *, attempts: int, seed: int, skills: Sequence[str | None]
    ) -> list[list[Candidate]]:
        return [self._answer(context, attempts, skill) for context, skill in zip(contexts, skills, strict=True)]

    def _answer(self, context: RepairContext, attempts: int, skill: str | None) -> list[Candidate]:
        self.asked.append((skill, context))
        table = self._answers if skill is None else self._skills.get(skill, {})
        texts = table.get(context.diagnostic.code or "", table.get("", ()))
        return [_candidate(text, context) for text in texts[:attempts]]


def _candidate(text: str, context: RepairContext) -> Candidate:
    try:
        edits = parse_answer(text, excerpt(context))
    except AnswerUnparseable:
        edits = None
    return Candidate(text, edits, tokens=len(text.split()), log_probability=0.0)
