"""The likeliest answers to one prompt, or some drawn without replacement, under the answer grammar: a beam search.

A model that is sure of itself says the same thing in most of its samples, and a repair that was refused once is refused
again. Here every answer of a beam is another one. With a temperature the search is a stochastic one (Kool et al. 2019,
arXiv:1903.06059): each partial answer carries a Gumbel perturbation of its log-probability, drawn so that the largest
ones belong to an exact sample without replacement of whole answers.

Probabilities are the model's own, over all tokens. Shared out among the admitted ones alone, they would hide that an
answer went astray: where the model wants to say what may not be said, something is the likeliest all the same.
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
    kept. Neither grows as an answer goes on.
    """

    state: GrammarState
    ids: tuple[int, ...] = ()
    log_probability: float = 0.0
    tempered: float = 0.0
    perturbed: float = 0.0
    done: bool = False


class Step(NamedTuple):
    """A row of the next batch: whose past it goes on with, counted among the answers that were open, and its token."""

    parent: int
    token: int


class Beam:
    """At most `width` answers to one prompt, of which the best `wanted` are given; at temperature 0 the likeliest."""

    def __init__(
        self,
        grammar: Grammar,
        vocabulary: Vocabulary,
        *,
        wanted: int,
        width: int,
        temperature: float,
        generator: torch.Generator,
    ) -> None:
        self._vocabulary, self._wanted, self._width = vocabulary, wanted, width
        self._temperature, self._generator = temperature, generator
        self._answers = [Answer(GrammarState(grammar))]

    @property
    def open(self) -> list[Answer]:
        """The answers that have not ended, a row of the batch for each; none once the best of all have."""
        if all(answer.done for answer in self._answers[: self._wanted]):
            return []
        return [answer for answer in self._answers if not answer.done]

    def advance(self, logits: Tensor) -> list[Step]:
        """Every open answer takes a token; a step for each that is open then.

        logits: (open answers, tokens) float32, in the order of `open`.
        """
        if not self.open:
            return []
        found: list[tuple[Answer, Step | None]] = [(answer, None) for answer in self._answers if answer.done]
        found += self._children(self.open, logits)
        found = sorted(found, key=lambda one: -one[0].perturbed)[: self._width]
        self._answers = [answer for answer, _ in found]
        return [step for answer, step in found if step is not None and not answer.done] if self.open else []

    def ranked(self) -> list[Answer]:
        """The answers that are given, the likeliest first."""
        return sorted(self._answers[: self._wanted], key=lambda answer: -answer.log_probability)

    def _children(self, parents: list[Answer], logits: Tensor) -> list[tuple[Answer, Step | None]]:
        """Of all that may follow these answers, the `width` most perturbed."""
        masks = torch.stack([self._vocabulary.mask(parent.state.allowed()) for parent in parents])
        size = self._vocabulary.size
        known = torch.log_softmax(logits[:, :size], 1)
        tempered, perturbed = self._perturbed(parents, known)
        perturbed = perturbed.masked_fill(~masks, -torch.inf)
        places = perturbed.flatten().topk(min(self._width, int(masks.sum()))).indices.tolist()
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
        maximum is the parent's (appendix B.3 of the paper)."""
        before, limit = (
            torch.tensor([[one] for one in column])
            for column in zip(*((parent.tempered, parent.perturbed) for parent in parents), strict=True)
        )
        if self._temperature == 0:
            return before + known, before + known
        tempered = before + torch.log_softmax(known / self._temperature, 1)
        uniform = torch.rand(known.shape, generator=self._generator).clamp(1e-20, 1 - 1e-7)
        noisy = tempered - torch.log(-torch.log(uniform))
        gap = limit - noisy + torch.log1p(-torch.exp(noisy - noisy.amax(1, keepdim=True)))
        return tempered, limit - gap.clamp_min(0) - torch.log1p(torch.exp(-gap.abs()))
