"""The benchmarks by name: the module, imported only when it is run, and what it measures in one line.

A module offers `run(*, quick, tell)`, which gives the same keys either way; what it returns is what
`results/NAME.json` holds (NAME with underscores).
"""

BENCHMARKS: dict[str, tuple[str, str]] = {
    "breaker": ("sleepy_coder.benchmarks.breaker", "verified pairs per second, in batches and the plain way"),
    "coefficients": ("sleepy_coder.benchmarks.coefficients", "a training step on coefficients, beside LoRA and peft"),
    "gpu": ("sleepy_coder.benchmarks.gpu", "training and mixed batches on an accelerator, beside peft"),
    "merge": ("sleepy_coder.benchmarks.merge", "merging the 500th skill beside the 10th, and what is lost by it"),
    "mixed-batch": (
        "sleepy_coder.benchmarks.mixed_batch",
        "a batch in which every row uses another skill, beside peft",
    ),
    "parameters": ("sleepy_coder.benchmarks.parameters", "how many numbers a skill takes in two larger models"),
    "start": (
        "sleepy_coder.benchmarks.start",
        "seconds until --help is printed, and of a fix by compiler suggestions alone",
    ),
    "verify": (
        "sleepy_coder.benchmarks.verify",
        "candidates checked per second on a real crate, beside cargo check, cold and warm",
    ),
}
