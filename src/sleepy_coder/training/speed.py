"""How fast training is beside what the hardware can do."""

import time
from typing import Any

import torch

_SIDE = {"cpu": 1024, "cuda": 8192}
_REPEATS = 5


def peak_flops(device: torch.device, dtype: torch.dtype) -> float:
    """Operations a second of a large matrix product, the best of five: what training can be at most on this device."""
    side = _SIDE.get(device.type, 2048)
    left, right = (torch.rand((side, side), device=device).to(dtype) for _ in range(2))
    best = float("inf")
    for _ in range(_REPEATS + 1):  # the first one warms up
        began = time.perf_counter()
        product = left @ right
        float(product[0, 0])  # waits for the device
        best = min(best, time.perf_counter() - began)
    return 2 * side**3 / best


def flops_per_token(model: Any, width: int) -> float:
    """Of a forward and a backward pass: 6 for each parameter that multiplies, and attention over rows of `width` tokens
    (Kaplan et al. 2020, arXiv:2001.08361, table 1; an embedding tied to the head multiplies once)."""
    config = model.config
    parameters = sum(parameter.numel() for parameter in model.parameters())
    return float(6 * parameters + 12 * config.num_hidden_layers * config.hidden_size * width)
