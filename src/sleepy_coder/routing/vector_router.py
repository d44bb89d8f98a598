"""Routers over vectors of signatures: nearest centroid, and a learned one with calibrated confidence. Both abstain.

Only `arrays` and `about` are kept, and only numpy is needed to decide; `fitting` makes them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sleepy_coder.routing.features import WIDTH, features
from sleepy_coder.routing.router import Route
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.signature import Signature, signature

Array = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class CentroidRouter:
    """The skill whose mean signature is nearest, if it is near enough (cosine) and of this error code.

    `centroids` has shape (skills, WIDTH), `least` the smallest cosine that each skill accepts.
    """

    skills: tuple[str, ...]
    codes: tuple[frozenset[str], ...]
    centroids: Array
    least: Array

    def route(self, error: Diagnostic | Signature) -> Route:
        """The nearest skill, or nobody."""
        found = signature(error) if isinstance(error, Diagnostic) else error
        if not self.skills:
            return Route(None, 0.0, "the library has no skills")
        cosines = self.centroids @ features(found.key)
        best = int(np.argmax(cosines))
        name, cosine = self.skills[best], float(cosines[best])
        if found.code not in self.codes[best]:
            return Route(None, 0.0, f"{name} is nearest, but knows no {found.code}")
        if cosine < self.least[best]:
            return Route(None, 0.0, f"{name} is nearest, at {cosine:.2f}, and wants {self.least[best]:.2f}")
        return Route(name, min(1.0, max(0.0, cosine)), f"{name} is nearest to this message, at {cosine:.2f}")

    @property
    def arrays(self) -> dict[str, Array]:
        """What is kept as tensors."""
        return {"centroids": self.centroids, "least": self.least}

    @property
    def about(self) -> dict[str, Any]:
        """What is kept as JSON."""
        return _shared(self, "centroid")


@dataclass(frozen=True, eq=False)
class LearnedRouter:
    """Multinomial logistic regression over skills and "nobody" (the last row), after the table of exact matches.

    `weights` has shape (skills + 1, WIDTH), `bias` (skills + 1,); logits are divided by `temperature` (Guo et al. 2017,
    arXiv:1706.04599). Abstains below `least` confidence, and where no skill knows the code.
    """

    skills: tuple[str, ...]
    codes: tuple[frozenset[str], ...]
    weights: Array
    bias: Array
    temperature: float
    least: float
    exact: Mapping[str, str]

    def route(self, error: Diagnostic | Signature) -> Route:
        """The exact match, else the most probable skill, or nobody."""
        found = signature(error) if isinstance(error, Diagnostic) else error
        known = self.exact.get(found.key)
        if known is not None:
            return Route(known, 1.0, f"{known} knows this signature of {found.code}")
        may = [index for index, codes in enumerate(self.codes) if found.code in codes]
        if not may:
            return Route(None, 0.0, f"no specialist knows {found.code}")
        logits = (self.weights @ features(found.key) + self.bias) / self.temperature
        chances = np.exp(logits - logits.max())
        chances /= chances.sum()
        best = max(may, key=lambda index: float(chances[index]))
        chance = float(chances[best])
        if chance < self.least:
            return Route(None, 0.0, f"{self.skills[best]} at {chance:.0%} is less sure than {self.least:.0%}")
        return Route(self.skills[best], chance, f"{self.skills[best]} at {chance:.0%} by its wording")

    @property
    def arrays(self) -> dict[str, Array]:
        """What is kept as tensors."""
        return {"weights": self.weights, "bias": self.bias}

    @property
    def about(self) -> dict[str, Any]:
        """What is kept as JSON; the exact matches are the manifest's own."""
        return {**_shared(self, "learned"), "temperature": self.temperature, "least": self.least}


VectorRouter = CentroidRouter | LearnedRouter


def codes_of(keys: Mapping[str, Sequence[str]]) -> tuple[frozenset[str], ...]:
    """The error codes of each skill's signatures."""
    return tuple(frozenset(Signature.of(key).code for key in found) for found in keys.values())


def restored(about: Mapping[str, Any], arrays: Mapping[str, Array], keys: Mapping[str, Sequence[str]]) -> VectorRouter:
    """The router that was kept as `about` and `arrays`; `keys` are the library's signatures, the exact matches.

    Raises KeyError, TypeError or ValueError for what is no router.
    """
    skills, codes = tuple(about["skills"]), tuple(frozenset(found) for found in about["codes"])
    if len(codes) != len(skills) or {array.shape[-1] for array in arrays.values() if array.ndim == 2} != {WIDTH}:
        raise ValueError("skills, codes and arrays do not fit together")
    if about["kind"] == "centroid":
        return CentroidRouter(skills, codes, arrays["centroids"], arrays["least"])
    exact = {key: name for name, found in keys.items() for key in found}
    return LearnedRouter(
        skills, codes, arrays["weights"], arrays["bias"], float(about["temperature"]), float(about["least"]), exact
    )


def _shared(router: VectorRouter, kind: str) -> dict[str, Any]:
    return {"kind": kind, "skills": list(router.skills), "codes": [sorted(codes) for codes in router.codes]}
