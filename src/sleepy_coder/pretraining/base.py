"""The base model, trained from packed rows: torch, transformers and this package's source are all that it takes.

    python -m sleepy_coder.pretraining.base PACKED FOLDER [--config NAME] [--minutes M] [--device cuda]

leaves `weights/` (float16, in files of at most 15 MB), `checkpoint.safetensors` and `log.jsonl` in FOLDER. It goes on
from the checkpoint, so that a training of hours can be done in slices; matrix products are in bfloat16 where that is
faster, which is on GPUs and on many processors.
"""

import argparse
import json
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from transformers import Qwen2Config, Qwen2ForCausalLM

from sleepy_coder.errors import SleepyCoderError, UsageError
from sleepy_coder.pretraining.config import PretrainConfig, load_config
from sleepy_coder.pretraining.packed import Packed, read_packed
from sleepy_coder.training.checkpoint import load_checkpoint, save_checkpoint
from sleepy_coder.training.loop import Schedule, StepReport, make_optimizer, train
from sleepy_coder.training.measure import fit
from sleepy_coder.training.packing import packed_batches
from sleepy_coder.training.speed import flops_per_token, peak_flops

CHECKPOINT_STEPS = 100
SHARD_SIZE = "15MB"
WORTH_IT = 1.3
"""Times as fast as in float32."""

Tell = Callable[[str], None]


def new_model(config: PretrainConfig, *, end: int, padding: int) -> Any:
    """A Qwen2 of the config's shape with random weights from its seed."""
    torch.manual_seed(config.seed)
    shape = config.architecture
    return Qwen2ForCausalLM(
        Qwen2Config(
            vocab_size=shape.vocabulary,
            hidden_size=shape.width,
            intermediate_size=shape.feed_forward,
            num_hidden_layers=shape.layers,
            num_attention_heads=shape.heads,
            num_key_value_heads=shape.key_value_heads,
            max_position_embeddings=shape.positions,
            tie_word_embeddings=True,
            bos_token_id=None,
            eos_token_id=end,
            pad_token_id=padding,
        )
    )


def train_base(
    packed: Packed,
    folder: Path,
    tell: Tell,
    *,
    minutes: float | None = None,
    device: str = "cpu",
    last_step: int | None = None,
) -> Any | None:
    """The model trained to the end, from whatever is there; None if the time, or `last_step`, came first.

    A checkpoint holds parameters, moments and the step, and with it the place in the data; one is left on the way out.
    """
    config = packed.config
    model = new_model(config, end=packed.end, padding=packed.padding)
    weights = folder / "weights"
    if weights.exists():
        return type(model).from_pretrained(weights, dtype=torch.float32, use_safetensors=True).eval()
    model = model.to(device)
    parameters = list(model.parameters())
    schedule = Schedule(config.rate, config.steps, config.warmup, config.weight_decay)
    optimizer = make_optimizer(parameters, schedule)
    path = folder / "checkpoint.safetensors"
    first = load_checkpoint(path, parameters, optimizer)
    data = packed_batches(
        packed.train,
        tokens_per_batch=config.tokens_per_batch,
        width=config.longest,
        padding=packed.padding,
        seed=config.seed,
        first=first,
    )
    precision, peak = _fastest(torch.device(device))
    reporter = _Reporter(packed, folder, model, tell, peak)
    deadline = None if minutes is None else time.monotonic() + 60 * minutes
    stop = config.steps if last_step is None else min(last_step, config.steps)

    def on_step(report: StepReport) -> bool:
        late = deadline is not None and time.monotonic() > deadline
        reporter.note(report)
        if late or report.step % CHECKPOINT_STEPS == 0 or report.step == stop:
            save_checkpoint(path, parameters, optimizer, report.step)
            reporter.tell()
        return late

    done = train(
        model,
        parameters,
        data,
        schedule,
        optimizer=optimizer,
        first_step=first,
        last_step=stop,
        precision=precision,
        on_step=on_step,
    )
    if done < config.steps:
        tell(f"train: stopped at step {done} of {config.steps}; run it again to go on")
        return None
    _save_weights(model, weights)
    return model.float().cpu().eval()


def new_half(model: Any) -> Any:
    """A copy in float16, which is what ships: the library is made on the weights that will be loaded."""
    half = type(model)(model.config)
    half.load_state_dict(model.state_dict())
    return half.half()


def _fastest(device: torch.device) -> tuple[torch.dtype | None, float]:
    """What to make matrix products in and how many operations a second that gives: bfloat16 where it is worth it, as on
    GPUs and on processors that have instructions for it."""
    full, half = (peak_flops(device, dtype) for dtype in (torch.float32, torch.bfloat16))
    return (torch.bfloat16, half) if half > WORTH_IT * full else (None, full)


class _Reporter:
    """Losses and speed since the last report, with the held-out rows measured at each."""

    def __init__(self, packed: Packed, folder: Path, model: Any, tell: Tell, peak: float) -> None:
        config = packed.config
        self._held_out = [row for i in range(len(packed.held_out)) if len((row := packed.held_out.row(i)).ids) <= 1024]
        self._padding, self._steps, self._log = packed.padding, config.steps, folder / "log.jsonl"
        self._model, self._tell, self._peak = model, tell, peak
        self._flops = flops_per_token(model, config.longest)
        self._losses: list[float] = []
        self._tokens, self._seconds, self._step = 0, 0.0, 0

    def note(self, report: StepReport) -> None:
        self._losses.append(report.loss)
        self._tokens += report.tokens
        self._seconds += report.seconds
        self._step = report.step

    def tell(self) -> None:
        self._model.eval()
        known = fit(self._model, self._held_out, padding=self._padding)
        self._model.train()
        rate = self._tokens / self._seconds
        line = {
            "what": "base",
            "step": self._step,
            "loss": sum(self._losses) / len(self._losses),
            "held_out_loss": known.loss,
            "exact": known.exact_fraction,
            "tokens_per_second": rate,
            "share_of_peak": rate * self._flops / self._peak,
            "tokens": self._tokens,
        }
        self._log.parent.mkdir(parents=True, exist_ok=True)
        with self._log.open("a") as file:
            file.write(json.dumps(line) + "\n")
        self._tell(
            f"train: step {self._step} of {self._steps}, loss {line['loss']:.3f}, held out {known.loss:.3f}, exact"
            f" {known.exact_fraction:.1%}, {rate:.0f} tokens/s, {line['share_of_peak']:.0%} of a matrix product's speed"
        )
        self._losses, self._tokens, self._seconds = [], 0, 0.0


def _other(packed: Packed, name: str) -> PretrainConfig:
    """Another config for the same rows. Raises UsageError if it has fewer tokens than they use."""
    config, used = load_config(name), int(packed.train.tokens.max()) + 1
    if config.architecture.vocabulary < used:
        raise UsageError(f"the rows use {used} tokens, and {name} has {config.architecture.vocabulary}: give it more")
    return config


def _save_weights(model: Any, folder: Path) -> None:
    staging = folder.with_name(f"{folder.name}.partial")
    shutil.rmtree(staging, ignore_errors=True)
    new_half(model).save_pretrained(staging, max_shard_size=SHARD_SIZE)
    staging.rename(folder)


def main(arguments: list[str] | None = None) -> int:
    """The command; returns its exit status: 0 done, 1 cut by the clock, 2 usage, 3 environment."""
    parser = argparse.ArgumentParser(
        prog="sleepy_coder.pretraining.base", description="Train the base model from packed rows."
    )
    parser.add_argument("packed", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--config", help="another shape and other steps on the same rows: a config's name or file")
    parser.add_argument("--minutes", type=float, help="stop with a checkpoint after so long")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    given = parser.parse_args(arguments)
    try:
        given.folder.mkdir(parents=True, exist_ok=True)
        tell: Tell = lambda words: print(words, file=sys.stderr, flush=True)  # noqa: E731 (a word for print)
        packed = read_packed(given.packed)
        if given.config is not None:
            packed = replace(packed, config=_other(packed, given.config))
        found = train_base(packed, given.folder, tell, minutes=given.minutes, device=given.device)
    except SleepyCoderError as problem:
        print(f"sleepy-coder: {problem}", file=sys.stderr)
        return problem.exit_status
    return 0 if found is not None else 1


if __name__ == "__main__":
    sys.exit(main())
