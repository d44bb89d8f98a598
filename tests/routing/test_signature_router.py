"""Exact signatures decide, a message known to one skill alone is a weaker hint, everything else abstains."""

import time

from sleepy_coder.registry.manifest import BaseModel, Manifest, Skill
from sleepy_coder.routing.router import FixedRouter, Router
from sleepy_coder.routing.signature_router import NEAR_CONFIDENCE, SignatureRouter
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.signature import Signature, signature

INDEX = "the type `[_]` cannot be indexed by `integer`"
ROUTER = SignatureRouter(
    {
        "index": (f"E0277|{INDEX} / slice indices are of type usize",),
        "left": ("E0599|no method `_` found / here",),
        "right": ("E0599|no method `_` found / there", "E0614|type `_` cannot be dereferenced / "),
    }
)


def test_an_exact_signature_is_certain() -> None:
    route = ROUTER.route(Signature("E0277", f"{INDEX} / slice indices are of type usize"))
    assert (route.skill, route.confidence) == ("index", 1.0)
    assert ROUTER.route(Signature("E0599", "no method `_` found / there")).skill == "right"
    assert "E0277" in route.reason


def test_the_same_message_with_another_label_goes_to_the_only_skill_that_knows_it() -> None:
    route = ROUTER.route(Signature("E0277", f"{INDEX} / another label"))
    assert (route.skill, route.confidence) == ("index", NEAR_CONFIDENCE)
    assert ROUTER.route(Signature("E0614", "type `integer` cannot be dereferenced / can't / be")).skill == "right"


def test_the_router_abstains_where_nobody_or_several_could_be_meant() -> None:
    for found in (
        Signature("E0599", "no method `_` found / elsewhere"),
        Signature("E0277", "another message / slice indices are of type usize"),
        Signature("E0308", INDEX),
        Signature("parse", ""),
    ):
        route = ROUTER.route(found)
        assert (route.skill, route.confidence) == (None, 0.0)
        assert found.code in route.reason
    assert "left, right" in ROUTER.route(Signature("E0599", "no method `_` found / elsewhere")).reason
    assert SignatureRouter({}).route(Signature("E0277", INDEX)).skill is None


def test_a_diagnostic_is_routed_as_its_signature() -> None:
    span = Span("main.rs", 0, 1, 1, 1, 1, 2, True, "help: a label", None, None, "x", False)
    for code in ("E0999", None):
        diagnostic = Diagnostic(code, "error", "a message", (span,), (), "")
        router: Router = SignatureRouter({"one": (signature(diagnostic).key,)})
        assert router.route(diagnostic).skill == "one"


def test_a_librarys_manifest_gives_its_router() -> None:
    skills = {"one": Skill(signatures=("E0001|a / b",), served="x"), "two": Skill(signatures=(), served="y")}
    router = SignatureRouter.of(Manifest(base_model=BaseModel(id="m", digest="d"), skills=skills))
    assert router.route(Signature("E0001", "a / b")).skill == "one"


def test_fixed_routers_do_as_told() -> None:
    error = Signature("E0277", "x")
    assert FixedRouter("one").route(error).skill == "one"
    assert FixedRouter().route(error).skill is None


def test_a_route_takes_less_than_a_millisecond_among_a_thousand_skills() -> None:
    router = SignatureRouter({f"s{n}": (f"E0277|message {n} / label", f"E0599|one / {n}") for n in range(1000)})
    started = time.process_time()
    for n in range(1000):
        assert router.route(Signature("E0277", f"message {n} / label")).skill == f"s{n}"
        assert router.route(Signature("E0599", "one / other")).skill is None
    assert time.process_time() - started < 2.0


def test_words_that_name_nothing_are_no_hint() -> None:
    router = SignatureRouter({"casts": ("E0308|mismatched types / expected `i32`, found `f64`",)})
    assert router.route(Signature("E0308", "mismatched types / expected `String`, found `&str`")).skill is None
