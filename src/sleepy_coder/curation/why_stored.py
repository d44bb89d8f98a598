"""Why an episode is stored: where it came from, what hangs on it, and which nights learned from it."""

from dataclasses import dataclass

from sleepy_coder.episodes.episode import Episode, Repair
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.errors import UsageError
from sleepy_coder.paths import Paths
from sleepy_coder.registry.night_record import NightRecord
from sleepy_coder.registry.nights import RECORD, nights

LISTED = 5


@dataclass(frozen=True, slots=True)
class Use:
    """A night whose examples of a skill came from an episode, among others. `night` is an id."""

    night: str
    skill: str
    promoted: bool


@dataclass(frozen=True, slots=True)
class Stored:
    """An episode, how its owner mended what it left, and the nights that learned from either."""

    episode: Episode
    repairs: tuple[Repair, ...]
    uses: tuple[Use, ...]

    @property
    def why(self) -> str:
        """The reason in one sentence."""
        kind, _, name = self.episode.origin.partition(":")
        places = {
            "crate": f"`fix` or `watch` worked on the crate in {name}, or `learn-from-git` replayed its history",
            "file": f"`fix` or `watch` worked on {name}",
            "suite": f"`day` worked through the suite {name}",
        }
        return f"{places.get(kind, self.episode.origin)}: every attempt is kept, so that nights can learn from failures"


def why_stored(paths: Paths, name: str) -> Stored:
    """The episode whose id is `name` or begins so. Raises UsageError where that names none or several."""
    if not paths.episodes_db.exists():
        raise UsageError("no episode is stored yet: `fix`, `watch` and `day` keep some")
    with EpisodeStore(paths.episodes_db) as store:
        matches = [one for one in store.ids() if name and one.startswith(name)]
        if len(matches) != 1:
            latest = ", ".join(store.ids()[-LISTED:])
            raise UsageError(f"{name!r} names {'several episodes' if matches else 'no episode'}; the latest: {latest}")
        (episode,) = store.episodes(matches)
        repairs = tuple(repair for repair in store.repairs() if repair.episode == episode.id)
    uses = []
    for folder in paths.all_nights:
        for night in nights(folder):
            record = night.read(RECORD, NightRecord) if night.is_over else None
            for skill in record.skills if record is not None else ():
                sources = skill.card.sources if skill.card is not None else ()
                if any(source.split(" ", 1)[0] == episode.id for source in sources):
                    uses.append(Use(night.id, skill.skill, record is not None and record.promoted))
    return Stored(episode, repairs, tuple(uses))
