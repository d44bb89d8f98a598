"""Every knob, its default, and where its value came from.

Precedence, weakest first: the default below, `sleepy.toml` in the crate, the user's own TOML, `SLEEPY_CODER_<KEY>`
in the environment, the command's flag. An unknown key is an error wherever it stands. A crate may come from a
stranger, so `sleepy.toml` may set the keys of `PROJECTS` alone: how its own errors are worked on. All else, such as the
model, containment, what a night learns, when it may be served and what is kept, is its owner's.

Durations are seconds or texts such as "15m", "90s", "1h30m"; sizes are bytes or texts such as "512MiB", "2GiB".
"""

import dataclasses
import math
import os
import tomllib
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

import msgspec
from msgspec import Meta

from sleepy_coder.durable import reason
from sleepy_coder.errors import UsageError
from sleepy_coder.paths import find_paths
from sleepy_coder.quantities import DAY_SECONDS, parse_duration, parse_size

PREFIX = "SLEEPY_CODER_"
CRATE_FILE = "sleepy.toml"
NOT_SETTINGS = frozenset({"SLEEPY_CODER_HOME", "SLEEPY_CODER_RUSTC", "SLEEPY_CODER_EMBEDDED", "SLEEPY_CODER_API_KEY"})
FLAGS = {"night_budget_seconds": "--budget"}  # that are not called like their setting
PROJECTS = frozenset(
    {
        *("stages", "attempts", "last_attempts", "max_rounds", "suggestion_depth", "suggestion_checks"),
        *("clippy_lints", "check_wall_seconds", "crate_wall_seconds", "fix_wall_seconds"),
    }
)
"""The settings that a project's own sleepy.toml may hold."""

MOST_SECONDS = 366 * DAY_SECONDS  # more, and the operating system's clocks overflow

# the descriptions complete the sentence "it must be ..."
Positive = Annotated[int, Meta(ge=1, description="a whole number from 1 on")]
Count = Annotated[int, Meta(ge=0, description="a whole number from 0 on")]
Seconds = Annotated[float, Meta(gt=0, le=MOST_SECONDS, description="a time such as 90s or 15m, of 366 days at most")]
Fraction = Annotated[float, Meta(gt=0, lt=1, description="a number between 0 and 1")]
AboveZero = Annotated[float, Meta(gt=0, description="a number above 0")]
Points = Annotated[float, Meta(gt=0, le=100, description="a number above 0, and 100 at most")]
# no compiler starts, or can say what is wrong, with less
Memory = Annotated[int, Meta(ge=64 << 20, description="a size of 64MiB or more, such as 2GiB")]
Output = Annotated[int, Meta(ge=64 << 10, description="a size of 64KiB or more, such as 4MiB")]
Named = Annotated[str, Meta(pattern=r"\S", description="`embedded`, a folder, a Hugging Face id or URL#MODEL")]
Stages = Annotated[tuple[Literal[0, 1, 2], ...], Meta(min_length=1)]
TimeOfDay = Annotated[
    str, Meta(pattern=r"^\s*([01]?\d|2[0-3]):[0-5]\d\s*$", description='a time of day in quotes, such as "03:30"')
]


@dataclass(frozen=True, slots=True)
class Settings:
    """All knobs, checked; the names are the keys in TOML files, in the environment (upper case) and of flags.

    docs/settings.md is made of the headings and comments.
    """

    # The model
    model: Named = "embedded"  # `embedded`, a folder, a Hugging Face id, or URL#MODEL of a server
    device: Literal["auto", "cpu", "cuda", "mps"] = "auto"  # where the model runs
    precision: Literal["auto", "float32", "bfloat16", "float16", "4bit"] = "auto"  # of the model's weights
    requests_at_once: Positive = 4  # answers that a server is asked for at a time
    # Fixing
    stages: Stages = (0, 1, 2)  # 0 compiler suggestions, 1 specialist, 2 base model
    attempts: Positive = 8  # candidates of each model stage for each error
    last_attempts: Count = 32  # more, if none is right and tests judge; of the embedded model alone
    max_rounds: Positive = 16  # errors worked on before giving up
    suggestion_depth: Positive = 3  # compiler suggestions applied one after another in stage 0
    suggestion_checks: Positive = 48  # compiles that stage 0 may spend on one error
    clippy_lints: tuple[str, ...] = ("clippy::all",)  # what `fix --clippy` treats as errors
    check_wall_seconds: Seconds = 20.0  # time for one rustc, or one run of a program
    crate_wall_seconds: Seconds = 300.0  # time for one cargo run
    fix_wall_seconds: Seconds = 900.0  # time for one `fix`
    # Containment
    sandbox: Literal["required", "preferred", "off"] = (
        "required"  # `required` refuses code that no sandbox holds, unless you trust it; the others run it
    )
    memory_bytes: Memory = 2 * 1024**3  # memory of one checked process
    output_bytes: Output = 4 * 1024**2  # what one checked process may print
    # The night
    night_budget_seconds: Seconds = 900.0  # time for one night (`--budget`)
    seed: Count = 0  # of all that is sampled
    min_failures: Positive = 3  # different programs with errors of one skill, or it is not due
    failure_days: Positive = 30  # how long a failure that taught nothing is carried over
    origins: tuple[Literal["human", "episode", "search", "teacher", "dream"], ...] = (
        *("human", "episode", "search", "teacher", "dream"),
    )  # where examples may come from
    search_attempts: Positive = 16  # answers sampled for each failure, temperature, specialist and prompt
    teacher: str = ""  # a stronger model, as `model` names one; none where empty. A server sees your code
    teacher_tokens: Positive = 20_000  # of the teacher's answers, for each skill of a night
    dreams_per_skill: Positive = 160  # examples of a skill in all; dreams fill up what other origins leave
    held_out_per_skill: Positive = 24  # examples kept from training, to see whether the basis fits
    holdout_per_skill: Count = 8  # the newest real repairs, never trained on until newer ones take their place
    most_per_repository: Positive = 64  # examples of one skill from one repository
    most_per_author: Positive = 96  # examples of one skill by one author
    least_improvement: Annotated[float, Meta(ge=0, le=1, description="a number from 0 to 1")] = (
        0.1  # share of held-out examples that must be answered better, or a skill is not merged
    )
    nearest_skills: Count = 16  # skills tried as a new skill's start
    fits_at: Fraction = 0.7  # share of held-out examples answered exactly: coefficients are enough
    training_steps: Positive = 36  # steps for one skill, where the budget allows
    learning_rate: AboveZero = 5e-3  # of the optimiser
    coefficient_rank: Count = 0  # p of the Share algorithm; 0 keeps the full core
    expansion_columns: Count = 4  # φ: columns tried where coefficients are not enough; 0 tries none
    basis_columns_cap: Positive = 256  # the most columns of the shared basis, k
    merge_tolerance: Fraction = 0.1  # relative error of ΔW that a skill's merge aims at; all merges may cause 0.1 more
    router: Literal["signature", "centroid", "learned"] = (
        "learned"  # that chooses the specialist, in libraries that nights make
    )
    library_bytes: Positive = 2 * 1024**3  # old versions beyond this are removed, see `gc`
    # When nights come by themselves
    schedule_at: TimeOfDay = "03:00"  # time of the first try; three more follow, hourly
    schedule_on_mains: bool = True  # no night on a battery
    schedule_idle_load: AboveZero = 0.5  # share of a core, over five minutes; more is busy
    schedule_free_bytes: Positive = 2 * 1024**3  # free on the disk, or no night begins
    # Evaluation and the gate
    alpha: Fraction = 0.05  # chance of a false promotion, over all nights together
    margin_points: Points = 1.0  # loss on old items that counts as none
    useful_gain_points: Points = 5.0  # a candidate that gains less is not worth the wait
    power: Fraction = 0.8  # at which the smallest visible gain is stated
    interval_level: Fraction = 0.95  # of the intervals in reports
    gate_items_per_skill: Positive = 24  # fresh items of a trained skill in each round
    gate_rounds: Positive = 16  # rounds of fresh items, at most, until the gate can tell
    gate_nights: Positive = 3  # nights, in all, on which a candidate is judged that stays undecided
    gate_old_items: Positive = 1100  # items of what was learned before; most cost no answer
    gate_canaries: Count = 40  # simple repairs that must not be lost


class LoadedSettings(NamedTuple):
    """Settings, and per key the place that set it: "default", a file's path, an environment variable or a flag."""

    settings: Settings
    origins: Mapping[str, str]


def load(
    start: Path, flags: Mapping[str, object] | None = None, environment: Mapping[str, str] = os.environ
) -> LoadedSettings:
    """Settings for work at `start` (a file or folder); flags that are None count as not given.

    Raises UsageError, naming the key and the place, for an unknown key, a bad value or a file that is not TOML.
    """
    values: dict[str, object] = {}
    origins = {field.name: "default" for field in dataclasses.fields(Settings)}

    def take(key: str, raw: object, origin: str) -> None:
        values[key], origins[key] = _convert(key, raw, origin), origin

    crate_file, user_file = find_crate_file(start), find_paths(environment).user_file
    if crate_file is not None:
        for key, raw in _read_toml(crate_file).items():
            if key in origins and key not in PROJECTS:
                raise UsageError(
                    f"{crate_file} sets `{key}`, which is your choice and no project's: take the line out there, "
                    f"and if it is your own wish put it into {user_file}"
                )
            take(key, raw, str(crate_file))
    if user_file.exists() or user_file.is_symlink():  # a link to nothing is told of
        for key, raw in _read_toml(user_file).items():
            take(key, raw, str(user_file))
    for name in sorted(environment):
        if name.startswith(PREFIX) and name not in NOT_SETTINGS:
            take(name.removeprefix(PREFIX).lower(), environment[name], name)
    for key, raw in (flags or {}).items():
        if raw is not None:
            take(key, raw, FLAGS.get(key, "--" + key.replace("_", "-")))
    return LoadedSettings(Settings(**values), origins)  # type: ignore[arg-type]  # each value was converted by name


def find_crate_file(start: Path) -> Path | None:
    """The nearest `sleepy.toml` at or above `start`, looking no further up than the repository's root."""
    here = start.absolute()
    for folder in (here, *here.parents):
        file = folder / CRATE_FILE
        if file.is_file() or file.is_symlink():  # a link to nothing is told of
            return file
        if (folder / ".git").exists():
            return None
    return None


def parse_stages(text: str) -> list[int]:
    """Stages in "0", "0,1" or "0,1,2"; raises ValueError."""
    parts = [part.strip() for part in text.split(",")]
    if not set(parts) <= {"0", "1", "2"}:
        raise ValueError(f"{text!r} is no choice of 0, 1 and 2, such as 0,1")
    return [int(part) for part in parts]


@cache
def _types() -> dict[str, Any]:
    return typing.get_type_hints(Settings, include_extras=True)


def allowed(key: str) -> str:
    """Which values a setting takes, in words."""
    return _allowed(_types()[key])


def _convert(key: str, raw: object, origin: str) -> object:
    if key not in _types():
        raise UsageError(f"unknown setting `{key}` in {origin}: `sleepy-coder config show` lists the known ones")
    value = raw
    try:
        if isinstance(raw, str):
            if key.endswith("_seconds"):
                value = parse_duration(raw)
            elif key.endswith("_bytes"):
                value = parse_size(raw)
            elif key == "clippy_lints":
                value = [part.strip() for part in raw.split(",")]
            elif key == "stages":
                value = parse_stages(raw)
            elif key == "origins":
                value = [part.strip() for part in raw.split(",") if part.strip()]
        found: object = msgspec.convert(value, _types()[key], strict=not isinstance(raw, str))
        if isinstance(found, float) and not math.isfinite(found):
            raise ValueError("it must be a finite number")
    except ValueError as error:  # msgspec's ValidationError is one
        why = f"it must be {allowed(key)}" if isinstance(error, msgspec.ValidationError) else error
        raise UsageError(f"setting `{key}` in {origin} has the value {raw!r}: {why}") from error
    return found


def _allowed(kind: Any) -> str:
    """What values a type has, in words."""
    for meta in getattr(kind, "__metadata__", ()):
        if meta.description is not None:
            return str(meta.description)
    kind = kind.__origin__ if hasattr(kind, "__metadata__") else kind
    arguments = typing.get_args(kind)
    if typing.get_origin(kind) is tuple:
        return f"a list, each in it {_allowed(arguments[0])}"
    if arguments:
        return f"one of {', '.join(map(str, arguments))}"
    return "true or false" if kind is bool else "a text"


def _read_toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is not valid TOML: {error}; mend it") from error
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({reason(error)}): mend that or move it away") from error
