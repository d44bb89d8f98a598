"""The benchmarks by name: the module, imported only when it is run, and what it measures in one line.

A module offers `run(*, quick, tell)`, which gives the same keys either way; what it returns is what
`results/NAME.json` holds (NAME with underscores).
"""

BENCHMARKS: dict[str, tuple[str, str]] = {
    "mixed-batch": (
        "sleepy_coder.benchmarks.mixed_batch",
        "a batch in which every row uses another skill, beside peft",
    ),
    "start": (
        "sleepy_coder.benchmarks.start",
        "seconds until --help is printed, and of a fix by compiler suggestions alone",
    ),
}
