"""A training run that can be killed at any step: parameters, moments and the step, in one safetensors file."""

import os
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file

from sleepy_coder.errors import ModelBroken


def save_checkpoint(
    path: Path, parameters: Sequence[torch.nn.Parameter], optimizer: torch.optim.Optimizer, step: int
) -> None:
    """Written beside `path`, synced and renamed: the old checkpoint or the new one is there, never half of one."""
    tensors = {}
    for index, parameter in enumerate(parameters):
        tensors[f"{index}.value"] = parameter.detach().cpu().contiguous()
        for name, moment in optimizer.state.get(parameter, {}).items():
            tensors[f"{index}.{name}"] = torch.as_tensor(moment).detach().cpu().contiguous()
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    save_file(tensors, partial, metadata={"step": str(step)})
    with partial.open("rb") as file:
        os.fsync(file.fileno())
    partial.replace(path)


def load_checkpoint(path: Path, parameters: Sequence[torch.nn.Parameter], optimizer: torch.optim.Optimizer) -> int:
    """Puts parameters and moments back and returns the step; 0 where there is no checkpoint. Raises ModelBroken."""
    if not path.exists():
        return 0
    try:
        with safe_open(path, framework="pt") as file, torch.no_grad():
            names = set(file.keys())
            for index, parameter in enumerate(parameters):
                parameter.copy_(file.get_tensor(f"{index}.value"))
                moments = [name for name in names if name.startswith(f"{index}.") and name != f"{index}.value"]
                state = {name.partition(".")[2]: file.get_tensor(name) for name in moments}
                if state:  # torch counts steps on the CPU, wherever the parameter lies
                    optimizer.state[parameter] = {
                        name: moment if name == "step" else moment.to(parameter.device)
                        for name, moment in state.items()
                    }
            return int(file.metadata()["step"])
    except (SafetensorError, KeyError, RuntimeError) as error:
        raise ModelBroken(f"the checkpoint {path} does not fit this training; delete it to start again") from error
