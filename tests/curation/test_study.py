"""What a night says of the skills that it was to teach and did not."""

from types import SimpleNamespace
from typing import Any

from sleepy_coder.curation.due import DueSkill
from sleepy_coder.curation.selection import LEAST_LESSONS
from sleepy_coder.curation.study import not_taught


def test_what_was_due_and_is_not_taught_is_told_why() -> None:
    skills = tuple(DueSkill(name, (), (f"E1|{name}", f"E2|{name}"), 3) for name in ("rare", "late", "taught"))
    chosen: Any = {
        name: SimpleNamespace(lessons=[None] * count)
        for name, count in (("rare", LEAST_LESSONS - 1), ("late", LEAST_LESSONS), ("taught", 40))
    }
    plan: Any = SimpleNamespace(skills=skills)
    learned: Any = [SimpleNamespace(record=SimpleNamespace(skill="taught"))]
    told = not_taught(plan, chosen, learned)
    assert set(told) == {"E1|rare", "E2|rare", "E1|late", "E2|late"}
    assert "only 11 examples" in told["E1|rare"] and "time was over" in told["E2|late"]
