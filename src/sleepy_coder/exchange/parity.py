"""The examination for a parity certificate: tasks that the original and an exported form are both asked.

Tasks are fresh breaks of the kinds that the skill is for (of all kinds, where its name is none of them), from templates
that no dream uses; answers are greedy. A form that cannot be held to the answer format is compared by its free tokens.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import torch

from sleepy_coder.breaker.families import FAMILIES
from sleepy_coder.evaluation.decision import Group
from sleepy_coder.evaluation.practice import PracticeItem, judge_items
from sleepy_coder.evaluation.trial import practice, practice_items
from sleepy_coder.exchange.certificate import Certificate, greedy, last_logits, logit_difference, tokens_in_common
from sleepy_coder.lm.local import LocalModel
from sleepy_coder.lm.prompt import RepairContext, messages
from sleepy_coder.routing.router import Route
from sleepy_coder.rust.compiler import Compiler

PROMPTS = 24
SEED = 9_000_001
"""No night uses it."""


class Truth(NamedTuple):
    """What the original says under one skill."""

    logits: torch.Tensor
    answers: list[list[int]]
    fixed: tuple[str, ...]


@dataclass(slots=True)
class Examination:
    """`original` has the library loaded whose skills are asked."""

    original: LocalModel
    compiler: Compiler
    items: Sequence[PracticeItem]

    @property
    def texts(self) -> list[str]:
        """The prompts as text, in the order of the items."""
        chat = self.original.chat
        return [chat.prompt(messages(RepairContext(one.pair.broken, one.pair.diagnostic))) for one in self.items]

    @property
    def prompts(self) -> list[list[int]]:
        """The same as token ids."""
        chat = self.original.chat
        return [chat.ids(messages(RepairContext(one.pair.broken, one.pair.diagnostic))) for one in self.items]

    def truth(self, skill: str | None) -> Truth:
        """The original's word."""
        self.original.attachment.select(skill)
        try:
            logits = last_logits(self.original.model, self.prompts)
            answers = greedy(self.original.model, self.prompts, self.original.chat.end)
        finally:
            self.original.attachment.select(None)
        return Truth(logits, answers, self._fixed(self.original, skill))

    def compare(
        self,
        form: str,
        skill: str | None,
        read_by: str,
        exported: LocalModel,
        precision: str = "float32",
        rounded: Any = None,
    ) -> Certificate:
        """A certificate for a form that another program has read back as a transformers model.

        rounded: the original under the skill with its weights rounded to `precision`, None where nothing is rounded.
        """
        truth, end = self.truth(skill), self.original.chat.end
        logits, answers, rounding = truth.logits, truth.answers, 0.0
        if rounded is not None:
            logits, answers = last_logits(rounded, self.prompts), greedy(rounded, self.prompts, end)
            rounding = logit_difference(truth.logits, logits)
        compared, equal = tokens_in_common(answers, greedy(exported.model, self.prompts, exported.chat.end))
        return Certificate(
            form=form,
            skill=skill,
            read_by=read_by,
            precision=precision,
            prompts=len(self.items),
            logit_difference=logit_difference(logits, last_logits(exported.model, self.prompts)),
            rounding_difference=rounding,
            tokens_compared=compared,
            tokens_equal=equal,
            fixed_by_original=truth.fixed,
            fixed_by_export=self._fixed(exported, None),
            same_prompts=True,
            same_template=exported.tokenizer.chat_template == self.original.tokenizer.chat_template,
            same_end=exported.chat.end == end,
        )

    def _fixed(self, model: LocalModel, skill: str | None) -> tuple[str, ...]:
        sent = [Route(skill, 1.0, "parity") for _ in self.items]
        judged = judge_items(self.items, sent, model, self.compiler)
        return tuple(sorted(item.id for item, one in zip(self.items, judged, strict=True) if one.passed))


def examination(original: LocalModel, compiler: Compiler, skills: Sequence[str], prompts: int = PROMPTS) -> Examination:
    """The examination for these skills."""
    known = {family.name for family in FAMILIES}
    families = [skill for skill in skills if skill in known] or sorted(known)
    pairs = practice(families, prompts, SEED, compiler)
    if len(pairs) < prompts:  # few templates bear these kinds
        pairs += practice(sorted(known - set(families)), prompts - len(pairs), SEED, compiler)
    return Examination(original, compiler, practice_items(Group.OLD, None, pairs))
