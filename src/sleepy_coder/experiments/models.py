"""Any model: families through a day, a night, export and import; GGUF in a real llama.cpp; two processes as one.

`worst_logit_difference` is the largest over all families and round trips, absolute, float32. `gguf` compares greedy
tokens of the embedded model, with and without a skill of its library, in llama.cpp and in transformers.
`accelerate.difference` is the largest difference of ΔW between a LoRA trained in one process and in two.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

from safetensors.torch import load_file

from sleepy_coder.adapters.library_files import read_library
from sleepy_coder.breaker.corpus import stream
from sleepy_coder.embedded.location import EMBEDDED, library_folder
from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.exchange.certificate import MOST_TOKENS, tokens_in_common
from sleepy_coder.exchange.gguf_files import write_base, write_lora
from sleepy_coder.exchange.llama_cpp import install_llama_cpp
from sleepy_coder.exchange.parity import PROMPTS, examination
from sleepy_coder.experiments.families import FAMILIES, UNVERIFIED, make_family
from sleepy_coder.experiments.journey import travel
from sleepy_coder.lm.local import load
from sleepy_coder.paths import find_paths
from sleepy_coder.provenance import provenance
from sleepy_coder.rust.compiler import Compiler

FAMILY = "E0614-deref"
SEED = 5
QUICK_FAMILIES = 1
STEPS = 20


def run(compiler: Compiler, *, quick: bool, tell: Callable[[str], None] = lambda words: None) -> dict[str, Any]:
    """The whole measurement. Raises EnvironmentFault where npm or accelerate is missing."""
    with tempfile.TemporaryDirectory(prefix="sleepy-coder-") as name:
        folder = Path(name)
        tell("accelerate: one process, then two")
        accelerated = compare_processes(folder)
        tell("gguf: asking a real llama.cpp")
        gguf = compare_llama(folder, compiler, prompts=4 if quick else PROMPTS)
        pairs = list(islice(stream("frozen", [FAMILY], SEED, compiler, own_templates=True), 3))
        journeys = {}
        for family in list(FAMILIES)[: QUICK_FAMILIES if quick else None]:
            tell(f"{family}: a day, a night, out and in again")
            (folder / family).mkdir()
            journeys[family] = travel(family, folder / family, pairs, compiler)
    return {
        "schema": "sleepy-coder/models/1",
        "families_tested": len(journeys),
        "worst_logit_difference": max(max(one.differences.values()) for one in journeys.values()),
        "gguf": gguf,
        "accelerate": accelerated,
        "families": {family: asdict(one) for family, one in journeys.items()},
        "shapes_and_templates": UNVERIFIED,
        "provenance": provenance(full=not quick, seeds=[SEED], rustc=compiler.toolchain.version),
    }


def compare_llama(folder: Path, compiler: Compiler, *, prompts: int) -> dict[str, Any]:
    """Greedy tokens of the embedded model in llama.cpp and in transformers, with and without one skill."""
    llama = install_llama_cpp(find_paths().cache)
    model, library = load(EMBEDDED), read_library(library_folder())
    model.load_library(library_folder())
    skill = FAMILY if FAMILY in library.skills else min(library.skills)
    base, lora = folder / "base.gguf", folder / "lora.gguf"
    write_base(base, model.model, model.tokenizer, name=EMBEDDED, end=model.chat.end)
    write_lora(lora, library.folded(skill), model.model.config, name=skill)
    exam = examination(model, compiler, [skill], prompts)
    asked = list(zip(exam.texts, exam.prompts, strict=True))
    compared = equal = 0
    answers, release, cut_alike = [], "", True
    for chosen, file in ((None, None), (skill, lora)):
        said = llama.answer(base, asked, end=model.chat.end, most=MOST_TOKENS, lora=file)
        theirs = [one.tokens for one in said.answers]
        seen, same = tokens_in_common(exam.truth(chosen).answers, theirs)
        compared, equal, release = compared + seen, equal + same, said.release
        cut_alike &= [one.ids for one in said.answers] == exam.prompts
        answers.append(theirs)
    return {
        "tokens_compared": compared,
        "tokens_equal": equal,
        "adapter_changes_output": answers[0] != answers[1],
        "prompts": len(asked),
        "answers_changed_by_adapter": sum(one != other for one, other in zip(*answers, strict=True)),
        "prompts_cut_alike": cut_alike,
        "skill": skill,
        "llama_cpp": release,
    }


def compare_processes(folder: Path) -> dict[str, Any]:
    """The same training by one process and by two that `accelerate launch` starts on the CPU (gloo)."""
    model = make_family("qwen2", folder / "accelerate", ["fn main() { let x = v[i]; }"] * 3)
    examples = folder / "examples.jsonl"
    rows = [
        {"messages": [["user", f"E0308 i{i}\n1 let a = v[i{i}];"]], "answer": f"1<|after|>i{i}<|text|> as usize"}
        for i in range(24)
    ]
    examples.write_text("\n".join(map(json.dumps, rows)))
    module = ["-m", "sleepy_coder.training.launched", str(model), str(examples)]
    options = ["--steps", str(STEPS), "--tokens-per-batch", "400"]
    _train([sys.executable], [*module, str(folder / "one"), *options], "in 1 process")
    launch = [sys.executable, "-m", "accelerate.commands.launch", "--multi_gpu", "--num_processes", "2"]
    launch += ["--num_machines", "1", "--mixed_precision", "no", "--dynamo_backend", "no"]
    _train(launch, [*module, str(folder / "two"), *options], "in 2 processes")
    one, two = (_deltas(load_file(folder / name / "adapter_model.safetensors")) for name in ("one", "two"))
    return {
        "difference": max(float((one[matrix] - two[matrix]).abs().max()) for matrix in one),
        "largest_entry": max(float(delta.abs().max()) for delta in one.values()),
        "processes": 2,
        "steps": STEPS,
    }


def _train(program: list[str], arguments: list[str], expected: str) -> None:
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    done = subprocess.run([*program, *arguments], capture_output=True, text=True, env=environment, check=False)
    if done.returncode or f"training {expected}" not in done.stderr:
        reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise EnvironmentFault(f"the training {expected} failed ({reason})")


def _deltas(tensors: Mapping[str, Any]) -> dict[str, Any]:
    """B·A by matrix."""
    return {
        name: tensors[name.replace("lora_A", "lora_B")] @ factor for name, factor in tensors.items() if "lora_A" in name
    }
