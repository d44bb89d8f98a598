"""The accelerator's benchmark runs in tiny shapes, and claims nothing where there is no accelerator."""

import pytest
import torch

from sleepy_coder.benchmarks import gpu
from sleepy_coder.benchmarks.parameters import CONFIGS
from sleepy_coder.errors import EnvironmentFault

# peft 0.21 asks transformers 5.23 for a property by its old name; nothing here can change that.
pytestmark = pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated:FutureWarning")


@pytest.mark.slow
@pytest.mark.skipif(torch.cuda.is_available(), reason="this machine has an accelerator")
def test_without_an_accelerator_only_quick_runs_and_says_that_it_measured_none() -> None:
    with pytest.raises(EnvironmentFault, match="no accelerator"):
        gpu.run(quick=False, tell=lambda words: None)
    found = gpu.run(quick=True, tell=lambda words: None)
    assert found["accelerator"] is None and found["shapes"] == "tiny"
    for name in CONFIGS:
        part = found[name]
        assert part["training_seconds"].keys() == {"bare", "coefficients", "peft"}
        assert part["memory_over_peft"] is None and part["generation_times_peft"] > 0
