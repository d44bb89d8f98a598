"""Whether what rustc says of a program that is checked together with others speaks of that program alone.

A message may name what other programs declare, because it looks similar or implements a trait; and rustc shortens a
path whose last name is unique in the crate, so it writes longer paths where programs declare the same name.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sleepy_coder.rust.diagnostic import Diagnostic, Span

_DECLARED = re.compile(r"\b(?:struct|enum|trait|fn|type|mod|const|(?<!')static|union)\s+([A-Za-z_]\w*)")
_IMPLEMENTED = re.compile(r"\bimpl\b[^{;]*?(\w+)\s*(?:<[^{;]*>)?\s+for\b")
_DERIVED = re.compile(r"\bderive\(([^)]*)\)")
_WORD = re.compile(r"[A-Za-z_]\w*")
# What the library calls things that programs declare as well.
_LIBRARY = frozenset(
    (
        "Item",
        "Err",
        "Ok",
        "Error",
        "Output",
        "Target",
        "Owned",
        "Default",
        "new",
        "default",
        "mut",
        "str",
        "bool",
        "char",
    )
)
# Traits of the library with few methods: what is wrong with one implementation is felt only by programs that implement
# the trait as well or name these.
_METHODS = {
    "Clone": "clone|clone_from",
    "Copy": "",
    "Debug": "fmt",
    "Default": "default",
    "Display": "fmt",
    "Drop": "",
    "Eq": "",
    "Hash": "hash|hash_slice",
    "Ord": "cmp|max|min|clamp",
    "PartialEq": "eq|ne",
    "PartialOrd": "partial_cmp|lt|le|gt|ge",
}
_NAMED = {trait: re.compile(rf"(?:\.|::)\s*(?:{names})\b(?!\s*(?:::|;))") for trait, names in _METHODS.items() if names}
_SPOILT = re.compile(r"trait `(?:\w+::)*(\w+)[`<]|`(Drop)` trait")
_LISTED = re.compile(r"other types implement trait `(?:\w+::)*(\w+)")


@dataclass(frozen=True, slots=True)
class Crowd:
    """Programs in one crate, by number: in how many each name is declared, each trait implemented."""

    texts: Mapping[int, str]
    declared: Counter[str]
    implemented: Counter[str]

    @classmethod
    def of(cls, texts: Mapping[int, str]) -> "Crowd":
        return cls(
            texts,
            Counter(name for text in texts.values() for name in set(_DECLARED.findall(text))),
            Counter(name for text in texts.values() for name in _traits(text)),
        )

    def concerns_alone(self, number: int, errors: Iterable[Diagnostic], root: str) -> bool:
        """Whether the errors of one program, whose file is called `root`, would read the same without the others."""
        text = self.texts[number]
        own = frozenset(_WORD.findall(text))
        return all(self._concerns(error, text, own, root) for error in errors)

    def spares(self, number: int, spoilt: Collection[str]) -> bool:
        """Whether a program's errors are all reported although others' implementations of these traits are wrong.

        rustc then compares no implementation of such a trait with the trait, but for derived ones, which always fit,
        and leaves bodies that name its methods half checked.
        """
        text = self.texts[number]
        by_hand = _IMPLEMENTED.findall(text)
        return all(
            trait in _METHODS and trait not in by_hand and not (trait in _NAMED and _NAMED[trait].search(text))
            for trait in spoilt
        )

    def implements(self, number: int, traits: Collection[str]) -> bool:
        """Whether a program implements one of these traits, by hand or by a derive."""
        return not _traits(self.texts[number]).isdisjoint(traits)

    def _concerns(self, error: Diagnostic, text: str, own: frozenset[str], root: str) -> bool:
        spans = [*error.spans, *(span for child in error.children for span in child.spans)]
        if any(span.file != root for span in spans):
            return False
        told = _told(error, spans)
        # Three dots in a type stand for the rest of it, and the prefix may have made it too long; alone, `self` and
        # `super` may be the crate's root.
        if re.search(r"\bm\d+\b|other candidate|(?<!use)<\.{3}|, \.{3}[,>]|in `(?:self|super)`", told):
            return False
        listed = _LISTED.findall(told)
        others = Counter(listed) and self.implemented - Counter(_traits(text))
        if any(name in others for name in listed) or (not listed and re.search(r"\bothers\b", told)):
            return False
        mine = set(_DECLARED.findall(text))
        roots = {"std", "core", "alloc", *mine}  # also a function is above what it declares
        for *above, name in (path.split("::") for path in re.findall(r"\b(?:\w+::)+\w+", told)):
            # the last name may be a variant's, which follows that of its type
            unique = [name, *(word for word in above[1:] if word[0].isupper())]
            if not roots.isdisjoint(above) and any(self.declared[word] > (word in mine) for word in unique):
                return False
        words = set(_WORD.findall(" ".join(re.findall(r"`([^`]*)`", told))))
        words.update(word for word in _WORD.findall(told) if word[0].isupper())
        words.update(word for span in spans if span.replacement for word in _WORD.findall(span.replacement))
        return not any(word in self.declared for word in words - own - _LIBRARY)


def names_in(text: str) -> set[str]:
    """The names that a program declares or implements traits of; the usual `main` apart."""
    return {*_DECLARED.findall(text), *_IMPLEMENTED.findall(text)} - {"main"}


def spoilt_trait(error: Diagnostic) -> str:
    """The trait that an error in an implementation is about; '' if it does not say so."""
    found = _SPOILT.search(error.message)
    return (found[1] or found[2]) if found else ""


def _told(error: Diagnostic, spans: Iterable[Span]) -> str:
    texts = [error.message, *(child.message for child in error.children)]
    texts += [words for span in spans for words in (span.label, span.replacement) if words]
    return "\n".join(texts)


def _traits(text: str) -> set[str]:
    derived = {name.strip().rpartition("::")[2] for names in _DERIVED.findall(text) for name in names.split(",")}
    return {*_IMPLEMENTED.findall(text), *derived}
