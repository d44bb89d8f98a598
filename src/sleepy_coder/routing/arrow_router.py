"""Routing by the adapters themselves, without any data: Arrow (Ostapenko et al. 2024, arXiv:2405.11157).

A skill's prototype in a matrix is the input direction that its ΔW = β M αᵀ lengthens most: α times the first right
singular vector of M. An error is read by the base model, and goes to the skill whose prototypes its hidden states lie
along most. That takes a forward pass, some ten milliseconds, and torch; nothing else imports this module.
"""

import torch
from torch import Tensor, nn

from sleepy_coder.adapters.targets import target_linears
from sleepy_coder.routing.router import Route
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.signature import Signature
from sleepy_coder.share.library import SkillLibrary

LEAST = 2.0  # standard deviations that the best skill must lie above the mean of all
MOST_TOKENS = 256


def prototypes(library: SkillLibrary) -> dict[str, Tensor]:
    """Per matrix the unit directions, shape (skills, inputs); zero where a skill leaves the matrix alone."""
    names = sorted(library.skills)
    found: dict[str, Tensor] = {}
    for matrix, basis in library.bases.items():
        alpha = basis.alpha.vectors
        rows = torch.zeros(len(names), alpha.shape[0])
        for index, name in enumerate(names):
            core = library.cores(name).get(matrix)
            if core is not None and core.abs().max() > 0:
                first = torch.linalg.svd(core.float()).Vh[0]
                rows[index] = alpha[:, : len(first)] @ first
        found[matrix] = rows
    return found


class ArrowRouter:
    """`model` is a causal language model, on which nothing may be selected while it routes; `tokenizer` its own."""

    def __init__(self, library: SkillLibrary, model: nn.Module, tokenizer) -> None:  # type: ignore[no-untyped-def]
        self._skills, self._prototypes = sorted(library.skills), prototypes(library)
        self._model, self._tokenizer = model, tokenizer
        self._linears = target_linears(model, None)

    @torch.no_grad()
    def route(self, error: Diagnostic | Signature) -> Route:
        """The skill along whose prototypes the error's hidden states lie, or nobody if none stands out."""
        text = error.rendered if isinstance(error, Diagnostic) else error.key
        scores = self._scores(text)
        if len(scores) < 3 or float(scores.std()) == 0.0:
            return Route(None, 0.0, "too few prototypes to compare")
        above = (scores - scores.mean()) / scores.std()
        best = int(above.argmax())
        name, margin = self._skills[best], float(above[best])
        if margin < LEAST:
            return Route(None, 0.0, f"{name} stands out by {margin:.1f} deviations, {LEAST:g} are wanted")
        return Route(name, 1 - 1 / margin**2, f"{name} stands out by {margin:.1f} deviations")

    def _scores(self, text: str) -> Tensor:
        """Per skill the mean over matrices and tokens of |cos| between hidden state and prototype."""
        total = torch.zeros(len(self._skills))
        handles = []

        def hook(matrix: str):  # type: ignore[no-untyped-def]
            def look(module: nn.Module, arguments: tuple[Tensor, ...]) -> None:
                hidden = nn.functional.normalize(arguments[0][0].float(), dim=-1)
                total.add_((hidden @ self._prototypes[matrix].T).abs().mean(dim=0))

            return look

        for matrix, linear in self._linears.items():
            if matrix in self._prototypes:
                handles.append(linear.register_forward_pre_hook(hook(matrix)))
        try:
            ids = self._tokenizer(text)["input_ids"][:MOST_TOKENS]
            self._model(torch.tensor([ids]))
        finally:
            for handle in handles:
                handle.remove()
        return total / max(1, len(self._prototypes))
