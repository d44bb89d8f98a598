"""The experiments by name: the module, imported only when it is run, and what it measures in one line.

A module offers `run(compiler, *, quick, tell)`, which gives the same keys either way; what it returns is what
`results/NAME.json` holds. One with a form of at most ten minutes as well takes `middle` besides. One that keeps
finished parts in its result file takes `out`, the file's path or None: it writes the file itself after each part, and
takes up the parts that it finds there. Where a sitting may end before the last part it takes `minutes` too: none begins
after so many.
"""

EXPERIMENTS: dict[str, tuple[str, str]] = {
    "nights": ("sleepy_coder.experiments.nights", "real nights in a row: how often items flip, what judging costs"),
    "night": ("sleepy_coder.experiments.night.run", "repeat errors, origins, kills, secrets: what nights are worth"),
    "gate": ("sleepy_coder.experiments.gate", "the gate over years of nights, by simulation, beside two other rules"),
    "routing": (
        "sleepy_coder.experiments.routing",
        "who is sent where: nine routers on errors in unseen programs",
    ),
    "security": ("sleepy_coder.experiments.security", "hostile crates and answers against sandbox and policy"),
    "embedded": ("sleepy_coder.experiments.embedded", "what the embedded model and its first library know, by family"),
    "formats": ("sleepy_coder.experiments.formats", "three answer formats: repairs verified per second of answering"),
    "sizes": ("sleepy_coder.experiments.sizes", "three model sizes with the same compute, with their loss curves"),
    "plasticity": ("sleepy_coder.experiments.plasticity", "what a LoRA gains on unseen skills in two minutes"),
    "operators": ("sleepy_coder.experiments.operators", "which ways of breaking programs bite in real crates"),
    "sequential": (
        "sleepy_coder.experiments.sequential",
        "novel skills one night at a time: does it learn, does it forget, does routing beat averaging",
    ),
    "parameters": ("sleepy_coder.experiments.parameters", "what each arm trains, keeps in memory and on the disk"),
    "subspace": (
        "sleepy_coder.experiments.subspace",
        "is there a shared subspace: overlaps beside chance and controls",
    ),
    "capacity": ("sleepy_coder.experiments.capacity", "the same stream on base models of several sizes"),
    "sweeps": ("sleepy_coder.experiments.sweeps", "what each knob of Share is worth, one at a time"),
    "longevity": ("sleepy_coder.experiments.longevity", "a hundred skills in one library: what becomes of the first"),
    "models": ("sleepy_coder.experiments.models", "families, exports, a real llama.cpp and two processes as one"),
    "real-crates": (
        "sleepy_coder.experiments.real_crates",
        "errors planted in real crates: the agent beside its stage 0 and cargo fix",
    ),
    "handwritten": (
        "sleepy_coder.experiments.handwritten",
        "errors of the kinds that people make, in programs written for it: fix, its stage 0 and cargo fix",
    ),
}
