"""Ids sort by time and do not repeat."""

from sleepy_coder.episodes.episode import new_episode_id


def test_ids_sort_by_time_and_are_unique() -> None:
    ids = [new_episode_id() for _ in range(2000)]
    assert len(set(ids)) == len(ids)
    assert [one[:12] for one in ids] == sorted(one[:12] for one in ids)
