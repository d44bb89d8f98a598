"""Themed pools of words for the names of generated programs, and how to spell them in each case style."""

from random import Random


def words(text: str) -> tuple[str, ...]:
    """A readable way to write many."""
    return tuple(text.split())


_THEMES = (
    words(
        "harbor anchor vessel cargo pilot dock tide buoy crew mast deck hull sail port ferry crane crate"
        " barge rope lantern"
    ),
    words(
        "garden seed plot bloom hedge orchard apple pear plum root branch leaf trellis soil mulch rake spade"
        " petal vine shrub"
    ),
    words(
        "book shelf page chapter author reader loan index catalog title volume edition margin quill folio"
        " scroll archive note verse essay"
    ),
    words(
        "recipe dish pan oven spice flour sugar butter basil cook plate table menu course portion kettle"
        " ladle broth loaf crust"
    ),
    words(
        "train track signal junction coach engine platform ticket route station gauge freight wagon driver"
        " tunnel bridge switch rail timetable depot"
    ),
    words(
        "song chord tempo melody album band singer track rhythm octave pitch lyric verse tune concert organ"
        " violin drum flute scale"
    ),
    words(
        "account ledger deposit balance credit debit loan payment invoice receipt currency budget quota asset"
        " bond fee rate tariff claim refund"
    ),
    words(
        "storm cloud rain wind front frost breeze gale humidity pressure forecast sensor reading degree"
        " season drizzle hail thunder mist"
    ),
    words(
        "player score level round board token card deck piece move turn board quest guild monster shield"
        " sword arena medal badge"
    ),
    words(
        "planet orbit rocket probe comet crater galaxy meteor lander module capsule telescope beacon antenna"
        " thruster star moon eclipse nova pulsar"
    ),
    words(
        "street house bridge square tower market shop mayor clerk parcel courier letter stamp address"
        " district permit census lamp fountain gate"
    ),
    words(
        "gear lever motor valve pump piston belt robot sensor batch part widget bolt rivet mold furnace shift"
        " worker foreman gauge"
    ),
    words(
        "patient doctor nurse ward dose chart clinic symptom remedy scan sample lab visit triage pulse"
        " vaccine therapy bandage"
    ),
    words(
        "pupil teacher lesson grade exam class course mark term essay desk ruler chalk quiz lecture seminar"
        " degree campus tutor"
    ),
    words(
        "packet frame socket peer host relay channel stream buffer queue message header payload client"
        " session route hop link node cluster"
    ),
    words(
        "city region border river valley ridge summit trail camp marker compass grid tile coast island delta"
        " canyon meadow forest cave"
    ),
    words(
        "barn field herd flock harvest grain wheat barley silo tractor plough fence pasture stable saddle"
        " goat sheep hen egg wool"
    ),
    words(
        "hammer chisel plank nail joint bench vise drill saw sander blueprint fixture bracket hinge panel"
        " frame clamp lathe"
    ),
    words(
        "actor scene stage prop costume script cue curtain aisle usher seat matinee director role troupe mask"
        " backdrop spotlight"
    ),
    words(
        "lion tiger otter heron falcon badger walrus panda lizard keeper cage habitat aviary den burrow nest"
        " herd pack colony swarm"
    ),
)
_ADJECTIVES = words(
    "first last next prev old new fresh stale major minor inner outer upper lower left right north south east"
    " west quick slow small large tiny broad narrow light heavy dark bright plain rough smooth early late local"
    " remote active idle open closed spare main extra daily weekly annual total partial known hidden public"
    " central distant silver golden copper crimson amber green blue white black young loud quiet warm cold dry wet"
    " sharp blunt flat round steep calm wild rare common busy empty solid loose final initial current pending"
    " ready shared single double raw ripe sound valid"
)
_VERBS = words(
    "build make find count sum add merge split scan load store fetch check update apply render print show list"
    " sort pick choose measure weigh compare collect gather group filter trim clean reset start stop open close"
    " move shift send receive compute estimate describe label mark rank score assign attach detach record register"
    " enroll remove drop clear fill pack unpack wrap adjust scale rotate raise lower double halve reverse mix brew"
    " bake grow plant water harvest ship deliver route track log audit review approve reject draft publish sign"
    " seal stamp charge refund pay spend save borrow lend repair inspect tune balance resolve select advance"
    " rewind process convert translate encode decode format summarize report announce greet"
)
WORDS = tuple(dict.fromkeys(word for theme in _THEMES for word in theme))

# Locals in quick code: one letter stays one letter most of the time.
LETTERS = "abcdefghijkmnpqrstuvwxyz"


class Pool:
    """Draws words, mostly from two themes so that a program seems to be about something."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._themes = rng.sample(_THEMES, 2)

    def noun(self) -> str:
        rng = self._rng
        return rng.choice(rng.choice(self._themes)) if rng.random() < 0.7 else rng.choice(WORDS)

    def _two(self) -> list[str]:
        first = self._rng.choice(_ADJECTIVES) if self._rng.random() < 0.6 else self.noun()
        return [first, self.noun()]

    def value(self) -> str:
        """A local, field or parameter."""
        return "_".join(self._two()) if self._rng.random() < 0.35 else self.noun()

    def function(self) -> str:
        verb = self._rng.choice(_VERBS)
        return verb if self._rng.random() < 0.3 else f"{verb}_{self.noun()}"

    def type_name(self) -> str:
        words = self._two() if self._rng.random() < 0.35 else [self.noun()]
        return "".join(word.capitalize() for word in words)

    def constant(self) -> str:
        return "_".join(self._two() if self._rng.random() < 0.6 else [self.noun()]).upper()


def plural(word: str) -> str:
    """A regular English plural; wrong ones do no harm."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        return word[:-1] + "ies"
    return word + "s"
