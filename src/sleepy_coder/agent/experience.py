"""What the episodes tell about who mends what, as the online choice of `routing.choice` takes it."""

from collections import defaultdict
from collections.abc import Iterable

from sleepy_coder.episodes.episode import AskedGroup
from sleepy_coder.routing.choice import Arm, ChoosingRouter, Tally
from sleepy_coder.routing.router import Router


def experienced(router: Router, outcomes: Iterable[AskedGroup], library: str | None, seed: int) -> ChoosingRouter:
    """The router, corrected by verified success. A specialist's record counts under the library that is served alone,
    because a night may have changed it; the base model's always counts. The base model is mostly asked where a
    specialist has failed, so its record is that of the harder cases.
    """
    tallies: defaultdict[str, dict[Arm, Tally]] = defaultdict(dict)
    for group in outcomes:
        if group.skill is None or group.library == library:
            before = tallies[group.signature].get(group.skill, Tally())
            tallies[group.signature][group.skill] = Tally(before.asked + group.asked, before.mended + group.mended)
    return ChoosingRouter(router, tallies, seed)
