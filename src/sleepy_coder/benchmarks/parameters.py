"""What a skill takes in Qwen2.5-Coder-1.5B and 7B, counted on the meta device from their public configs.

All seven projections of every layer are adapted. In numbers, of which float32 takes four bytes each, for all matrices:

    lora          one skill as a plain LoRA of rank 8
    coefficients  one skill resident at serving rank p: ε_β and ε_α
    core          one skill's cores, from which any p is cut
    basis         β and α, k = 32 columns each, once for all skills

`break_even_skills`: from how many skills on basis and coefficients take less than a LoRA each.
"""

import math
from collections.abc import Callable, Mapping
from typing import Any

import torch

from sleepy_coder.adapters.targets import shapes, target_linears
from sleepy_coder.provenance import provenance
from sleepy_coder.share.basis import Basis, Side
from sleepy_coder.share.ledger import break_even_tasks, byte_lines
from sleepy_coder.share.library import SkillLibrary

K, RANK, PSEUDO_RANKS, PHI = 32, 8, (1, 2, 4), 2

# from the config.json of Qwen/Qwen2.5-Coder-1.5B-Instruct and Qwen/Qwen2.5-Coder-7B-Instruct
CONFIGS: Mapping[str, Mapping[str, Any]] = {
    "qwen2.5-coder-1.5b": {
        "hidden_size": 1536,
        "intermediate_size": 8960,
        "num_hidden_layers": 28,
        "num_attention_heads": 12,
        "num_key_value_heads": 2,
        "vocab_size": 151936,
        "tie_word_embeddings": True,
    },
    "qwen2.5-coder-7b": {
        "hidden_size": 3584,
        "intermediate_size": 18944,
        "num_hidden_layers": 28,
        "num_attention_heads": 28,
        "num_key_value_heads": 4,
        "vocab_size": 152064,
        "tie_word_embeddings": False,
    },
}


def run(*, quick: bool, tell: Callable[[str], None]) -> dict[str, Any]:
    """The count; it takes no time, so quick and full are the same."""
    found: dict[str, Any] = {}
    for name, config in CONFIGS.items():
        tell(name)
        found[name] = count(config)
    return {
        "schema": "sleepy-coder/benchmark-parameters/1",
        "models": found,
        "k": K,
        "rank": RANK,
        "provenance": provenance(full=not quick),
    }


def count(config: Mapping[str, Any]) -> dict[str, Any]:
    """The lines of one model, by p."""
    from transformers import Qwen2Config, Qwen2ForCausalLM

    with torch.device("meta"):
        model = Qwen2ForCausalLM(Qwen2Config(**config))
        bases = {
            matrix: Basis(*(Side(torch.empty(length, K), torch.empty(K, K)) for length in shape))
            for matrix, shape in shapes(target_linears(model)).items()
        }
    library = SkillLibrary(bases)
    return {
        "base": sum(parameter.numel() for parameter in model.parameters()),
        "matrices": len(bases),
        "p": {str(p): _lines(library, p) for p in PSEUDO_RANKS},
    }


def _lines(library: SkillLibrary, p: int) -> dict[str, Any]:
    numbers = {line.what: line.numbers for line in byte_lines(library, p=p, phi=PHI, rank=RANK)}
    lora, coefficients = numbers["archive per skill"], numbers["coefficients resident per skill"]
    return {
        "lora": lora,
        "coefficients": coefficients,
        "core": numbers["core per skill"],
        "basis": numbers["basis"],
        "temporary": numbers["temporary columns while a skill trains"],
        "times_smaller_than_lora": round(lora / coefficients, 2),
        "break_even_skills": math.ceil(break_even_tasks(library, p=p, rank=RANK)),
    }
