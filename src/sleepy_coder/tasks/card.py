"""What is known of a suite besides its tasks: a JSON file beside it, made when the suite is built.

It says which families are easy (a baseline without a model passes half of their items) and are counted apart, how alike
the families' templates are, and for each task the wrong repair by which its oracle was tried. A suite without a card is
as good; less is known of it.
"""

from pathlib import Path

import msgspec

from sleepy_coder.errors import UsageError

SCHEMA = "sleepy-coder/suite-card/1"
EASY = 0.5
"""The share of a family's items that a baseline passes from which on the family is easy."""


class FamilyCard(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One family in one suite. Baselines ran on `tried` of its tasks, and are None where they were not run."""

    tasks: int
    codes: tuple[str, ...]
    templates: tuple[str, ...]
    nearest: tuple[str, float] | None = None  # the most alike template of another family in the suite, and how much
    tried: int = 0
    copy_neighbour: int | None = None
    suggestions: int | None = None

    @property
    def easy(self) -> bool:
        """Whether either baseline passed half."""
        passed = max(self.copy_neighbour or 0, self.suggestions or 0)
        return self.tried > 0 and passed >= EASY * self.tried


class Card(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`held_out` is False for suites that training may use; their likeness to training programs is no fault."""

    suite: str
    suite_digest: str
    rustc: str
    families: dict[str, FamilyCard]
    easy_families: tuple[str, ...]
    wrong_repairs: dict[str, str]
    held_out: bool = True
    schema: str = SCHEMA


def card_path(suite: Path) -> Path:
    """Where the card of a suite file lies."""
    return suite.with_name(f"{suite.stem}.card.json")


def read_card(path: Path, digest: str) -> Card | None:
    """The card at `path`; None if there is none, or it is about another version of the suite. Raises UsageError for
    what is no card.
    """
    if not path.is_file():
        return None
    try:
        card = msgspec.json.decode(path.read_bytes(), type=Card)
    except msgspec.MsgspecError as problem:
        raise UsageError(f"{path} is not a suite's card: {problem}") from None
    return card if card.suite_digest == digest else None


def dump_card(card: Card) -> bytes:
    """As it lies on disk."""
    return msgspec.json.format(msgspec.json.encode(card), indent=1) + b"\n"
