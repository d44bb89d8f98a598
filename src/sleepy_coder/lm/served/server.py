"""Talking to an OpenAI-compatible server (Ollama, vLLM, llama.cpp's): time limits, patience, and a readable diagnosis.

    GET  URL/models              what is served, adapters included
    POST URL/chat/completions    one answer, streamed (Server-Sent Events: `data: {...}` lines up to `data: [DONE]`)

https://platform.openai.com/docs/api-reference/chat. Several questions are under way at once. Ctrl-C, or the first
question that fails, closes all connections, upon which servers stop generating. Not for use within an event loop.
"""

import asyncio
import json
import os
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlsplit

import httpx

from sleepy_coder.errors import ModelBroken, UsageError
from sleepy_coder.lm.served.events import LOG, Unavailable, piece_of, read_events, read_text, reason_of

KEY = "SLEEPY_CODER_API_KEY"
T = TypeVar("T")
RETRIED = frozenset({408, 409, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to connect, for which all answers under way may be silent (a prompt is read in silence, and many servers
    take one question after another), and for one answer from its first piece on; questions at once; how often one is
    asked, and the seconds before the second time, doubled each time. Silence counts as `silence_costs` tries."""

    connect_seconds: float = 5.0
    silence_seconds: float = 120.0
    answer_seconds: float = 180.0
    at_once: int = 4
    tries: int = 4
    silence_costs: int = 2
    pause_seconds: float = 0.5


@dataclass(frozen=True, slots=True)
class Question:
    """What one answer is asked by; `most` tokens at the most."""

    model: str
    messages: Sequence[Mapping[str, str]]
    temperature: float
    seed: int
    most: int

    @property
    def body(self) -> dict[str, Any]:
        """As the protocol wants it."""
        return {
            "model": self.model,
            "messages": list(self.messages),
            "temperature": self.temperature,
            "seed": self.seed,
            "max_tokens": self.most,
            "stream": True,
        }


@dataclass(frozen=True, slots=True)
class Said:
    """An answer: its text, why it ended ("stop", "length"), tokens as the server counts them, or its pieces."""

    text: str
    ending: str
    tokens: int


class Server:
    """One server. Raises ModelBroken, with what to do next, where it is down, says no, or talks another protocol."""

    def __init__(self, url: str, patience: Patience | None = None) -> None:
        self.url = url.rstrip("/")
        self.patience = patience or Patience()
        self._key = os.environ.get(KEY, "").strip()
        if not (self._key.isascii() and self._key.isprintable()):
            raise UsageError(f"{KEY} holds characters that are in no key; set it again")
        self._waiting: set[asyncio.Timeout] = set()

    def models(self) -> dict[str, str | None]:
        """Names that can be asked, each with the base model that it adapts (None: a model of its own)."""
        return asyncio.run(self._models())

    def say(self, questions: Sequence[Question]) -> list[Said]:
        """An answer to each question, in their order."""
        return asyncio.run(self._say(questions))

    def _client(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            timeout=httpx.Timeout(None, connect=self.patience.connect_seconds),
            headers={"authorization": f"Bearer {self._key}"} if self._key else {},
            trust_env=False,  # a proxy of the environment must not see the owner's code
        )

    async def _models(self) -> dict[str, str | None]:
        async with self._client() as client:
            answer = await self._patiently(lambda: self._get(client, "/models"))
        listed = answer.get("data") if isinstance(answer, dict) else None
        if not isinstance(listed, list):
            raise ModelBroken(f"{self.url} is no OpenAI-compatible server (/models holds no list); its URL ends in /v1")
        named = [one for one in listed if isinstance(one, dict) and isinstance(one.get("id"), str)]
        return {one["id"]: one.get("parent") for one in named}

    async def _say(self, questions: Sequence[Question]) -> list[Said]:
        places = asyncio.Semaphore(self.patience.at_once)
        async with self._client() as client:

            async def answer(question: Question) -> Said:
                async with places:
                    return await self._patiently(lambda: self._stream(client, question.body))

            try:
                async with asyncio.TaskGroup() as group:
                    tasks = [group.create_task(answer(question)) for question in questions]
            except ExceptionGroup as failures:
                raise failures.exceptions[0] from None
        return [task.result() for task in tasks]

    async def _patiently(self, ask: Callable[[], Awaitable[T]]) -> T:
        pause, asked, left = self.patience.pause_seconds, 0, self.patience.tries
        while True:
            try:
                return await ask()
            except Unavailable as problem:
                asked, left = asked + 1, left - problem.costs
                if left <= 0:
                    times = f", {asked} times" if asked > 1 else ""
                    raise ModelBroken(f"{problem}{times}; {problem.advice}") from problem
                await asyncio.sleep(max(pause, problem.after_seconds))
                pause *= 2

    async def _get(self, client: httpx.AsyncClient, path: str) -> Any:
        try:
            async with (
                asyncio.timeout(self.patience.silence_seconds),
                client.stream("GET", self.url + path) as response,
            ):
                text = await read_text(response)
        except (httpx.HTTPError, TimeoutError) as error:
            raise self._trouble(error) from error
        self._check(response, text)
        try:
            return json.loads(text)
        except ValueError as error:
            raise ModelBroken(f"{self.url}{path} does not answer in JSON; its URL ends in /v1") from error

    async def _stream(self, client: httpx.AsyncClient, body: Mapping[str, Any]) -> Said:
        clock, pieces, ending, tokens, began = asyncio.get_running_loop().time, [], "", 0, 0.0
        try:
            async with asyncio.timeout(self.patience.silence_seconds) as silence:
                self._waiting.add(silence)
                async with client.stream("POST", f"{self.url}/chat/completions", json=body) as response:
                    if response.status_code != 200:
                        self._check(response, await read_text(response))
                    async for event in read_events(response):
                        text, why, count = piece_of(event)
                        pieces.append(text)
                        ending, tokens = ending or why, count or tokens + bool(text)
                        began = began or clock()
                        self._heard(clock())
                        if clock() - began > self.patience.answer_seconds:
                            raise Unavailable(f"{self.url} was still writing after {self.patience.answer_seconds:g} s")
        except (httpx.HTTPError, TimeoutError) as error:
            raise self._trouble(error) from error
        finally:
            self._waiting.discard(silence)
        if not ending:
            raise Unavailable(f"{self.url} broke off in the middle of an answer")
        return Said("".join(pieces).encode(errors="replace").decode(), ending, tokens)

    def _heard(self, now: float) -> None:
        """The server lives: every question under way may wait on."""
        for silence in self._waiting:
            if not silence.expired():
                silence.reschedule(now + self.patience.silence_seconds)

    def _check(self, response: httpx.Response, text: str) -> None:
        status, said = response.status_code, reason_of(text)
        if status == 200:
            return
        if status in RETRIED:
            raise Unavailable(f"{self.url} said {status}{said}", after_seconds=_seconds(response.headers))
        if status in (401, 403):
            raise ModelBroken(f"{self.url} refuses the key{said}; put the right one into {KEY}")
        if status == 404:
            raise ModelBroken(f"{self.url} said 404{said}; its URL ends in /v1, and `model show` lists what it serves")
        if 300 <= status < 400:
            raise ModelBroken(f"{self.url} points to {response.headers.get('location', 'another place')}; name that")
        raise ModelBroken(f"{self.url} said {status}{said}; {LOG}")

    def _trouble(self, error: Exception) -> Exception:
        if isinstance(error, httpx.ConnectError) and "SSL" in str(error):
            return ModelBroken(f"{self.url} cannot be reached over TLS ({error}); does its URL start with http://?")
        if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
            host = urlsplit(self.url).netloc
            advice = (
                f"is the server on {host} running? Ollama starts with `ollama serve`, llama.cpp with `llama-server`"
            )
            if self.url.startswith("https:"):
                advice += "; and does it speak https?"
            return Unavailable(f"nothing answers at {self.url}", advice=advice)
        if isinstance(error, TimeoutError):
            seconds, costs = self.patience.silence_seconds, self.patience.silence_costs
            return Unavailable(f"{self.url} said nothing for {seconds:g} s", costs=costs)
        return Unavailable(f"{self.url} broke the connection ({type(error).__name__})")


def _seconds(headers: Mapping[str, str]) -> float:
    """`retry-after` where it is a number of seconds, a minute at the most."""
    try:
        return min(60.0, max(0.0, float(headers.get("retry-after", 0))))
    except ValueError:
        return 0.0


def split_name(name: str) -> tuple[str, str]:
    """`URL#MODEL` as its two parts. Raises UsageError where the model is missing or the URL is none."""
    url, _, model = name.partition("#")
    check_url(url)
    if not model:
        raise UsageError(
            f"which model of {url}? Write {url}#MODEL; `sleepy-coder model show {url}` lists what there is"
        )
    return url, model


def check_url(url: str) -> None:
    """Raises UsageError for what is no URL of a server."""
    try:
        httpx.URL(url)
        parts = urlsplit(url)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except (httpx.InvalidURL, ValueError):
        sound = False
    if not sound:
        raise UsageError(f"{url!r} is no URL of a server; write for example http://127.0.0.1:11434/v1#MODEL")
