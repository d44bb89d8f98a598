"""What a night works with."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sleepy_coder.paths import Paths
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.settings import Settings

if TYPE_CHECKING:
    from sleepy_coder.lm.local import LocalModel


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where state lies, how much may be done, who learns, and who says what is right."""

    paths: Paths
    settings: Settings
    model: "LocalModel"
    compiler: Compiler
