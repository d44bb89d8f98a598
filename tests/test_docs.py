"""What the documentation says is there, works, and was measured."""

import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sleepy_coder.cli.main import COMMANDS
from sleepy_coder.errors import EnvironmentFault

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "experiments").glob("*.md")])
LINK = re.compile(r"\]\((?!https?://)([^)#\s]*)(?:#([^)\s]*))?\)")
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)

RESULTS: dict[str, Any] = {
    "demo": {
        "before": {"passed_fraction": 0.25, "interval": [0.1, 0.4]},
        "after": {"passed_fraction": 0.75},
        "gain_points": 50.0,
        "flips": {"gained": ["a", "b"], "lost": []},
        "decision": {"outcome": "promote"},
        "seconds": {"night": 120, "total": 300},
        "memory_bytes": {"peak": 2**31},
        "provenance": {"machine": {"cores": 2, "cpu": "some CPU"}},
    },
    "start": {"help_cpu_seconds": 0.21, "fix_suggestions_seconds": 0.5},
    "embedded": {
        "parameters": 3_000_000,
        "disk_bytes": 8_000_000,
        **{
            name: {"pass_at_1": 0.5, "interval": [0.4, 0.6], "total": 100}
            for name in ("known", "known_new_templates", "library", "library_base_model_alone", "novel")
        },
    },
    "plasticity": {
        "amount": {"examples": 400, "items": 20, "seconds": 120.0},
        "skills": {"a": {"before": 1, "after": 9, "total": 20}, "b": {"before": 0, "after": 18, "total": 20}},
    },
    "real_crates": {
        "crates": {"a": {}, "b": {}},
        "operators": {"E0308-some": {}},
        **{
            name: {
                "items": 10,
                "interval": [0.5, 0.9],
                "agent": 0.75,
                "suggestions": 0.5,
                "cargo_fix": 0.25,
                "seconds": {"median": 2.0, "p95": 9.0},
            }
            for name in ("single", "groups")
        },
        "harmful_accepted": 1,
        "harmful_fraction_without_tests": 0.02,
        "accepted_without_tests": 50,
    },
    "night": {
        "five_skills_seconds": 180.0,
        "five_skills": {
            "families": ["a", "b", "c", "d", "e"],
            "skills": [{"fate": "merged"}] * 3 + [{"fate": "not merged"}] * 2,
        },
        "repeat_error_rate": {
            "seeds": [0, 1],
            "with_nights": [
                {"mean": rate, "total": 40, "interval": [0.0, 0.35]} for rate in (0.5, 0.4, 0.3, 0.2, 0.1, 0.0)
            ],
            "without_nights": [{"mean": 0.6, "total": 40, "interval": [0.3, 0.8]}] * 6,
            "night5_ratio": 0.4,
            "night5_ratio_interval": [0.0, None],
        },
        "origins": {
            "together": {"gain_points": 7.5, "items": 120, "before": 0, "after": 9},
            "human": {"gain_points": 5.8, "items": 120, "before": 0, "after": 7},
            "teacher": {"gain_points": None},
        },
        "crash": {"kills": 240, "lost": 0},
        "secrets": None,
    },
    "sequential": {
        "form": "half",
        "skills": 16,
        "seeds": 1,
        "items": {"novel": 160},
        "arms": {
            "share_routed": {
                "acc": {"mean": 0.7},
                "forgetting": {"mean": 0.0},
                "known": {"before": 0.8, "after": 0.79},
                "trained_per_skill": 1500.0,
            },
            "lora_per_skill_routed": {"acc": {"mean": 0.75}, "trained_per_skill": 1000.0},
            **{name: {"acc": {"mean": 0.1}} for name in ("average", "base", "suggestions", "copy_neighbour")},
            **{name: {"acc": {"mean": 0.2}} for name in ("lora_sequential", "lora_replay", "olora", "random_basis")},
        },
        "routed_minus_averaged": {
            "points": 60.0,
            "low": 40.0,
            "high": 80.0,
            "p": 0.00006,
            "against": "average",
            "of_any_scale": {"points": 50.0, "low": 30.0, "high": 70.0, "p": 0.0001, "tried": 17},
        },
        "canaries_lost": 0,
        "provenance": {"run": "quick"},
    },
}


@pytest.fixture(scope="module")
def docs() -> ModuleType:
    """tools/docs.py, which is no package."""
    spec = importlib.util.spec_from_file_location("docs", ROOT / "tools" / "docs.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    for target, heading in LINK.findall(page.read_text()):
        place = (page.parent / target).resolve() if target else page
        assert place.exists(), f"{target} is not there"
        if heading:
            titles = HEADING.findall(place.read_text())
            assert heading in {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def test_the_commands_page_is_what_the_commands_say(docs: ModuleType) -> None:
    page = docs.commands_page()
    assert re.findall(r"^## (\S+)$", page, re.MULTILINE) == list(COMMANDS)
    assert (ROOT / "docs" / "commands.md").read_text() == page, "run make docs"


def test_every_command_takes_json_as_the_readme_says(docs: ModuleType) -> None:
    told = re.findall(r"```text\n(Usage: .+?)```", docs.commands_page(), re.DOTALL)
    assert len(told) >= len(COMMANDS)
    assert [usage.splitlines()[0] for usage in told if "--json" not in usage] == []


def test_the_policy_page_is_the_policy(docs: ModuleType) -> None:
    assert (ROOT / "docs" / "policy.md").read_text() == docs.policy_page(), "run make docs"


def test_the_settings_page_is_what_the_settings_are(docs: ModuleType) -> None:
    assert (ROOT / "docs" / "settings.md").read_text() == docs.settings_page(), "run make docs"


def test_the_model_card_is_what_the_record_and_the_results_say(docs: ModuleType) -> None:
    assert (ROOT / "docs" / "model-card.md").read_text() == docs.card_page(ROOT / "results"), "run make docs"


def test_the_readme_quotes_the_results_as_they_are(docs: ModuleType) -> None:
    readme = (ROOT / "README.md").read_text()
    if not all((ROOT / "results" / f"{name}.json").exists() for name in docs.SOURCES):
        assert docs.with_block(readme, "Nothing yet.\n") == readme, "figures without results"
        return
    assert docs.with_block(readme, docs.measured_block(docs.load_results(ROOT / "results"))) == readme, "run make docs"


def test_the_share_page_quotes_the_results_as_they_are(docs: ModuleType) -> None:
    page = (ROOT / "docs" / "concepts" / "share.md").read_text()
    assert docs.with_block(page, docs.share_block(ROOT / "results")) == page, "run make docs"


def test_the_page_about_gates_quotes_the_results_and_shows_what_the_gate_decides(docs: ModuleType) -> None:
    page = (ROOT / "docs" / "concepts" / "gates.md").read_text()
    assert docs.with_block(page, docs.gates_block(ROOT / "results")) == page, "run make docs"
    for name, picture in docs.gate_pictures(ROOT / "results").items():
        assert (ROOT / "docs" / "concepts" / name).read_text() == picture, "run make docs"
        assert name in page


def test_every_table_of_the_share_page_can_be_made(docs: ModuleType, tmp_path: Path) -> None:
    origin = {"provenance": {"machine": {"cpu": "some CPU", "cores": 2}, "run": "full"}}
    at_p = {"published_rule_seconds": {"500": 71.0}, "worst_error_gap": 0.0123}
    table = {"seconds": {"10": 1.0, "500": 1.25}, "incremental_svd_seconds": 9.0, "p1": at_p, "p8": at_p}
    step = {"over_bare": 1.04, "times_peft_mixed": 7.5, "over_peft_single": 0.9}
    three = {"coefficients": 1, "own_lora": 2, "peft": 3}
    line = {"lora": 9, "coefficients": 3, "times_smaller_than_lora": 3.0, "core": 5, "basis": 7, "break_even_skills": 4}
    results = {
        "merge": {"skills": 500, "tables": {"k32": table}},
        "mixed_batch": {"p": 1, "k": 32, **{name: {"prefill": step, "decode": step} for name in ("embedded", "large")}},
        "coefficients": {"p": 1, "k": 32, "rank": 8, "seconds": three, "memory_bytes": three, "trained_numbers": three},
        "parameters": {"k": 32, "models": {"m": {"p": {"1": line}}}},
    }
    for name, result in results.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(result | origin))
    block = docs.share_block(tmp_path)
    for said in (
        "| 32 | 1.00 | 1.25 | 71.00 |",
        "| large | decode | 1.04 | 7.5 | 0.90 |",
        "our LoRA | 2.000",
        "4 skills",
    ):
        assert said in block
    (tmp_path / "merge.json").write_text(json.dumps(origin))
    with pytest.raises(EnvironmentFault, match=r"merge\.json lacks"):
        docs.share_block(tmp_path)


def test_the_block_says_what_the_results_say(docs: ModuleType) -> None:
    block = docs.measured_block(RESULTS)
    assert "25.0 % (95 % interval 10 to 40 %) | 75.0 %" in block
    assert "+50.0 points; 2 items gained, 0 lost; decision: promote" in block
    assert "2.0 minutes" in block and "2.0 GiB" in block and "0.21 s" in block
    assert "| one error | 10 | 75 % (50 to 90 %) | 50 % | 25 % |" in block
    assert "Of 40\nerrors of 2 families" in block and "2 % before and 68 % after" in block
    assert "killed without warning 240 times" in block and "planted secrets" not in block
    assert "half run" in block and "70 % by routing" in block and "+60 points" in block and "p = 6e-05" in block


def test_harm_in_real_crates_is_told_with_what_it_is_counted_of(docs: ModuleType) -> None:
    block = " ".join(docs.measured_block(RESULTS).split())
    assert "an item counts as fixed, whoever mended it, if the crate compiles and that half passes" in block
    assert "of the 26 repairs that count, 1 fails a test of the other half (16 by `fix --test` and 10 by" in block
    assert "called 50 of these 20 items done, single errors and groups; 1 of the 50 (2.0 %) fails" in block


def test_nights_are_told_with_intervals_and_with_what_was_merged(docs: ModuleType) -> None:
    block = " ".join(docs.measured_block(RESULTS).split())
    assert "a night for 5 skills with the embedded model takes 3.0 minutes; 3 of the skills were merged" in block
    assert "10 % of 40 (95 % interval 0 to 35 %) unmended after 5 nights" in block
    assert "60 % of 40 (95 % interval 30 to 80 %) without nights, in 2 fortnights of each" in block
    assert "the ratio is 0.4 (95 % interval 0.0, no upper end known): this may be chance" in block
    assert "| human | 120 | 0 | 7 (6 %) | 3 to 12 % |" in block and "| teacher |" not in block
    assert "| all origins | 120 | 0 | 9 (8 %) | 4 to 14 % |" in block


def test_the_page_about_gates_says_when_and_on_what_it_was_measured(docs: ModuleType, tmp_path: Path) -> None:
    for name in ("gate", "routing"):
        result = json.loads((ROOT / "results" / f"{name}.json").read_text())
        result["provenance"] |= {
            "commit": ("e172ccf158c51ba1c4341f4e98f60bad53b6ae4d" if name == "routing" else "abcdefg+")
        }
        (tmp_path / f"{name}.json").write_text(json.dumps(result))
    block = " ".join(docs.gates_block(tmp_path).split())
    assert "at commit abcdefg, with changes to the sources that were not committed" in block
    assert "at commit e172ccf, with a library of 13 skills, before today's" in block


@pytest.mark.parametrize("name", ["demo", "start", "embedded", "plasticity", "real_crates", "night", "sequential"])
def test_a_result_that_lacks_a_key_is_not_quoted_in_part(docs: ModuleType, name: str) -> None:
    with pytest.raises(EnvironmentFault, match="lacks a key"):
        docs.measured_block(RESULTS | {name: {}})


def test_a_missing_result_stops_the_docs(docs: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match=r"results/demo\.json"):
        docs.load_results(tmp_path)
