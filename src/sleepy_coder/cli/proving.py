"""What `suite verify` finds: the proof of every task, and what training has seen."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from sleepy_coder.breaker.templates import instantiate, load_templates
from sleepy_coder.cli import equipment
from sleepy_coder.cli.output import note, table
from sleepy_coder.pretraining.config import load_config
from sleepy_coder.pretraining.shards import SKILL_KIND, training_pairs
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.settings import load
from sleepy_coder.tasks.leaks import Leak, leaks
from sleepy_coder.tasks.proof.prove import Fault, Proof, prove
from sleepy_coder.tasks.proof.trials import WRONG, Kind
from sleepy_coder.tasks.suites import Suite

TRAINING_PAIRS = {"programs": 600, "short": 100, SKILL_KIND: 75}
"""Of each stream of breaks that the embedded model learns from, from its beginning."""

PROGRAMS_PER_TEMPLATE = 2
"""Of every training template, whatever the stream drew from it."""


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found of one suite."""

    suite: Suite
    proof: Proof
    leaks: tuple[Leak, ...]
    pairs: int
    seconds: float

    @property
    def held_out(self) -> bool:
        """Whether training may not know the suite."""
        return self.suite.card is None or self.suite.card.held_out

    @property
    def faulty(self) -> bool:
        """Whether anything is wrong."""
        return bool(self.proof.faults) or (self.held_out and bool(self.leaks))

    @property
    def plain(self) -> dict[str, Any]:
        """The answer to `--json`."""
        suite, proof, card = self.suite, self.proof, self.suite.card
        return {
            "suite": suite.name,
            "suite_digest": suite.digest,
            "tasks": proof.tasks,
            "families": len(suite.families),
            "codes": len(proof.codes),
            "cheats": {"tried": proof.tried[Kind.CHEAT], "passed": proof.passed(Kind.CHEAT)},
            "references": {
                "passed": proof.passed(Kind.REFERENCE),
                "failed": proof.tried[Kind.REFERENCE] - proof.passed(Kind.REFERENCE),
            },
            "wrong_repairs": {
                "tried": sum(proof.tried[kind] for kind in WRONG),
                "told_apart": len(proof.told_apart),
                "nearby": proof.nearby,
                "passed": sum(proof.passed(kind) for kind in WRONG),
            },
            "leaks": len(self.leaks),
            "held_out": self.held_out,
            "training_pairs": self.pairs,
            "easy_families": list(card.easy_families) if card is not None else [],
            "hard": self._count(easy=False),
            "easy": self._count(easy=True),
            "card": card is not None,
            "faults": [{"task": fault.task, "fault": fault.what} for fault in self._faults],
            "seconds": round(self.seconds, 2),
            "tasks_by_family": dict(Counter(task.family or "-" for task in suite.tasks)),
            "codes_seen": sorted(proof.codes),
        }

    @property
    def words(self) -> str:
        """The same for people."""
        plain = self.plain
        without = plain["tasks"] - self.proof.tried[Kind.REFERENCE]
        rows = [
            ("tasks", f"{plain['tasks']} of {plain['families']} families, {plain['codes']} codes"),
            ("references", f"{plain['references']['passed']} pass, {plain['references']['failed']} fail"),
            ("cheats", f"{plain['cheats']['passed']} of {plain['cheats']['tried']} pass"),
            ("wrong repairs", f"{plain['wrong_repairs']['passed']} taken for right; {self._told}"),
            (
                "leaks",
                f"{plain['leaks']} items near {self.pairs} training pairs or a training template"
                f"{'' if self.held_out else ', as meant'}",
            ),
            ("hard families", self._counted(plain["hard"])),
            ("easy families", self._counted(plain["easy"], plain["easy_families"])),
        ]
        if without:
            rows.insert(2, ("", f"{without} tasks have no reference: what a right answer does is not proved"))
        return "\n".join([*(f"{fault.task}: {fault.what}" for fault in self._faults), table(rows)])

    def _count(self, *, easy: bool) -> dict[str, int] | None:
        """Families and tasks that are easy, or that are not; None without a card."""
        marked = self.suite.easy_families
        if marked is None:
            return None
        counts = Counter(task.family for task in self.suite.tasks if (task.family in marked) == easy)
        return {"families": len(counts), "tasks": counts.total()}

    @staticmethod
    def _counted(count: dict[str, int] | None, names: Sequence[str] = ()) -> str:
        if count is None:
            return "not known: no card"
        return f"{count['families']} with {count['tasks']} tasks" + (f": {', '.join(names)}" if names else "")

    @property
    def _told(self) -> str:
        nearby = f", {self.proof.nearby} of them something wrong beside the repair" if self.proof.nearby else ""
        return f"{len(self.proof.told_apart)} tasks tell one that compiles apart{nearby}"

    @property
    def _faults(self) -> list[Fault]:
        leaked = [Fault(leak.task, leak.what) for leak in self.leaks] if self.held_out else []
        return [*self.proof.faults, *leaked]


def prove_suite(suite: Suite) -> Findings:
    """Prove every task of a suite and compare it with training. Nothing is remembered from earlier proofs."""
    began = time.monotonic()
    compiler = equipment.compiler(load(Path()).settings)
    card = suite.card
    proof = prove(suite.tasks, compiler, wrong_repairs=card.wrong_repairs if card is not None else None, tell=note)
    note("what training has seen")
    programs = list(training_programs(compiler))
    pairs = len(programs) - PROGRAMS_PER_TEMPLATE * len(load_templates("train"))
    return Findings(suite, proof, tuple(leaks(suite.tasks, programs)), pairs, time.monotonic() - began)


def training_programs(compiler: Compiler) -> Iterator[tuple[str, SourceTree]]:
    """Programs of every training template, then the beginning of each stream of breaks that the embedded model learns
    from, from its seed.

    Edit tasks and pieces of text are of the same templates' programs. Rows of real crates are not made again here,
    since that takes the crates: they went through the same comparison when they were made.
    """
    for template in load_templates("train"):
        for seed in range(PROGRAMS_PER_TEMPLATE):
            yield template.name, instantiate(template, seed)
    for kind, pairs in training_pairs(load_config("embedded"), compiler):
        for pair in islice(pairs, TRAINING_PAIRS[kind]):
            yield f"{pair.template} #{pair.seed} ({kind})", pair.broken
