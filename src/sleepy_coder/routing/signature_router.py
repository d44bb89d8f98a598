"""Routes by the signature that rustc's message gives an error; abstains where that does not single out one skill."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Protocol

from sleepy_coder.routing.router import Route
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.signature import Signature, signature, wording

QUOTE = "`"
NEAR_CONFIDENCE = 0.5  # a rank below an exact match, not a measured probability


class Handles(Protocol):
    """What a router needs to know of a skill."""

    @property
    def signatures(self) -> tuple[str, ...]: ...


class Skills(Protocol):
    """Skills by id; a library's manifest is one."""

    @property
    def skills(self) -> Mapping[str, Handles]: ...


class SignatureRouter:
    """An exact match of the signature decides; else the one skill that knows the same words about other types; else
    nobody.

    `skills` maps a skill's id to the keys ("CODE|message / label") of its signatures. Two dictionary look-ups a route.
    """

    def __init__(self, skills: Mapping[str, tuple[str, ...]]) -> None:
        self._exact = {key: skill for skill, keys in skills.items() for key in keys}
        near: defaultdict[str, set[str]] = defaultdict(set)
        for key, skill in self._exact.items():
            if QUOTE in wording(key):  # words that name nothing ("mismatched types") hold too many mistakes
                near[wording(key)].add(skill)
        self._near = {message: tuple(sorted(found)) for message, found in near.items()}

    @classmethod
    def of(cls, manifest: Skills) -> "SignatureRouter":
        """The router of a library."""
        return cls({name: skill.signatures for name, skill in manifest.skills.items()})

    def route(self, error: Diagnostic | Signature) -> Route:
        """The skill for this error, how sure, and why."""
        found = signature(error) if isinstance(error, Diagnostic) else error
        exact, near = self._exact.get(found.key), self._near.get(wording(found.key), ())
        if exact is not None:
            others = tuple(skill for skill in near if skill != exact)
            return Route(exact, 1.0, f"{exact} knows this signature of {found.code}", others and (exact, *others))
        if len(near) == 1:
            return Route(near[0], NEAR_CONFIDENCE, f"{near[0]} alone knows this message of {found.code}")
        if near:
            return Route(None, 0.0, f"{', '.join(near)} all know this message of {found.code}: none is sure", near)
        return Route(None, 0.0, f"no specialist knows this message of {found.code}")
