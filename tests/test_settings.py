"""Precedence, and refusal of unknown keys."""

import dataclasses
import re
from pathlib import Path

import pytest

from sleepy_coder import settings
from sleepy_coder.errors import UsageError
from sleepy_coder.paths import find_paths
from sleepy_coder.settings import Settings, load


@pytest.fixture
def crate(tmp_path: Path) -> Path:
    folder = tmp_path / "crate" / "src"
    folder.mkdir(parents=True)
    (tmp_path / "home").mkdir()
    return tmp_path / "crate"


def environment(crate: Path, **extra: str) -> dict[str, str]:
    return {"SLEEPY_CODER_HOME": str(crate.parent / "home"), "SLEEPY_CODER_RUSTC": "rustc", **extra}


def test_each_layer_overrides_the_one_below_and_is_named_as_the_origin(crate: Path) -> None:
    crate_file, user_file = crate / "sleepy.toml", crate.parent / "home" / "config.toml"
    lower = ("attempts", "last_attempts", "max_rounds", "suggestion_depth")
    crate_file.write_text("".join(f"{key} = 2\n" for key in lower))
    user_file.write_text("".join(f"{key} = 3\n" for key in lower[:3]))
    loaded = load(
        crate / "src",
        {"attempts": 5, "seed": None},
        environment(crate, SLEEPY_CODER_ATTEMPTS="4", SLEEPY_CODER_LAST_ATTEMPTS="4"),
    )
    got, keys = loaded.settings, (*lower, "alpha")
    assert [getattr(got, key) for key in keys] == [5, 4, 3, 2, 0.05]
    assert [loaded.origins[key] for key in keys] == [
        "--attempts", "SLEEPY_CODER_LAST_ATTEMPTS", str(user_file), str(crate_file), "default",
    ]  # fmt: skip
    assert set(loaded.origins) == {field.name for field in dataclasses.fields(Settings)}


@pytest.mark.parametrize("place", ["sleepy.toml", "config.toml", "SLEEPY_CODER_ATEMPTS"])
def test_unknown_key_names_the_key_and_its_place(crate: Path, place: str) -> None:
    env = environment(crate)
    if place.endswith("toml"):
        folder = crate if place == "sleepy.toml" else crate.parent / "home"
        (folder / place).write_text("atempts = 2\n")
    else:
        env[place] = "2"
    with pytest.raises(UsageError, match=rf"`atempts`.*{place}"):
        load(crate, environment=env)


def test_a_strangers_crate_may_set_how_its_errors_are_worked_on_and_nothing_else(crate: Path) -> None:
    home = environment(crate)
    known = {field.name for field in dataclasses.fields(Settings)}
    assert known > settings.PROJECTS
    for key in sorted(known - settings.PROJECTS):
        (crate / "sleepy.toml").write_text(f"{key} = 1\n")
        with pytest.raises(UsageError) as told:
            load(crate, environment=home)
        assert f"{crate / 'sleepy.toml'} sets `{key}`" in str(told.value)
        assert f"put it into {find_paths(home).user_file}" in str(told.value)
    for key in ("library_bytes", "gate_nights", "least_improvement", "seed", "schedule_at"):  # of which some did harm
        assert key not in settings.PROJECTS


def test_the_search_for_sleepy_toml_stops_at_the_repository(crate: Path) -> None:
    (crate.parent / "sleepy.toml").write_text("attempts = 9\n")
    assert load(crate, environment=environment(crate)).settings.attempts == 9
    (crate / ".git").mkdir()
    assert load(crate, environment=environment(crate)).settings.attempts == Settings().attempts


@pytest.mark.parametrize(
    "line",
    [
        "attempts = 0",
        'attempts = "many"',
        "attempts = 2.5",
        "stages = [3]",
        "last_attempts = -1",
        "attempts = [1]",
        "=",
        "attempts =",
    ],
)
def test_bad_values_are_usage_errors_that_name_the_file(crate: Path, line: str) -> None:
    (crate / "sleepy.toml").write_text(line + "\n")
    with pytest.raises(UsageError, match=r"sleepy\.toml"):
        load(crate, environment=environment(crate))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("check_wall_seconds = inf", "a time such as 90s or 15m, of 366 days at most"),
        ("check_wall_seconds = nan", "a time such as"),
        ("check_wall_seconds = 1e300", "a time such as"),
        ('fix_wall_seconds = "inf"', "a time such as"),
        ("learning_rate = inf", "a finite number"),
        ('schedule_at = "99:99"', 'a time of day in quotes, such as "03:30"'),
        ("schedule_at = 03:00:00", "a time of day in quotes"),
        ("stages = []", "a list, each in it one of 0, 1, 2"),
        ("stages = [3]", "a list, each in it one of 0, 1, 2"),
        ('model = ""', "`embedded`, a folder, a Hugging Face id or URL#MODEL"),
        ('model = " "', "`embedded`"),
        ("memory_bytes = 1024", "a size of 64MiB or more, such as 2GiB"),
        ('memory_bytes = "1MiB"', "a size of 64MiB or more"),
        ("output_bytes = 1", "a size of 64KiB or more"),
        ('device = "tpu"', "one of auto, cpu, cuda, mps"),
        ("schedule_on_mains = 3", "true or false"),
        ("clippy_lints = 3", "a list, each in it a text"),
        ("attempts = 0", "a whole number from 1 on"),
        ("alpha = 1", "a number between 0 and 1"),
    ],
)
def test_a_bad_value_is_told_what_is_allowed_in_plain_words(crate: Path, line: str, words: str) -> None:
    place, key = crate.parent / "home" / "config.toml", line.partition(" ")[0]
    place.write_text(line + "\n")
    with pytest.raises(UsageError, match=rf"`{key}` in {place} has the value .*: it must be {re.escape(words)}"):
        load(crate, environment=environment(crate))


def test_a_file_that_is_not_utf8_is_a_usage_error(crate: Path) -> None:
    (crate / "sleepy.toml").write_bytes(b"# \xff\xfe\n")
    with pytest.raises(UsageError, match="not valid TOML"):
        load(crate, environment=environment(crate))


def test_a_file_of_the_owners_that_is_a_folder_is_named_with_what_to_do(crate: Path) -> None:
    home = environment(crate)
    find_paths(home).user_file.mkdir(parents=True)
    with pytest.raises(UsageError, match=r"config\.toml cannot be read \(Is a directory\): mend that or move it away"):
        load(crate, environment=home)


@pytest.mark.parametrize("place", ["sleepy.toml", "../home/config.toml"])
def test_settings_that_are_a_link_to_nothing_are_not_passed_over(crate: Path, place: str) -> None:
    (crate / place).symlink_to("gone.toml")
    with pytest.raises(UsageError, match=r"\.toml cannot be read \(No such file or directory\): mend that"):
        load(crate, environment=environment(crate))


def test_texts_from_flags_and_environment_are_parsed(crate: Path) -> None:
    got = load(
        crate,
        {"night_budget_seconds": "15m", "stages": "0,2"},
        environment(crate, SLEEPY_CODER_MEMORY_BYTES="1GiB", SLEEPY_CODER_ALPHA="0.1"),
    ).settings
    assert (got.night_budget_seconds, got.stages, got.memory_bytes, got.alpha) == (900.0, (0, 2), 1024**3, 0.1)
