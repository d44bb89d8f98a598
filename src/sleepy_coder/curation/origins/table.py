"""The origins of examples, strongest evidence first: one function each, all of one shape."""

from collections.abc import Callable, Iterator

from sleepy_coder.curation.case import Case, Sources, Wanted
from sleepy_coder.curation.origins.dream import dreams
from sleepy_coder.curation.origins.episode import own_repairs
from sleepy_coder.curation.origins.human import owner_repairs
from sleepy_coder.curation.origins.search import searched
from sleepy_coder.curation.origins.teacher import taught
from sleepy_coder.training.example import Origin

Cases = Callable[[Wanted, Sources], Iterator[Case]]
"""Cases of a skill, each verified by the compiler, the best first. Nothing is raised for an origin without any."""

ORIGINS: dict[Origin, Cases] = {
    Origin.HUMAN: owner_repairs,
    Origin.EPISODE: own_repairs,
    Origin.SEARCH: searched,
    Origin.TEACHER: taught,
    Origin.DREAM: dreams,
}
"""Dreams come last because there is no end to them: they fill up what the others leave."""
