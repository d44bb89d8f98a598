"""Answers are counted as the compiler sees them, and a training that was cut is found again."""

from dataclasses import replace
from pathlib import Path

import pytest

from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.experiments.sizes import SIZES, training_flops, with_compute
from sleepy_coder.experiments.small_models import context_of, examples_of, score, train_model, work_folder
from sleepy_coder.lm.answer import parse_answer
from sleepy_coder.lm.local import load
from sleepy_coder.lm.prompt import excerpt
from sleepy_coder.lm.scripted import ScriptedModel
from sleepy_coder.pretraining.config import PretrainConfig, load_config
from sleepy_coder.pretraining.packed import Packed, table_of
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.toolchain import find_toolchain
from sleepy_coder.training.batches import TokenRow

GREEN = 'fn main() {\n    let mut total = 1;\n    total += 1;\n    println!("{total}");\n}\n'
ROWS = [TokenRow((5, 6, 7), 2)]
CONFIG = PretrainConfig(name="small", seed=1, pairs=1)


@pytest.fixture(scope="module")
def compiler() -> Compiler:
    return Compiler(find_toolchain(), best_sandbox(required=False))


@pytest.fixture(scope="module")
def pair(compiler: Compiler) -> Pair:
    broken = SourceTree({"main.rs": GREEN.replace("mut ", "")})
    (error,) = compiler.check(broken).errors
    return Pair("E0384-mut-removed", "", 0, SourceTree({"main.rs": GREEN}), broken, error)


@pytest.mark.parametrize(
    ("said", "passed", "verdict"),
    [
        ("2<|before|>total<|text|>mut ", 1, None),
        ("3<|lines|>3<|text|>    let total = total + 1;", 1, None),
        ("2<|replace|>1<|text|>2", 0, "CHEATED"),
        ("nothing", 0, "UNPARSEABLE"),
    ],
    ids=["as learned", "another way", "another number", "no answer"],
)
def test_what_the_compiler_takes_counts_and_what_it_does_not_is_kept_to_be_read(
    compiler: Compiler, pair: Pair, said: str, passed: int, verdict: str | None
) -> None:
    found = score(ScriptedModel({"E0384": [said]}), [pair], compiler)
    assert (found.passed, found.total) == (passed, 1)
    assert [(one.family, one.verdict, one.said) for one in found.wrong] == (
        [] if verdict is None else [("E0384-mut-removed", verdict, said)]
    )
    assert all(parse_answer(one.wanted, excerpt(context_of(pair))) for one in found.wrong)


def test_the_lines_shown_are_those_of_pretraining_whatever_model_is_in_use(pair: Pair) -> None:
    assert context_of(pair).definition_lines and excerpt(context_of(pair)).lines


def test_a_training_is_found_again_by_its_config_and_rows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SLEEPY_CODER_HOME", str(tmp_path))

    def folder(config: PretrainConfig, rows: list[TokenRow], weight: float = 0.1) -> Path:
        table = table_of(rows, [weight] * len(rows))
        return work_folder(Packed(config, table, table, end=1, padding=0))

    first = folder(CONFIG, ROWS)
    assert first == folder(CONFIG, ROWS) and tmp_path in first.parents
    others = {folder(replace(CONFIG, steps=9), ROWS), folder(CONFIG, [TokenRow((5, 6, 8), 2)])}
    assert len({first, folder(CONFIG, [TokenRow((5, 6, 7), 1)]), *others}) == 4


def test_every_size_is_given_the_same_compute() -> None:
    reference = training_flops(load_config(SIZES[0]))
    fair = [with_compute(load_config(name), reference) for name in SIZES]
    assert all(abs(training_flops(config) / reference - 1) < 0.01 for config in fair)
    assert [config.steps for config in fair] == sorted((config.steps for config in fair), reverse=True)


def test_what_was_trained_is_a_model_folder(pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLEEPY_CODER_HOME", str(tmp_path))
    examples, told = examples_of([pair]), list[str]()
    config = replace(load_config(SIZES[0]), steps=2, warmup=1, tokens_per_batch=512, longest=512)
    trained = train_model(config, examples, examples, told.append)
    again = load(told[-1].split()[1])
    assert again.tokenizer.get_vocab() == trained.model.tokenizer.get_vocab()
    first, second = (next(iter(model.model.parameters())).float() for model in (trained.model, again))
    assert (first - second).abs().max() < 1e-3
