"""Several processes that train as one: `accelerate launch` starts them, each takes its rows of every batch.

Every process holds the same model and the same adapter, reads the same batches and keeps every N-th row; gradients are
sums over the whole batch's weight, so that adding them up gives what one process would have got, up to rounding. With
one process nothing of this happens, and accelerate is not imported.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass

import torch

from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.training.batches import Batch


@dataclass(frozen=True, slots=True)
class Processes:
    """This process among `count`."""

    index: int = 0
    count: int = 1

    def part(self, batch: Batch) -> Batch | None:
        """This process's rows of a batch; None where there are fewer rows than processes."""
        if self.count == 1:
            return batch
        own = batch.part(slice(self.index, None, self.count))
        return own if len(own.ids) else None

    def add_up(self, tensors: Sequence[torch.Tensor]) -> None:
        """Replace each tensor by its sum over the processes, in one exchange."""
        if self.count == 1 or not tensors:
            return
        from accelerate.utils import reduce

        flat = reduce(torch.cat([tensor.reshape(-1) for tensor in tensors]), reduction="sum")
        for tensor, summed in zip(tensors, flat.split([tensor.numel() for tensor in tensors]), strict=True):
            tensor.copy_(summed.view_as(tensor))


def launched() -> Processes:
    """What `accelerate launch` says in the environment; one process otherwise. Raises EnvironmentFault."""
    if int(os.environ.get("WORLD_SIZE", "1")) == 1:
        return Processes()
    try:
        from accelerate import PartialState
    except ImportError as error:
        raise EnvironmentFault(
            "training in several processes needs accelerate: pip install 'sleepy-coder[several]'"
        ) from error
    state = PartialState(cpu=not torch.cuda.is_available())
    return Processes(state.process_index, state.num_processes)
