"""Finding secrets in source code and in what compilers say of it.

detect-secrets' plugins look at single lines (https://github.com/Yelp/detect-secrets). Rules of ours look at whole
string literals, so that a key over several lines or in pieces is seen, at credentials in URLs and connection strings,
and at runs of characters that only chance can have made. detect-secrets, which takes a while to import, is asked only
about lines in which something could hide.

Not found: a secret that reads like prose, stands in no `.env` file and has no telling name.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

LEAST = 6
_NAMES = (
    r"(?:pass(?:word|wd|phrase)?|pwd|secret|token|api_?key|access_?key|account_?key|auth|credential|sig(?:nature)?)"
)
_SUSPICIOUS = re.compile(rf"[A-Za-z0-9+/_\-]{{16,}}|://|-----BEGIN|(?i:{_NAMES})\w*\"?\s*[:=]")
_PREFIXED = re.compile(
    r"\b(?:cio[A-Za-z0-9]{32}|npm_[A-Za-z0-9]{36}|AGE-SECRET-KEY-1[A-Z0-9]{50,}|hf_[A-Za-z0-9]{30,}|AIza[\w\-]{35}"
    r"|gh[opsur]_[A-Za-z0-9]{36}|github_pat_\w{60,}|glpat-[\w\-]{20}|sk-[\w\-]{32,}|[sr]k_(?:live|test)_[A-Za-z0-9]{16,}"
    r"|A(?:KIA|SIA)[A-Z0-9]{16}|xox[abpr]-[\w\-]{20,}|SG\.[\w\-]{20,}\.[\w\-]{40,}|eyJ[\w\-]+\.[\w\-]+\.[\w\-]+)"
)
_URL_USER = re.compile(r"://[^/\s:@\"']*:([^@/\s\"']{4,})@")
_LOGIN = re.compile(r"(?<=://)[^/\s@\"']+@")
_PAIR = re.compile(rf"(?i)\b\w*{_NAMES}\w*=([^;&\s\"']{{6,}})")
_PEM = re.compile(r"-----BEGIN [A-Z ]+-----(.*?)-----END", re.DOTALL)
_LITERAL = re.compile(r'r(#*)"(.*?)"\1|"((?:[^"\\]|\\.)*)"', re.DOTALL)
_BETWEEN = re.compile(r"[\s,+&()]*(?:\.to_string\(\)|\.to_owned\(\))?[\s,+&()]*")
_RUN = re.compile(r"[A-Za-z0-9+/=_\-]{20,}")
# what rustc calls its own sources is no secret
_HEX_RUN = re.compile(r"(?<![A-Za-z0-9])(?<!/rustc/)[0-9a-fA-F]{32,}(?![A-Za-z0-9])")
_IGNORED_PLUGINS = frozenset(("IPPublicDetector", "Base64HighEntropyString", "HexHighEntropyString"))


def find_secrets(text: str, known: frozenset[str] = frozenset()) -> frozenset[str]:
    """The secrets that stand in `text`; `known` are values that count as secret wherever they stand."""
    found = {value for value in known if value in text}
    if _SUSPICIOUS.search(text):
        found |= _in_text(text)
    return frozenset(found)


def without_logins(text: str) -> str:
    """`text` with names and passwords taken out of its URLs: what may be told of a server."""
    return _LOGIN.sub("", text)


def environment_values(folder: Path) -> frozenset[str]:
    """The values of the `.env` files in a folder that look like more than a plain word or number."""
    values: set[str] = set()
    for file in sorted(folder.glob(".env*")) if folder.is_dir() else ():
        try:
            lines = file.read_text(errors="replace").splitlines()
        except OSError:
            continue
        for line in lines:
            name, equals, value = line.partition("=")
            value = value.strip().strip("\"'")
            mixed = any(c.isdigit() for c in value) and any(c.isalpha() for c in value)
            if equals and not name.lstrip().startswith("#") and (len(value) >= 12 or (len(value) >= LEAST and mixed)):
                values.add(value)
    return frozenset(values)


@lru_cache(maxsize=512)
def _in_text(text: str) -> frozenset[str]:
    found: set[str] = set()
    for pattern in (_URL_USER, _PAIR):
        found.update(match[1] for match in pattern.finditer(text))
    found.update(match[0] for match in _PREFIXED.finditer(text))
    for match in _PEM.finditer(text):
        found.update(_pieces(match[1]))
    found.update(_random_runs(text))
    for pieces in _joined_literals(text):
        joined = "".join(pieces)
        if _PREFIXED.search(joined) or any(len(run) > max(map(len, pieces)) for run in _random_runs(joined)):
            found.update(piece for piece in pieces if len(piece) >= LEAST)
    for line in text.splitlines():
        if _SUSPICIOUS.search(line):
            found |= _by_plugins(line)
    return frozenset(value for value in found if len(value) >= LEAST)


def _joined_literals(text: str) -> Iterator[list[str]]:
    """Neighbouring string literals, and lines of one literal, as the pieces of what they make together."""
    group: list[str] = []
    end = -1
    for match in _LITERAL.finditer(text):
        pieces = _pieces(match[2] if match[2] is not None else match[3])
        if end < 0 or not _BETWEEN.fullmatch(text, end, match.start()):
            if len(group) > 1:
                yield group
            group = []
        group += pieces
        end = match.end()
    if len(group) > 1:
        yield group


def _pieces(literal: str) -> list[str]:
    return [piece for line in literal.splitlines() if (piece := line.strip().removesuffix("\\").strip())]


def _random_runs(text: str) -> Iterator[str]:
    for match in _RUN.finditer(text):
        if _looks_drawn(match[0]):
            yield match[0]
    for match in _HEX_RUN.finditer(text):
        if _entropy(match[0].lower()) > 3.2 and not match[0].isdigit():
            yield match[0]


def _looks_drawn(run: str) -> bool:
    """Whether a run of characters is the work of chance: digits and both cases mixed, in no order that words have."""
    digits = sum(c.isdigit() for c in run)
    upper, lower = sum(c.isupper() for c in run), sum(c.islower() for c in run)
    if digits < 2 or (not upper and not lower) or _entropy(run) < 3.7:
        return False
    if sum(len(word) > 1 and word.islower() and word.isalpha() for word in re.split(r"[-_/=+]", run)) > 1:
        return False  # words with marks between them: a name, or a path
    kinds = ["d" if c.isdigit() else "u" if c.isupper() else "l" if c.islower() else "-" for c in run]
    changes = sum(a != b for a, b in pairwise(kinds))
    return changes / len(run) > 0.3 and digits / len(run) > 0.04


def _entropy(text: str) -> float:
    """Bits a character, from the characters' own frequencies."""
    return -sum(n / len(text) * math.log2(n / len(text)) for n in Counter(text).values())


@lru_cache(maxsize=65536)
def _by_plugins(line: str) -> frozenset[str]:
    found = set()
    for plugin in _plugins():
        for secret in plugin.analyze_line(filename="", line=line, line_number=1):
            value = secret.secret_value or ""
            whole = next((run for run in re.findall(r"[\w\-./+=]+", line) if value in run), value)
            found.add(whole if len(value) < LEAST else value)
    return frozenset(found)


@cache
def _plugins() -> tuple[Any, ...]:
    from detect_secrets.core.plugins import initialize
    from detect_secrets.settings import default_settings

    with default_settings() as settings:
        names: Iterable[str] = [name for name in settings.plugins if name not in _IGNORED_PLUGINS]
        return tuple(initialize.from_plugin_classname(name) for name in names)
