"""Where a run keeps its state, and who does its work items."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sleepy_coder.breaker.templates import load_templates
from sleepy_coder.embedded.location import model_folder
from sleepy_coder.execution import Executor, ProcessExecutor, ThreadExecutor, core_count
from sleepy_coder.experiments.sequence.form import QUICK, Form
from sleepy_coder.experiments.sequence.kept import key_of, training_code
from sleepy_coder.lm.loading.weights import digest_of
from sleepy_coder.paths import find_paths
from sleepy_coder.provenance import provenance
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.tasks.suites import load_suite


def folder_of(experiment: str, form: Form, compiler: Compiler) -> Path:
    """This form's folder; another model, rustc or form, other suites or templates have another one."""
    templates = [template.name + template.source for template in load_templates("train")]
    suites = [load_suite(name).digest for name in ("frozen", "canaries")]
    key = key_of((form.size, digest_of(model_folder()), compiler.toolchain.version, *suites, *templates))
    return find_paths().cache / "experiments" / f"{experiment}-{form.name}-{key[:12]}"


def origin(form: Form, seeds: Sequence[int], compiler: Compiler, *, whole: bool = True) -> dict[str, Any]:
    """The provenance of a run on the embedded model; one that is not `whole` is not full, whatever its form."""
    digests = {"model": digest_of(model_folder()), "code": training_code()}
    return provenance(full=form.full and whole, seeds=seeds, digests=digests, rustc=compiler.toolchain.version)


def executor_for(form: Form) -> tuple[Executor, int | None]:
    """A process for each core, with a thread each; what is over in seconds is not worth another process."""
    import torch

    if form.name == QUICK.name or torch.cuda.is_available():
        return ThreadExecutor(1), None
    return ProcessExecutor(core_count()), 1
