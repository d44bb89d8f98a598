"""Reading a server's response: the events of a stream, what it says of an error, and never more than anyone needs."""

import json
from collections.abc import AsyncIterator, Mapping
from typing import Any

import httpx

from sleepy_coder.errors import ModelBroken

MOST_BYTES = 4 << 20
"""Of one response; no answer of a few hundred tokens comes near."""

LOG = "look into the server's log"
_DONE = {"choices": [{"finish_reason": "stop"}]}


class Unavailable(Exception):
    """What may pass: the server did not answer, broke off, or asked for patience. The message says which."""

    def __init__(self, message: str, *, advice: str = LOG, after_seconds: float = 0.0, costs: int = 1) -> None:
        super().__init__(message)
        self.advice, self.after_seconds, self.costs = advice, after_seconds, costs


async def _lines(response: httpx.Response) -> AsyncIterator[str]:
    """Raises ModelBroken for a flood."""
    begun: list[bytes] = []
    read = 0
    async for chunk in response.aiter_bytes():
        read += len(chunk)
        if read > MOST_BYTES:
            raise ModelBroken(f"{response.url} sends more than any answer needs; is it an OpenAI-compatible server?")
        *ends, rest = chunk.split(b"\n")
        for end in ends:
            yield b"".join([*begun, end]).decode(errors="replace").rstrip("\r")
            begun = []
        begun.append(rest)
    yield b"".join(begun).decode(errors="replace")


async def read_text(response: httpx.Response) -> str:
    """All of it. Raises ModelBroken for a flood."""
    return "\n".join([line async for line in _lines(response)])


async def read_events(response: httpx.Response) -> AsyncIterator[Mapping[str, Any]]:
    """The JSON objects of a stream; also of a server that ignores `stream` and answers at once."""
    if "text/event-stream" not in response.headers.get("content-type", ""):
        yield _object(await read_text(response))
        yield _DONE
        return
    async for line in _lines(response):
        if line.startswith("data:"):
            data = line.removeprefix("data:").strip()
            if data == "[DONE]":
                yield _DONE
                return
            yield _object(data)


def _object(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except ValueError as error:
        raise Unavailable("the server sent a piece that is not JSON") from error
    if not isinstance(found, dict) or found.get("error"):
        raise Unavailable(f"the server broke off{reason_of(text)}")
    return found


def piece_of(event: Mapping[str, Any]) -> tuple[str, str, int]:
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


def reason_of(text: str) -> str:
    """What a server says of an error, in brackets, cut short; OpenAI's form, FastAPI's, or the first line."""
    try:
        found = json.loads(text)
        found = found.get("error", found.get("detail", found)) if isinstance(found, dict) else found
        text = str(found.get("message", found) if isinstance(found, dict) else found)
    except ValueError:
        pass
    line = text.strip().split("\n", 1)[0][:200]
    return f" ({line})" if line else ""
