"""Train a LoRA on examples in a file, in one process or in several that train as one, and write it as a peft folder.

    python -m sleepy_coder.training.launched MODEL EXAMPLES.jsonl DIR
    accelerate launch --multi_gpu --num_processes 2 -m sleepy_coder.training.launched MODEL EXAMPLES.jsonl DIR

EXAMPLES holds `messages` ([[role, text], ...]) and `answer` on each line, as a night's `examples/SKILL.jsonl` does.
`--multi_gpu` is what accelerate calls several processes on one machine; without a GPU they run on the CPU, over gloo.
`sleepy-coder import DIR --skill ID` makes a skill of the result, on this machine or another.
"""

import argparse
import sys
from pathlib import Path

import msgspec

from sleepy_coder.adapters.lora import LoRAAdapter
from sleepy_coder.adapters.peft_files import export_peft
from sleepy_coder.errors import SleepyCoderError, UsageError
from sleepy_coder.lm.local import load
from sleepy_coder.training.batches import batches
from sleepy_coder.training.example import Example, Origin
from sleepy_coder.training.loop import Schedule, StepReport, train
from sleepy_coder.training.processes import launched
from sleepy_coder.training.token_rows import tokenize


class _Line(msgspec.Struct):
    messages: tuple[tuple[str, str], ...]
    answer: str


def read_examples(path: Path) -> list[Example]:
    """The file's examples. Raises UsageError with the line that is none."""
    found = []
    try:
        lines = path.read_bytes().splitlines()  # of text, JSON may hold characters that end lines (U+2028)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from error
    for number, line in enumerate(lines, start=1):
        try:
            row = msgspec.json.decode(line, type=_Line)
        except msgspec.MsgspecError as error:
            raise UsageError(f"{path}, line {number}: {error}") from error
        found.append(Example(row.messages, row.answer, Origin.DREAM, "launched"))
    return found


def main(arguments: list[str] | None = None) -> int:
    """The command; returns its exit status."""
    parser = argparse.ArgumentParser(prog="sleepy_coder.training.launched", description=__doc__.splitlines()[0])
    parser.add_argument("model")
    parser.add_argument("examples", type=Path)
    parser.add_argument("folder", type=Path)
    for name, kind, value in (("steps", int, 60), ("rate", float, 3e-3), ("rank", int, 8), ("seed", int, 0)):
        parser.add_argument(f"--{name}", type=kind, default=value)
    parser.add_argument("--tokens-per-batch", type=int, default=2560, help="of all processes together")
    parser.add_argument("--precision", default="auto")
    given = parser.parse_args(arguments)
    try:
        _run(given)
    except SleepyCoderError as problem:
        print(f"sleepy-coder: {problem}", file=sys.stderr)
        return problem.exit_status
    return 0


def _run(given: argparse.Namespace) -> None:
    processes = launched()
    model = load(given.model, precision=given.precision)
    rows = tokenize(model.tokenizer, read_examples(given.examples))
    adapter = LoRAAdapter(
        model.attachment.shapes, rank=given.rank, seed=given.seed, device=next(model.model.parameters()).device
    )
    data = batches(
        rows,
        tokens_per_batch=given.tokens_per_batch,
        longest=1024,
        prompt_weight=0.0,
        padding=model.chat.padding,
        seed=given.seed,
    )
    model.attachment.train(adapter)
    if processes.index == 0:
        print(f"training in {processes.count} process{'es' * (processes.count > 1)}", file=sys.stderr)

    def tell(report: StepReport) -> None:
        if processes.index == 0:
            print(f"step {report.step} of {given.steps}, loss {report.loss:.4f}", file=sys.stderr)

    train(model.model, adapter.parameters(), data, Schedule(given.rate, given.steps, warmup=5), on_step=tell)
    if processes.index == 0:
        export_peft(given.folder, adapter.folded(), base_model=given.model)


if __name__ == "__main__":
    sys.exit(main())
