"""How far an arm has moved from the base model where nothing new was to be learned: forgetting tends to follow it
(RL's Razor, arXiv 2509.04259)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from sleepy_coder.evaluation.questions import Question
from sleepy_coder.experiments.sequence.learners.learner import LONGEST, Serving
from sleepy_coder.lm.head import hidden_states, logits_of
from sleepy_coder.lm.local import LocalModel
from sleepy_coder.lm.prompt import RepairContext, messages
from sleepy_coder.training.batches import Batch, TokenRow, pad

ROWS_PER_BATCH = 16


@torch.inference_mode()
def drift(model: LocalModel, serving: Serving, questions: Sequence[Question]) -> float:
    """KL(base ‖ served) over the prompts of these questions, in nats per token; 0 where nobody is served.

    The questions are of no skill of the stream: what is served on them is what the arm would use.
    """
    by_skill: defaultdict[str | None, list[TokenRow]] = defaultdict(list)
    for question in questions:
        if question.target is not None:
            ids = model.chat.ids(messages(RepairContext(question.task.tree, question.target)))[:LONGEST]
            by_skill[serving.choose(None, question.target)].append(TokenRow(tuple(ids), len(ids)))
    model.attachment.load(serving.library)
    moved = 0.0
    for skill, rows in by_skill.items():
        for batch in _batches(rows, model.chat.padding) if skill else ():
            before, after = (_log_probabilities(model, batch, chosen) for chosen in (None, skill))
            moved += float((before.exp() * (before - after)).sum())
    model.attachment.select(None)
    tokens = sum(len(row.ids) for rows in by_skill.values() for row in rows)
    return moved / tokens if tokens else 0.0


def _batches(rows: Sequence[TokenRow], padding: int) -> Iterator[Batch]:
    ordered = sorted(rows, key=lambda row: len(row.ids))
    for first in range(0, len(ordered), ROWS_PER_BATCH):
        yield pad(ordered[first : first + ROWS_PER_BATCH], prompt_weight=1.0, padding=padding)


def _log_probabilities(model: LocalModel, batch: Batch, skill: str | None) -> Tensor:
    """(tokens, vocabulary), of the batch's own tokens alone."""
    model.attachment.select(skill)
    device = next(model.model.parameters()).device
    hidden = hidden_states(model.model, batch.ids.to(device), batch.attention.to(device))
    return logits_of(model.model, hidden[batch.attention.to(device) > 0]).log_softmax(-1)
