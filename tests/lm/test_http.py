"""A real server on loopback, well-behaved and otherwise: what a model behind one says, and what failures are called."""

import json
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from sleepy_coder.errors import ModelBroken, UsageError
from sleepy_coder.lm.http import HttpModel, adapter_name, served_adapters
from sleepy_coder.lm.served.server import Patience, Server
from sleepy_coder.rust.source import SourceTree

QUICK = Patience(
    connect_seconds=1.0,
    silence_seconds=1.0,
    answer_seconds=1.0,
    at_once=3,
    tries=3,
    silence_costs=1,
    pause_seconds=0.01,
)
ANSWER = "5<|replace|>i]<|text|>i as usize]"
MODELS = {"data": [{"id": "coder"}, {"id": "cast-0123abcd", "parent": "coder"}, {"id": "cast-ffffffff", "parent": "x"}]}


def event(text: str | None = None, ending: str | None = None) -> bytes:
    delta = {} if text is None else {"content": text}
    choices = [{"index": 0, "delta": delta, "finish_reason": ending}]
    return b"data: " + json.dumps({"choices": choices}).encode() + b"\n\n"


def streamed(*pieces: str, ending: str | None = "stop", done: bool = True) -> list[bytes]:
    return [*map(event, pieces), *([event(None, ending)] if ending else []), *([b"data: [DONE]\n\n"] if done else [])]


class Scripted:
    """What a server does next: a status with a body, or the chunks of a stream. Numbers among chunks are pauses."""

    def __init__(self) -> None:
        self.replies: list[Any] = []
        self.requests: list[dict[str, Any]] = []
        self.gone = threading.Event()
        self.taking_turns: threading.Lock | None = None
        self.under_way = self.most_under_way = 0
        self.lock = threading.Lock()
        self.models: Any = (200, MODELS)
        self.url = ""


@pytest.fixture
def server() -> Iterator[Scripted]:
    script = Scripted()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.reply(*script.models)

        def do_POST(self) -> None:
            with script.lock:
                asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
                script.requests.append(asked)
                reply = script.replies.pop(0) if len(script.replies) > 1 else script.replies[0]
                script.under_way += 1
                script.most_under_way = max(script.under_way, script.most_under_way)
            try:
                with script.taking_turns or nullcontext():
                    self.answer(reply(asked) if callable(reply) else reply)
            except OSError:
                script.gone.set()
            finally:
                with script.lock:
                    script.under_way -= 1

        def answer(self, reply: Any) -> None:
            if isinstance(reply, tuple):
                self.reply(*reply)
                return
            self.send_response(200)
            self.send_header("content-type", "text/event-stream")
            self.send_header("connection", "close")
            self.end_headers()
            self.close_connection = True
            for chunk in reply:
                if isinstance(chunk, float):
                    time.sleep(chunk)
                else:
                    self.wfile.write(chunk)
                    self.wfile.flush()

        def reply(self, status: int, body: Any, headers: dict[str, str] | None = None) -> None:
            content = body.encode() if isinstance(body, str) else json.dumps(body).encode()
            self.send_response(status)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            pass

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    thread = threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    script.url = f"http://127.0.0.1:{running.server_port}/v1"
    yield script
    running.shutdown()
    running.server_close()
    thread.join()


@pytest.fixture
def ask(server: Scripted, error: Callable[..., Any], program: SourceTree) -> Callable[..., Any]:
    def make(*, attempts: int = 1, skill: str | None = None, name: str = "coder", **more: Any) -> Any:
        model = HttpModel(f"{server.url}#{name}", **{"patience": QUICK, **more})
        return model.propose([error(program, [6])], attempts=attempts, seed=7, skills=[skill])[0]

    return make


def test_an_answer_comes_in_pieces_the_first_greedy_and_the_others_sampled(
    server: Scripted, ask: Callable[..., Any], program: SourceTree
) -> None:
    server.replies = [streamed("5<|repl", "ace|>i]<|te", "xt|>i as usize]")]
    found = ask(attempts=3)
    assert [one.text for one in found] == [ANSWER] * 3
    assert "sum += prices[i as usize];" in program.apply(found[0].edits).files["main.rs"]
    assert {request["seed"]: request["temperature"] for request in server.requests} == {7: 0.0, 8: 0.8, 9: 0.8}
    assert all(request["stream"] and request["model"] == "coder" for request in server.requests)
    assert server.requests[0]["messages"][0]["role"] == "system", "it must be told the format"


def test_several_are_asked_at_once_but_not_too_many_and_answers_come_back_in_order(
    server: Scripted, error: Callable[..., Any], program: SourceTree
) -> None:
    server.replies = [lambda asked: [0.05 * (20 - asked["seed"]), *streamed(f"{asked['seed']}<|")]]
    model = HttpModel(f"{server.url}#coder", patience=QUICK)
    contexts = [error(program, [6]), error(program, [], message="nothing may be edited"), error(program, [6])]
    first, none, second = model.propose(contexts, attempts=4, seed=16, skills=[None] * 3)
    assert [one.text for one in first] == [one.text for one in second] == ["16<|", "17<|", "18<|", "19<|"]
    assert [one.text for one in none] == [""] * 4 and len(server.requests) == 8
    assert server.most_under_way == QUICK.at_once


def test_a_server_that_takes_one_after_another_is_waited_for(server: Scripted, ask: Callable[..., Any]) -> None:
    server.taking_turns = threading.Lock()
    server.replies = [[0.2, event("6"), 0.2, *streamed("<|")]]
    ask(attempts=3)
    assert len(server.requests) == 3, "somebody lost patience while the server was busy with another answer"


def test_the_first_question_that_fails_ends_the_others(server: Scripted, ask: Callable[..., Any]) -> None:
    slow = [event("6"), *[0.05, event("6")] * 18]
    server.replies = [slow, (400, {"detail": "no such thing"}), slow]
    began = time.monotonic()
    with pytest.raises(ModelBroken, match="no such thing"):
        ask(attempts=2)
    assert time.monotonic() - began < 0.8
    assert server.gone.wait(3), "the server still believes that somebody listens"


def test_a_server_that_does_not_stream_is_understood_too(server: Scripted, ask: Callable[..., Any]) -> None:
    message = {"role": "assistant", "content": ANSWER}
    server.replies = [
        (200, {"choices": [{"message": message, "finish_reason": "stop"}], "usage": {"completion_tokens": 9}})
    ]
    (found,) = ask()
    assert found.edits and found.tokens == 9


@pytest.mark.parametrize(
    "reply",
    [
        (503, {"error": {"message": "loading the model"}}),
        (429, "slow down", {"retry-after": "0"}),
        streamed("5<|repl", ending=None, done=False),
        [event("5<|repl"), b"data: {broken\n\n"],
        [event("6"), b'data: {"error": {"message": "out of memory"}}\n\n'],
        [1.5],
    ],
    ids=["busy", "too many", "cut off", "garbage", "error inside", "silent"],
)
def test_what_passes_is_tried_again(server: Scripted, ask: Callable[..., Any], reply: Any) -> None:
    server.replies = [reply, streamed(ANSWER)]
    (found,) = ask()
    assert found.text == ANSWER and len(server.requests) == 2


def test_what_does_not_pass_is_said_with_what_to_do(server: Scripted, ask: Callable[..., Any]) -> None:
    server.replies = [(503, {"error": {"message": "loading the model"}})]
    with pytest.raises(ModelBroken, match=r"said 503 \(loading the model\), 3 times; look into the server's log"):
        ask()
    assert len(server.requests) == 3
    server.replies = [(401, "no")]
    with pytest.raises(ModelBroken, match=r"refuses the key .*SLEEPY_CODER_API_KEY"):
        ask()
    server.replies = [(400, {"detail": "context too long"})]
    with pytest.raises(ModelBroken, match=r"said 400 \(context too long\)"):
        ask()
    server.replies = [[event("x"), *[0.3, event("y")] * 5]]
    with pytest.raises(ModelBroken, match="still writing after 1 s; look into"):
        ask(patience=replace(QUICK, tries=1))


def test_a_server_that_is_down_is_named(error: Callable[..., Any], program: SourceTree) -> None:
    model = HttpModel("http://127.0.0.1:9/v1#coder", patience=QUICK)
    with pytest.raises(ModelBroken, match=r"nothing answers at http://127\.0\.0\.1:9/v1, 3 times; .*`ollama serve`"):
        model.propose([error(program, [6])], attempts=1, seed=0, skills=[None])


def test_a_model_that_is_not_there_is_named_beside_those_that_are(server: Scripted, ask: Callable[..., Any]) -> None:
    with pytest.raises(ModelBroken, match=r"does not serve other, but .*coder.*ollama pull other"):
        ask(name="other")
    server.models = (200, {"data": [{"id": "coder:latest"}, {"id": 3}, None]})
    server.replies = [streamed(ANSWER)]
    ask()
    assert server.requests[-1]["model"] == "coder:latest", "Ollama's name of a model without a tag"
    server.models = (404, "404 page not found")
    with pytest.raises(ModelBroken, match="URL ends in /v1"):
        ask()
    server.models = (200, "<html>welcome</html>")
    with pytest.raises(ModelBroken, match="URL ends in /v1"):
        ask()


def test_an_empty_answer_is_diagnosed_and_one_among_others_is_no_matter(
    server: Scripted, ask: Callable[..., Any]
) -> None:
    server.replies = [streamed()]
    with pytest.raises(ModelBroken, match="nothing at all"):
        ask()
    server.replies = [streamed(ending="length")]
    with pytest.raises(ModelBroken, match="used up its 512 tokens"):
        ask()
    server.replies = [streamed(), streamed(ANSWER)]
    assert sorted(one.edits is not None for one in ask(attempts=2)) == [False, True]


def test_ctrl_c_ends_a_slow_answer_at_once_and_hangs_up(server: Scripted, ask: Callable[..., Any]) -> None:
    server.replies = [[event("6"), *[0.05, event("6")] * 200]]

    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.4)
    began = time.monotonic()
    try:
        with pytest.raises(KeyboardInterrupt):
            ask()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert time.monotonic() - began < 1.5
    assert server.gone.wait(3), "the server still believes that somebody listens"


def test_skills_go_to_adapters_of_this_version_and_of_this_very_model(
    server: Scripted, ask: Callable[..., Any]
) -> None:
    name = f"{server.url}#coder"
    assert adapter_name("cast", "0123abcd89ef0000") == "cast-0123abcd"
    versions = [("ffffffff00000000", ["cast"]), ("0123abcd89ef0000", ["borrow", "cast"])]
    assert served_adapters(name, versions) == ("0123abcd89ef0000", {"cast": "cast-0123abcd"})
    assert served_adapters(name, versions[:1]) is None, "that adapter is of another base model"
    server.replies = [streamed(ANSWER)]
    ask(skill="cast", adapters={"cast": "cast-0123abcd"})
    assert server.requests[-1]["model"] == "cast-0123abcd"
    with pytest.raises(ModelBroken, match="no adapter for the skill borrow"):
        ask(skill="borrow", adapters={"cast": "cast-0123abcd"})


def test_names_that_are_no_server_or_lack_a_model_are_wrong_calls() -> None:
    no_url = ("http://#m", "http://127.0.0.1:99999/v1#m", "http://[::1/v1#m", "ftp://127.0.0.1/v1#m")
    for name, words in (*((name, "no URL") for name in no_url), ("http://127.0.0.1:1/v1", "which model")):
        with pytest.raises(UsageError, match=words):
            HttpModel(name)


def test_a_key_that_is_none_is_a_wrong_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLEEPY_CODER_API_KEY", "ключ")
    with pytest.raises(UsageError, match="SLEEPY_CODER_API_KEY holds characters"):
        Server("http://127.0.0.1:1/v1")


def test_a_flood_is_turned_off(server: Scripted, ask: Callable[..., Any]) -> None:
    server.replies = [[b"data: " + b"x" * (1 << 20)] * 6]
    with pytest.raises(ModelBroken, match="more than any answer needs"):
        ask()


def test_a_server_that_points_elsewhere_is_not_followed(server: Scripted, ask: Callable[..., Any]) -> None:
    server.models = (301, "", {"location": "https://127.0.0.1/v1"})
    with pytest.raises(ModelBroken, match=r"points to https://127\.0\.0\.1/v1; name that"):
        ask()


def test_a_broken_list_of_models_is_no_server_of_this_kind(server: Scripted) -> None:
    server.models = (200, {"object": "list"})
    with pytest.raises(ModelBroken, match="no OpenAI-compatible server"):
        Server(server.url, QUICK).models()
