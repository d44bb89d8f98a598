"""Which skills are due, and why others have to wait."""

from sleepy_coder.curation.due import Known, due_skills
from sleepy_coder.episodes.episode import FailureGroup
from sleepy_coder.registry.manifest import BaseModel, Manifest, Skill

EMPTY = Manifest(base_model=BaseModel("m", "0" * 64), skills={})


def group(signature: str, count: int) -> FailureGroup:
    return FailureGroup(signature, signature[:5], tuple(f"e{i}" for i in range(count)), count)


def test_signatures_that_one_break_reproduces_are_one_skill() -> None:
    failures = [group("E0277|a", 2), group("E0277|b", 2), group("E0277|c", 4)]
    made = {"E0277|a": {"index": 5}, "E0277|b": {"index": 3, "range": 1}, "E0277|c": {"range": 9}}
    due = due_skills(failures, Known(made, {}), EMPTY, min_failures=3, most_skills=9)
    assert [(s.skill, s.failures, s.signatures) for s in due.skills] == [
        ("index", 4, ("E0277|a", "E0277|b")),
        ("range", 4, ("E0277|c",)),
    ]
    assert not due.waiting


def test_every_failed_signature_is_due_or_has_a_reason_to_wait() -> None:
    failures = [group("E0001|a", 9), group("E0002|b", 1), group("E0003|c", 5), group("E0004|d", 4)]
    made = {"E0002|b": {"two": 1}, "E0003|c": {"three": 1}, "E0004|d": {"four": 1}}
    due = due_skills(failures, Known(made, {}), EMPTY, min_failures=3, most_skills=1)
    assert [s.skill for s in due.skills] == ["three"]
    assert "reproduces" in due.waiting["E0001|a"]
    assert "only 1 of the 3" in due.waiting["E0002|b"]
    assert "budget" in due.waiting["E0004|d"]


def test_a_signature_that_a_skill_owns_trains_that_skill_again() -> None:
    owned = Manifest(
        base_model=BaseModel("m", "0" * 64), skills={"casts": Skill(signatures=("E0277|a",), served="f" * 64)}
    )
    due = due_skills([group("E0277|a", 3)], Known({"E0277|a": {"index": 1}}, {}), owned, min_failures=3, most_skills=9)
    assert [(s.skill, s.families) for s in due.skills] == [("casts", ("index",))]


def test_a_skill_that_nights_did_not_help_gives_way_to_one_that_may_learn() -> None:
    failures = [group("E0001|a", 6), group("E0002|b", 4)]
    made = {"E0001|a": {"stubborn": 1}, "E0002|b": {"fresh": 1}}
    known = Known(made, {"stubborn": [False, False]})
    due = due_skills(failures, known, EMPTY, min_failures=3, most_skills=1)
    assert [skill.skill for skill in due.skills] == ["fresh"]
    assert "expected gain 1.0" in due.waiting["E0001|a"]
    assert due.skills[0].why == "due: 4 failures, it was never tried, expected gain 2.0"
