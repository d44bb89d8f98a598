"""A model behind an OpenAI-compatible server, for the day: it answers, but its weights cannot be trained.

A server cannot be held to the answer format, so the text around an answer is cut away: thoughts, fences, greetings.
Skills are routed where the server offers them as adapters under their versioned names (see `adapter_name`).
Answers are asked for several at a time, and come back in the order of the questions.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from sleepy_coder.errors import ModelBroken
from sleepy_coder.lm.free_answer import read_free_answer
from sleepy_coder.lm.model import Candidate, ModelIdentity
from sleepy_coder.lm.prompt import Excerpt, RepairContext, excerpt, messages
from sleepy_coder.lm.served.server import Patience, Question, Said, Server, split_name

TEMPERATURE = 0.8
MOST_TOKENS = 512  # models that think aloud or greet first need more than the answer itself


def adapter_name(skill: str, version: str) -> str:
    """What a skill of one library version is called on a server; another version is another name."""
    return f"{skill}-{version[:8]}"


class HttpModel:
    """See `LanguageModel`. `name` is `URL#MODEL`; `adapters` maps our skills to names that the server serves."""

    def __init__(self, name: str, *, adapters: dict[str, str] | None = None, patience: Patience | None = None) -> None:
        url, self._model = split_name(name)
        self._server = Server(url, patience)
        self._name = name
        self._adapters = adapters or {}
        self._checked = False

    @property
    def identity(self) -> ModelIdentity:
        """A server does not show its weights; the digest is that of the name."""
        return ModelIdentity(self._name, hashlib.sha256(self._name.encode()).hexdigest())

    def load_library(self, folder: Path) -> None:
        raise ModelBroken(
            f"a server takes no library ({folder}): export it with `sleepy-coder export --format peft --routed`, and "
            "start the server with the adapters"
        )

    def propose(
        self, contexts: Sequence[RepairContext], *, attempts: int, seed: int, skills: Sequence[str | None]
    ) -> list[list[Candidate]]:
        """One request for each candidate; the first is greedy. Raises ModelBroken where the server cannot answer."""
        self._check_names({skill for skill in skills if skill is not None})
        shown = [excerpt(context) for context in contexts]
        answerable = [i for i, lines in enumerate(shown) if any(line.editable for line in lines.lines)]
        said = self._server.say(
            [
                Question(self._called(skills[i]), chat, TEMPERATURE if attempt else 0.0, seed + attempt, MOST_TOKENS)
                for i in answerable
                for chat in [messages(contexts[i], shown[i])]
                for attempt in range(attempts)
            ]
        )
        if said and not any(one.text.strip() for one in said):
            raise ModelBroken(_emptiness(self._name, said[0]))
        found = [[Candidate("", None, 0, 0.0)] * attempts for _ in contexts]
        for place, i in enumerate(answerable):
            mine = said[place * attempts : (place + 1) * attempts]
            found[i] = [_candidate(one, shown[i]) for one in mine]
        return found

    def _called(self, skill: str | None) -> str:
        return self._model if skill is None else self._adapters[skill]

    def _check_names(self, skills: set[str]) -> None:
        """Before the first question: is everything there that will be asked for?"""
        if not self._checked:
            served = self._server.models()
            if self._model not in served and f"{self._model}:latest" in served:  # Ollama's name without a tag
                self._model += ":latest"
            if self._model not in served:
                raise ModelBroken(
                    f"{self._server.url} does not serve {self._model}, but {', '.join(sorted(served)) or 'nothing'}; "
                    f"with Ollama, `ollama pull {self._model}` fetches it"
                )
            self._checked = True
        missing = skills - self._adapters.keys()
        if missing:
            raise ModelBroken(f"{self._server.url} serves no adapter for the skill {min(missing)}; start it with one")


def served_adapters(name: str, versions: Sequence[tuple[str, Sequence[str]]]) -> tuple[str, dict[str, str]] | None:
    """The first library version (its name, its skills) of which the server serves skills of this very model.

    Returns the version's name and, per skill served, the adapter's name; None where there is none.
    """
    url, model = split_name(name)
    served = Server(url, Patience(connect_seconds=2.0, silence_seconds=5.0, tries=1)).models()
    for version, skills in versions:
        names = {skill: adapter_name(skill, version) for skill in skills}
        found = {skill: own for skill, own in names.items() if own in served and served[own] in (None, model)}
        if found:
            return version, found
    return None


def _candidate(said: Said, shown: Excerpt) -> Candidate:
    text, edits = read_free_answer(said.text, shown)
    return Candidate(text, edits, said.tokens, 0.0)


def _emptiness(name: str, said: Said) -> str:
    if said.ending == "length":
        return (
            f"{name} used up its {MOST_TOKENS} tokens without an answer (thoughts, perhaps); choose an instruct model"
        )
    return f"{name} answered with nothing at all; check its chat template, or try another model"
