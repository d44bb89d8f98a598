"""The page of settings: all of them, with who may set what."""

import dataclasses
import re

from sleepy_coder.reports.settings_page import described, settings_page
from sleepy_coder.settings import NOT_SETTINGS, PROJECTS, Settings


def test_every_setting_is_told_of_once_under_a_heading_with_a_meaning() -> None:
    told = described()
    assert list(told) == [field.name for field in dataclasses.fields(Settings)]
    assert {one.heading for one in told.values()} >= {"Fixing", "The night", "Evaluation and the gate"}
    assert all(len(one.meaning) > 5 for one in told.values())
    assert told["least_improvement"].heading == "The night", "its comment, on a line of its own, is no heading"


def test_the_page_says_what_a_project_may_set_and_every_variable_of_the_environment() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \|.*\| (yes)? \|$", settings_page(), re.MULTILINE))
    assert {key for key, yes in rows.items() if yes} == PROJECTS
    assert rows.keys() == {field.name for field in dataclasses.fields(Settings)}
    assert all(f"`{name}`" in settings_page() for name in NOT_SETTINGS)
    assert '| `library_bytes` | old versions beyond this are removed, see `gc` | `"2GiB"` |' in settings_page()
