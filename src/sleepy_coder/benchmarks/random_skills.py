"""Skills with the size of trained ones and random directions: speed does not depend on what a library knows."""

from collections.abc import Mapping

import torch

from sleepy_coder.adapters.targets import Shape
from sleepy_coder.share.basis import Basis
from sleepy_coder.share.library import Skill, SkillLibrary
from sleepy_coder.share.subspace import random_basis

SIZE = 0.3
"""‖ΔW‖ of a skill's matrix over √(n·d)·0.02, the size of a fresh weight matrix; 0.25 to 0.35 in the first library."""


def random_library(shapes: Mapping[str, Shape], *, skills: int, k: int, p: int, seed: int = 0) -> SkillLibrary:
    """`skills` skills, named s0, s1, …, of rank p in one basis of k columns a side."""
    generator = torch.Generator().manual_seed(seed)
    bases: dict[str, Basis] = {
        matrix: random_basis(shape.outputs, shape.inputs, k, seed + number)
        for number, (matrix, shape) in enumerate(shapes.items())
    }
    norms = {matrix: SIZE * 0.02 * (shape.outputs * shape.inputs) ** 0.5 for matrix, shape in shapes.items()}

    def core(matrix: str) -> torch.Tensor:
        left = torch.randn(bases[matrix].beta.size, p, generator=generator)
        made: torch.Tensor = left @ torch.randn(p, bases[matrix].alpha.size, generator=generator)
        return made.mul_(norms[matrix] / float(made.norm()))

    nothing_lost = dict.fromkeys(shapes, 0.0)
    entries = {f"s{i}": Skill({m: core(m) for m in shapes}, 1, norms, nothing_lost) for i in range(skills)}
    return SkillLibrary(bases, entries, 1)
