"""Dreams: green code broken on purpose until rustc says what it said by day; the original is the answer.

Greens are the practice programs of the generator; the owner's own crates (`breaker.dreams`) are not dreamt of yet. Some
of the practice templates are set aside: they never enter a dream, and the gate draws its items from them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

import msgspec

from sleepy_coder.breaker.corpus import stream
from sleepy_coder.breaker.families import FAMILIES
from sleepy_coder.breaker.templates import Template, set_aside
from sleepy_coder.lm.prompt import RepairContext
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.signature import UNCODED, signature, wording
from sleepy_coder.training.example import Example, Origin, make_example

SPLIT = "train"
TRIAL = 12


class Dream(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One verified example as it is stored, with the signature that rustc gave it and the template it came from."""

    messages: tuple[tuple[str, str], ...]
    answer: str
    signature: str
    template: str

    def example(self, skill: str) -> Example:
        """The dream as the training loop takes it."""
        return Example(self.messages, self.answer, Origin.DREAM, skill)


def reproduced(keys: Iterable[str], seed: int, compiler: Compiler) -> dict[str, dict[str, int]]:
    """For each failed signature, which families of breaks make rustc use the same words, and how often in a trial."""
    wanted = {key: wording(key) for key in keys}
    codes = {key.split("|", 1)[0] for key in wanted}
    found: dict[str, dict[str, int]] = {key: {} for key in wanted}
    for family in FAMILIES:
        if not codes & {code or UNCODED for code in family.codes}:
            continue
        for pair in islice(stream(SPLIT, [family.name], seed, compiler, keep=_may_dream), TRIAL):
            said = wording(signature(pair.diagnostic).key)
            for key, words in wanted.items():
                if words == said:
                    found[key][family.name] = found[key].get(family.name, 0) + 1
    return found


def dreams(
    families: Sequence[str],
    count: int,
    seed: int,
    compiler: Compiler,
    *,
    owned: Mapping[str, str],
    avoid: frozenset[str] = frozenset(),
) -> Iterator[Dream]:
    """`count` different dreams of these families' errors.

    Left out: errors whose signature belongs to another skill (`owned`), answers that the format cannot say, repeats,
    and broken programs whose digest is in `avoid`.
    """
    seen: set[str] = set()
    made = 0
    for pair in stream(SPLIT, families, seed, compiler, keep=_may_dream):
        key = signature(pair.diagnostic).key
        if key in owned or pair.broken.digest in avoid:
            continue
        example = make_example(RepairContext(pair.broken, pair.diagnostic), pair.green, Origin.DREAM, pair.family)
        if example is None or example.digest in seen:
            continue
        seen.add(example.digest)
        yield Dream(example.messages, example.answer, key, pair.template)
        made += 1
        if made == count:
            return


def _may_dream(template: Template) -> bool:
    return not set_aside(template)
