"""Talking to an OpenAI-compatible server (Ollama, vLLM, llama.cpp's): time limits, patience, and a readable diagnosis.

    GET  URL/models              what is served, adapters included
    POST URL/chat/completions    one answer, streamed (Server-Sent Events: `data: {...}` lines up to `data: [DONE]`)

https://platform.openai.com/docs/api-reference/chat. Every wait is short, so that Ctrl-C ends it at once; leaving the
stream closes the connection, upon which servers stop generating.
"""

import json
import os
import time
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlsplit

import httpx

from sleepy_coder.errors import ModelBroken, UsageError

KEY = "SLEEPY_CODER_API_KEY"
T = TypeVar("T")
RETRIED = frozenset({408, 409, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to connect, between two pieces of an answer (prompts are read in silence), for one whole answer; how
    often an answer is asked for, and the seconds before the second time, doubled each time."""

    connect_seconds: float = 5.0
    silence_seconds: float = 60.0
    answer_seconds: float = 180.0
    tries: int = 4
    pause_seconds: float = 0.5


class Unavailable(Exception):
    """What may pass: the server did not answer, broke off, or asked for patience. The message says which."""

    def __init__(self, message: str, after_seconds: float = 0.0) -> None:
        super().__init__(message)
        self.after_seconds = after_seconds


@dataclass(frozen=True, slots=True)
class Said:
    """An answer as far as it came: its text, why it ended ("stop", "length"), tokens if the server counts them."""

    text: str
    ending: str
    tokens: int


class Server:
    """One server. Raises ModelBroken, with what to do next, where it is down, says no, or talks another protocol."""

    def __init__(
        self, url: str, patience: Patience | None = None, *, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self.url = url.rstrip("/")
        self.patience = patience or Patience()
        self._sleep = sleep
        key = os.environ.get(KEY)
        limits = self.patience
        self._client = httpx.Client(
            timeout=httpx.Timeout(limits.silence_seconds, connect=limits.connect_seconds),
            headers={"authorization": f"Bearer {key}"} if key else {},
            trust_env=False,  # a proxy of the environment must not see the owner's code
        )
        weakref.finalize(self, self._client.close)

    def models(self) -> dict[str, str | None]:
        """Names that can be asked, each with the base model that it adapts (None: a model of its own)."""
        answer = self._patiently(lambda: self._get("/models"))
        listed = answer.get("data")
        if not isinstance(listed, list):
            raise ModelBroken(f"{self.url} is no OpenAI-compatible server (/models holds no list); its URL ends in /v1")
        return {one["id"]: one.get("parent") for one in listed if isinstance(one, dict) and "id" in one}

    def say(
        self, model: str, messages: Sequence[Mapping[str, str]], *, temperature: float, seed: int, most: int
    ) -> Said:
        """One answer."""
        body = {
            "model": model,
            "messages": list(messages),
            "temperature": temperature,
            "seed": seed,
            "max_tokens": most,
            "stream": True,
        }
        return self._patiently(lambda: self._stream(body))

    def _patiently(self, ask: Callable[[], T]) -> T:
        pause = self.patience.pause_seconds
        for tried in range(1, self.patience.tries + 1):
            try:
                return ask()
            except Unavailable as problem:
                if tried == self.patience.tries:
                    raise ModelBroken(f"{problem}, {tried} times; {self._advice()}") from problem
                self._sleep(max(pause, problem.after_seconds))
                pause *= 2
        raise AssertionError("at least one try")

    def _get(self, path: str) -> dict[str, Any]:
        try:
            response = self._client.get(self.url + path)
        except httpx.HTTPError as error:
            raise self._trouble(error) from error
        self._check(response.status_code, response.text, response.headers)
        try:
            found = response.json()
        except ValueError as error:
            raise ModelBroken(f"{self.url}{path} does not answer in JSON; its URL ends in /v1") from error
        if not isinstance(found, dict):
            raise ModelBroken(f"{self.url}{path} does not answer with a JSON object; its URL ends in /v1")
        return found

    def _stream(self, body: Mapping[str, Any]) -> Said:
        began, pieces, ending, tokens = time.monotonic(), [], "", 0
        try:
            with self._client.stream("POST", f"{self.url}/chat/completions", json=body) as response:
                if response.status_code != 200:
                    self._check(response.status_code, response.read().decode(errors="replace"), response.headers)
                for event in _events(response):
                    text, why, count = _piece(event)
                    pieces.append(text)
                    ending, tokens = why or ending, count or tokens + bool(text)
                    if time.monotonic() - began > self.patience.answer_seconds:
                        raise Unavailable(f"{self.url} was still writing after {self.patience.answer_seconds:g} s")
        except httpx.HTTPError as error:
            raise self._trouble(error) from error
        if not ending:
            raise Unavailable(f"{self.url} broke off in the middle of an answer")
        return Said("".join(pieces), ending, tokens)

    def _check(self, status: int, text: str, headers: Mapping[str, str]) -> None:
        if status == 200:
            return
        said = _reason(text)
        if status in RETRIED:
            raise Unavailable(f"{self.url} said {status}{said}", _seconds(headers.get("retry-after")))
        if status in (401, 403):
            raise ModelBroken(f"{self.url} refuses the key{said}; put the right one into {KEY}")
        if status == 404:
            raise ModelBroken(f"{self.url} said 404{said}; its URL ends in /v1, and `model show` lists what it serves")
        raise ModelBroken(f"{self.url} said {status}{said}; look into the server's log")

    def _trouble(self, error: httpx.HTTPError) -> Unavailable:
        if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
            return Unavailable(f"nothing answers at {self.url}")
        if isinstance(error, httpx.TimeoutException):
            return Unavailable(f"{self.url} said nothing for {self.patience.silence_seconds:g} s")
        return Unavailable(f"{self.url} broke the connection ({type(error).__name__})")

    def _advice(self) -> str:
        host = urlsplit(self.url).netloc
        return f"is the server on {host} running? Ollama starts with `ollama serve`, llama.cpp with `llama-server`"


def _events(response: httpx.Response) -> Iterator[dict[str, Any]]:
    """The JSON objects of a stream; also of a server that ignores `stream` and answers at once."""
    if "text/event-stream" not in response.headers.get("content-type", ""):
        yield _object(response.read().decode(errors="replace"))
        return
    for line in response.iter_lines():
        if line.startswith("data:"):
            data = line.removeprefix("data:").strip()
            if data == "[DONE]":
                return
            yield _object(data)


def _object(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except ValueError as error:
        raise Unavailable("the server sent a piece that is not JSON") from error
    if not isinstance(found, dict) or "error" in found:
        raise Unavailable(f"the server broke off{_reason(text)}")
    return found


def _piece(event: Mapping[str, Any]) -> tuple[str, str, int]:
    """Text, ending and token count of one event; any of them may be missing."""
    usage = event.get("usage")
    tokens = usage.get("completion_tokens") if isinstance(usage, dict) else None
    choices = event.get("choices")
    first = choices[0] if isinstance(choices, list) and choices and isinstance(choices[0], dict) else {}
    part = first.get("delta") or first.get("message") or {}
    text = part.get("content") if isinstance(part, dict) else None
    return (
        text if isinstance(text, str) else "",
        str(first.get("finish_reason") or ""),
        tokens if isinstance(tokens, int) else 0,
    )


def _reason(text: str) -> str:
    """What a server says of an error, in brackets, cut short; OpenAI's form, FastAPI's, or the first line."""
    try:
        found = json.loads(text)
        found = found.get("error", found.get("detail", found)) if isinstance(found, dict) else found
        text = str(found.get("message", found) if isinstance(found, dict) else found)
    except ValueError:
        pass
    line = text.strip().split("\n", 1)[0][:200]
    return f" ({line})" if line else ""


def _seconds(text: str | None) -> float:
    """`retry-after` where it is a number of seconds, a minute at the most."""
    try:
        return min(60.0, max(0.0, float(text or 0)))
    except ValueError:
        return 0.0


def split_name(name: str) -> tuple[str, str]:
    """`URL#MODEL` as its two parts. Raises UsageError where the model is missing or the URL is none."""
    url, _, model = name.partition("#")
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError(f"{url!r} is no URL of a server; write for example http://127.0.0.1:11434/v1#MODEL")
    if not model:
        raise UsageError(
            f"which model of {url}? Write {url}#MODEL; `sleepy-coder model show {url}` lists what there is"
        )
    return url, model
