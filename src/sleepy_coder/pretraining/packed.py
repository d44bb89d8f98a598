"""All that training the base model takes, in one file without text or paths: token ids, weights, config.

Numpy arrays in a zip with LZMA, which numpy reads itself; no pickle. Ids are uint16, so a vocabulary has at most 65,536
tokens.
"""

import json
import zipfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from sleepy_coder.errors import UsageError
from sleepy_coder.pretraining.config import PretrainConfig, config_of
from sleepy_coder.training.batches import TokenRow
from sleepy_coder.training.packing import TokenTable

_HEADER = "header"
_PARTS = ("train", "held_out")


@dataclass(frozen=True, slots=True)
class Packed:
    """Rows to train on and rows to measure by; `end` ends an answer, `padding` fills rows."""

    config: PretrainConfig
    train: TokenTable
    held_out: TokenTable
    end: int
    padding: int


def table_of(rows: Sequence[TokenRow], head_weights: Sequence[float]) -> TokenTable:
    """Token rows end to end."""
    lengths = np.array([len(row.ids) for row in rows], dtype=np.int64)
    tokens = np.fromiter((token for row in rows for token in row.ids), dtype=np.uint16, count=int(lengths.sum()))
    heads = np.array([row.answer_start for row in rows], dtype=np.int64)
    return TokenTable(tokens, np.cumsum(lengths), heads, np.array(head_weights, dtype=np.float32))


def write_packed(path: Path, packed: Packed) -> None:
    """Whole or not at all."""
    header = {"config": asdict(packed.config), "end": packed.end, "padding": packed.padding}
    arrays: dict[str, Any] = {_HEADER: np.frombuffer(json.dumps(header).encode(), dtype=np.uint8)}
    for name in _PARTS:
        table: TokenTable = getattr(packed, name)
        arrays[f"{name}.tokens"] = table.tokens
        arrays[f"{name}.lengths"] = table.lengths.astype(np.uint16)
        arrays[f"{name}.heads"] = table.heads.astype(np.uint16)
        arrays[f"{name}.head_weights"] = table.head_weights
    partial = path.with_suffix(".partial")
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_LZMA) as archive:
        for name, array in arrays.items():
            with archive.open(f"{name}.npy", "w", force_zip64=True) as file:
                np.lib.format.write_array(file, array, allow_pickle=False)
    partial.replace(path)


def read_packed(path: Path) -> Packed:
    """Raises UsageError for a file that is not such a one."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            header = json.loads(arrays[_HEADER].tobytes())
            train, held_out = (
                TokenTable(
                    arrays[f"{name}.tokens"],
                    np.cumsum(arrays[f"{name}.lengths"], dtype=np.int64),
                    arrays[f"{name}.heads"].astype(np.int64),
                    arrays[f"{name}.head_weights"],
                )
                for name in _PARTS
            )
        return Packed(config_of(header["config"]), train, held_out, header["end"], header["padding"])
    except (OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise UsageError(
            f"{path} is no packed training data ({error}); make it with pretrain --until packed"
        ) from error
