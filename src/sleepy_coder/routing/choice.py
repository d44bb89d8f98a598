"""Who is asked where several could be: by verified success so far, Thompson sampling (Thompson 1933; Russo and others
2018, arXiv:1707.02038). The base model is always an arm.

What the router says is worth one success before anything is known. A signature that was never asked about is routed as
before, without chance; so are all others until two arms have been tried.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from sleepy_coder.routing.router import Route, Router
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.signature import Signature, signature

Arm = str | None
"""A skill, or None for the base model."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How often an arm was asked about a signature, and how often the compiler agreed."""

    asked: int = 0
    mended: int = 0


class ChoosingRouter:
    """A router whose decision competes with the other skills that know the message, and with the base model.

    The draw is the same for the same seed, signature and tallies, so that a day can be repeated.
    """

    def __init__(self, router: Router, tallies: Mapping[str, Mapping[Arm, Tally]], seed: int) -> None:
        self._router, self._tallies, self._seed = router, tallies, seed

    def route(self, error: Diagnostic | Signature) -> Route:
        """The arm whose draw is highest."""
        found = signature(error) if isinstance(error, Diagnostic) else error
        route = self._router.route(found)
        tallies = self._tallies.get(found.key, {})
        arms: list[Arm] = list(dict.fromkeys([route.skill, *route.contenders, None]))
        if len(arms) < 2 or sum(tallies.get(arm, Tally()).asked > 0 for arm in arms) < 2:
            return route
        known = "".join(f"{arm}:{tallies.get(arm, Tally())}" for arm in arms)
        random = Random(hashlib.sha256(f"{self._seed}:{found.key}:{known}".encode()).digest())
        draws = {arm: _draw(random, tallies.get(arm, Tally()), favoured=arm == route.skill) for arm in arms}
        chosen = max(arms, key=draws.__getitem__)
        if chosen == route.skill:
            return route
        tally = tallies.get(chosen, Tally())
        words = f"{chosen or 'the base model'} mended {tally.mended} of {tally.asked} with this signature"
        return Route(chosen, 0.0 if chosen is None else draws[chosen], words, route.contenders)


def _draw(random: Random, tally: Tally, *, favoured: bool) -> float:
    """From the posterior of the arm's success: uniform prior, one success more for the router's own choice."""
    return random.betavariate(1 + tally.mended + favoured, 1 + tally.asked - tally.mended)
