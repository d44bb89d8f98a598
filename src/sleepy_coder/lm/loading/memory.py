"""Running out of memory as something to recover from: what it looks like, and how what is cached is given back."""

import gc

import torch


def is_out_of_memory(error: BaseException) -> bool:
    """CUDA and MPS have a class for it; torch's CPU allocator says so in words."""
    return isinstance(error, torch.OutOfMemoryError | MemoryError) or "can't allocate memory" in str(error)


def release() -> None:
    """Give back what torch keeps for later."""
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
    if torch.backends.mps.is_available():
        torch.mps.empty_cache()
