"""What a batch costs in which every row uses another skill, beside the bare model and peft.

    bare            the model without adapters
    ours            a skill per row from a library of 500; prefill includes choosing the skills
    peft_mixed      peft's `adapter_names`, the same ΔW per row as LoRA of the same rank
    peft_single     peft with one adapter for all rows
    one_at_a_time   our side path, a batch of one row for each skill: the reference for the logits

On the embedded model, and on two layers of the shapes of Qwen2.5-Coder-1.5B with random weights and a small vocabulary
(a large one would hide the layers' price in the head's). All seven projections are adapted, k = 32, p = 1, float32.
A decoding step is one token for each row behind a prefill. Quick: fewer rows and skills, and narrower `large` layers.
"""

import copy
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import torch
from torch import Tensor

from sleepy_coder.adapters.attach import Attachment, attach
from sleepy_coder.benchmarks.random_skills import random_library
from sleepy_coder.benchmarks.timing import in_turns
from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.lm.local import load
from sleepy_coder.provenance import provenance
from sleepy_coder.share.coefficients import truncate
from sleepy_coder.share.library import SkillLibrary

K, P, SEED = 32, 1, 0
RIVALS = ("bare", "ours", "peft_mixed", "peft_single", "one_at_a_time")


class Size(NamedTuple):
    """Rows of the batch, tokens of the prefill, resident skills, and rounds of either measurement."""

    rows: int
    tokens: int
    skills: int
    prefill_rounds: int
    decode_rounds: int


class _Work(NamedTuple):
    """What one rival does: both give the logits of the last token (rows, vocabulary). `prepare` is not timed."""

    prepare: Callable[[], object]
    prefill: Callable[[], Tensor]
    decode: Callable[[], Tensor]


def run(*, quick: bool, tell: Callable[[str], None]) -> dict[str, Any]:
    """The measurement. Raises EnvironmentFault without peft, or where rivals do not compute the same."""
    embedded = Size(16, 32, 32, 2, 4) if quick else Size(64, 64, 500, 9, 40)
    large = Size(8, 16, 16, 2, 4) if quick else Size(64, 64, 500, 3, 15)
    return {
        "schema": "sleepy-coder/benchmark-mixed-batch/1",
        "embedded": measure("embedded", load().model, embedded, tell),
        "large": measure("large", large_model(quick=quick), large, tell),
        "k": K,
        "p": P,
        "provenance": provenance(full=not quick, seeds=[SEED]),
    }


def large_model(*, quick: bool) -> Any:
    """Two layers of Qwen2.5-Coder-1.5B's shapes with random weights; quick: a quarter of the width."""
    from transformers import Qwen2Config, Qwen2ForCausalLM

    torch.manual_seed(SEED)
    part = 4 if quick else 1
    config = Qwen2Config(
        vocab_size=2048,
        hidden_size=1536 // part,
        intermediate_size=8960 // part,
        num_hidden_layers=2,
        num_attention_heads=12 // part,
        num_key_value_heads=2 if part == 1 else 1,
    )
    return Qwen2ForCausalLM(config).eval().requires_grad_(False)


def measure(name: str, model: Any, size: Size, tell: Callable[[str], None]) -> dict[str, Any]:
    tell(f"{name}: {size.skills} skills, {size.rows} rows")
    attachment = attach(model, serving_rank=P)
    library = random_library(attachment.shapes, skills=size.skills, k=K, p=P, seed=SEED)
    attachment.load(library)
    names = list(library.skills)
    attachment.select(names)  # all become resident
    attachment.select(None)
    chosen = names[: size.rows]
    generator = torch.Generator().manual_seed(SEED)
    ids = torch.randint(0, model.config.vocab_size, (size.rows, size.tokens + 1), generator=generator)
    with torch.inference_mode():
        rivals = _rivals(model, attachment, library, chosen, ids)
        before = {rival: work.prepare for rival, work in rivals.items()}
        tell(f"{name}: prefill")
        prefilled = _once({rival: work.prefill for rival, work in rivals.items()}, before)
        stepped = _once({rival: work.decode for rival, work in rivals.items()}, before)
        prefills = {rival: work.prefill for rival, work in rivals.items()}
        prefill = in_turns(prefills, size.prefill_rounds, before=before, warmups=0)
        tell(f"{name}: decoding")
        decodes = {rival: work.decode for rival, work in rivals.items()}
        decode = in_turns(decodes, size.decode_rounds, before=before)
        choosing = in_turns({"ours": lambda: attachment.select(chosen)}, 5)["ours"]
    attachment.select(None)
    pairs = [(made["ours"], made["one_at_a_time"]) for made in (prefilled, stepped)]
    for made in (prefilled, stepped):
        _must_agree(made["ours"], made["peft_mixed"])
    return {
        "prefill": _ratios(prefill),
        "decode": _ratios(decode),
        "largest_logit_difference": max(_difference(*pair) for pair in pairs),
        "same_tokens": all(torch.equal(ours.argmax(-1), alone.argmax(-1)) for ours, alone in pairs),
        "choosing_skills_seconds": min(choosing),
        "resident_bytes_per_skill": attachment.bytes_per_skill,
        "rows": size.rows,
        "tokens": size.tokens,
        "skills": size.skills,
        "matrices": len(attachment.shapes),
    }


def _once(rivals: Mapping[str, Callable[[], Tensor]], before: Mapping[str, Callable[[], object]]) -> dict[str, Tensor]:
    made = {}
    for name, run in rivals.items():
        before[name]()
        made[name] = run()
    return made


def _rivals(
    model: Any, attachment: Attachment, library: SkillLibrary, chosen: Sequence[str], ids: Tensor
) -> dict[str, _Work]:
    theirs = peft_model(model, library, chosen)

    def choose_and_run(rows: Tensor, **more: Any) -> Any:
        attachment.select(chosen)
        return model(rows, **more)

    def mixed(rows: Tensor, **more: Any) -> Any:
        return theirs(rows, adapter_names=list(chosen), **more)

    nothing, all_rows = (lambda: attachment.select(None)), (lambda: attachment.select(chosen))
    return {
        "bare": _batch(model, model, ids, nothing),
        "ours": _batch(choose_and_run, model, ids, all_rows),
        "peft_mixed": _batch(mixed, mixed, ids, nothing),
        "peft_single": _batch(theirs, theirs, ids, nothing),
        "one_at_a_time": _one_at_a_time(model, attachment, chosen, ids),
    }


def _batch(first: Callable[..., Any], again: Callable[..., Any], ids: Tensor, prepare: Callable[[], object]) -> _Work:
    """A rival that takes all rows at once; `again` runs the next token."""
    prepare()
    cache = first(ids[:, :-1], use_cache=True, logits_to_keep=1).past_key_values

    def prefill() -> Tensor:
        logits: Tensor = first(ids[:, :-1], use_cache=True, logits_to_keep=1).logits[:, -1]
        return logits

    def decode() -> Tensor:
        logits: Tensor = again(ids[:, -1:], past_key_values=cache, use_cache=True).logits[:, -1]
        cache.crop(-1)
        return logits

    return _Work(prepare, prefill, decode)


def _one_at_a_time(model: Any, attachment: Attachment, chosen: Sequence[str], ids: Tensor) -> _Work:
    works = [
        _batch(model, model, ids[i : i + 1], lambda skill=skill: attachment.select(skill))  # type: ignore[misc]
        for i, skill in enumerate(chosen)
    ]

    def each(step: Callable[[_Work], Tensor]) -> Tensor:
        made = []
        for work in works:
            work.prepare()
            made.append(step(work))
        return torch.cat(made)

    return _Work(lambda: None, lambda: each(lambda work: work.prefill()), lambda: each(lambda work: work.decode()))


def peft_model(model: Any, library: SkillLibrary, chosen: Sequence[str]) -> Any:
    """A copy of the model under peft, with every chosen skill as a LoRA of the skill's own rank."""
    try:
        from peft import LoraConfig, get_peft_model
    except ImportError as missing:
        raise EnvironmentFault("peft is what we measure against: `pip install peft` and run this again") from missing
    matrices = library.bases.keys()
    config = LoraConfig(
        r=P, lora_alpha=P, lora_dropout=0.0, target_modules=sorted({m.rpartition(".")[2] for m in matrices})
    )
    theirs = get_peft_model(copy.deepcopy(model), config, adapter_name=chosen[0])
    for skill in chosen[1:]:
        theirs.add_adapter(skill, config)
    for skill in chosen:
        for matrix, core in library.cores(skill).items():
            layer, basis = theirs.base_model.model.get_submodule(matrix), library.bases[matrix]
            small = truncate(core, P)
            layer.lora_A[skill].weight.data.copy_((basis.alpha.vectors @ small.alpha).T)
            layer.lora_B[skill].weight.data.copy_(basis.beta.vectors @ small.beta)
    theirs.set_adapter(chosen[0])
    return theirs.eval()


def _ratios(seconds: Mapping[str, Sequence[float]]) -> dict[str, Any]:
    best = {name: min(taken) for name, taken in seconds.items()}
    return {
        "over_bare": best["ours"] / best["bare"],
        "times_peft_mixed": best["peft_mixed"] / best["ours"],
        "over_peft_single": best["ours"] / best["peft_single"],
        "times_one_at_a_time": best["one_at_a_time"] / best["ours"],
        "seconds": {name: best[name] for name in RIVALS},
    }


def _difference(ours: Tensor, reference: Tensor) -> float:
    """The largest difference of any row's logits, relative to that row's largest logit."""
    return float(((ours - reference).abs().amax(-1) / reference.abs().amax(-1)).max())


def _must_agree(ours: Tensor, theirs: Tensor) -> None:
    if _difference(ours, theirs) > 1e-3:
        raise EnvironmentFault("peft and the side path compute different logits: the benchmark is broken")
