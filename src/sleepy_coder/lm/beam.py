"""Answers to one prompt, drawn without replacement: a stochastic beam search (Kool et al. 2019, arXiv:1903.06059).

A model that is sure of itself says the same thing in most of its samples, and a repair that was refused once is refused
again. Here every answer of a beam is another one. Each partial answer carries a Gumbel perturbation of its
log-probability, drawn so that the largest ones belong to an exact sample without replacement of whole answers.
"""

from dataclasses import dataclass, replace
from typing import NamedTuple

import torch
from torch import Tensor

from sleepy_coder.lm.grammar import Grammar, GrammarState
from sleepy_coder.lm.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Answer:
    """A partial or whole answer: token ids without the end token, and the sum of their log-probabilities in nats.

    `tempered` is that sum at the beam's temperature, `perturbed` the same with its Gumbel noise, by which a beam is
    kept; `greedy` marks the one answer that took the likeliest token at each step.
    """

    state: GrammarState
    ids: tuple[int, ...] = ()
    log_probability: float = 0.0
    tempered: float = 0.0
    perturbed: float = 0.0
    greedy: bool = False
    done: bool = False


class Step(NamedTuple):
    """A row of the next batch: whose past it goes on with, counted among the answers that were open, and its token."""

    parent: int
    token: int


class Beam:
    """At most `width` answers to one prompt, the greedy one always among them."""

    def __init__(
        self, grammar: Grammar, vocabulary: Vocabulary, width: int, temperature: float, generator: torch.Generator
    ) -> None:
        self._vocabulary, self._width = vocabulary, width
        self._temperature, self._generator = temperature, generator
        self.answers = [Answer(GrammarState(grammar), greedy=True)]

    @property
    def open(self) -> list[Answer]:
        """The answers that have not ended: a row of the batch for each."""
        return [answer for answer in self.answers if not answer.done]

    def advance(self, logits: Tensor) -> list[Step]:
        """Every open answer takes a token; a step for each that is open then.

        logits: (open answers, tokens) float32, in the order of `open`.
        """
        ended: list[tuple[Answer, Step | None]] = [(answer, None) for answer in self.answers if answer.done]
        found = ended + self._children(self.open, logits) if self.open else ended
        found.sort(key=lambda one: (not one[0].greedy, -one[0].perturbed))
        self.answers = [answer for answer, _ in found[: self._width]]
        return [step for answer, step in found[: self._width] if step is not None and not answer.done]

    def ranked(self) -> list[Answer]:
        """The greedy answer, then the others by their probability."""
        return sorted(self.answers, key=lambda answer: (not answer.greedy, -answer.log_probability))

    def _children(self, parents: list[Answer], logits: Tensor) -> list[tuple[Answer, Step | None]]:
        """Of all that may follow these answers, the `width` most perturbed, and what the greedy one goes on with."""
        masks = torch.stack([self._vocabulary.mask(parent.state.allowed()) for parent in parents])
        size = self._vocabulary.size
        known = torch.log_softmax(logits[:, :size].masked_fill(~masks, -torch.inf), 1)
        tempered, perturbed = self._perturbed(parents, known)
        places = perturbed.flatten().topk(min(self._width, int(masks.sum()))).indices.tolist()
        greedy = next((at * size + int(known[at].argmax()) for at, one in enumerate(parents) if one.greedy), None)
        if greedy is not None:
            places = [greedy, *(place for place in places if place != greedy)]
        found: list[tuple[Answer, Step | None]] = []
        for place in places:
            at, token = divmod(place, size)
            parent, ended = parents[at], token == self._vocabulary.end
            answer = Answer(
                parent.state if ended else self._after(parent.state, token),
                parent.ids if ended else (*parent.ids, token),
                parent.log_probability + float(known[at, token]),
                float(tempered[at, token]),
                float(perturbed[at, token]),
                place == greedy,
                ended,
            )
            found.append((answer, Step(at, token)))
        return found

    def _after(self, state: GrammarState, token: int) -> GrammarState:
        state = replace(state)
        state.advance(self._vocabulary.pieces[token] or b"")
        return state

    def _perturbed(self, parents: list[Answer], known: Tensor) -> tuple[Tensor, Tensor]:
        """Of all children (parents, tokens) the log-probability at the beam's temperature, and that with noise whose
        maximum is the parent's (appendix B.3 of the paper). Where nothing is to be chosen there is no noise."""
        before, limit = (
            torch.tensor([[one] for one in column])
            for column in zip(*((parent.tempered, parent.perturbed) for parent in parents), strict=True)
        )
        if self._width == 1 or self._temperature == 0:
            return before + known, before + known
        tempered = before + torch.log_softmax(known / self._temperature, 1)
        uniform = torch.rand(known.shape, generator=self._generator).clamp(1e-20, 1 - 1e-7)
        noisy = tempered - torch.log(-torch.log(uniform))
        gap = limit - noisy + torch.log1p(-torch.exp(noisy - noisy.amax(1, keepdim=True)))
        return tempered, limit - gap.clamp_min(0) - torch.log1p(torch.exp(-gap.abs()))
