"""The experiments by name: the module, imported only when it is run, and what it measures in one line.

A module offers `run(compiler, *, quick, tell)`, which gives the same keys either way; what it returns is what
`results/NAME.json` holds.
"""

EXPERIMENTS: dict[str, tuple[str, str]] = {
    "embedded": ("sleepy_coder.experiments.embedded", "what the embedded model and its first library know, by family"),
}
