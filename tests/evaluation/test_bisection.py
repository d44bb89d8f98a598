"""The night that broke an item is found with few questions, and never made up."""

from itertools import product

from sleepy_coder.evaluation.bisection import bisect


def test_neighbours_are_named_of_which_one_passes_and_the_next_fails() -> None:
    for size in range(2, 8):
        versions = [f"v{n}" for n in range(size)]
        for passing in product((True, False), repeat=size):
            truth = dict(zip(versions, passing, strict=True))
            found = bisect(versions, truth.__getitem__)
            assert all(truth[version] is passed for version, passed in found.asked.items())
            if truth[versions[-1]] or not any(passing):
                assert (found.last_good, found.first_bad) == (None, None)
            else:
                assert found.last_good is not None and found.first_bad is not None
                assert versions.index(found.first_bad) == versions.index(found.last_good) + 1
                assert truth[found.last_good] and not truth[found.first_bad]


def test_a_thousand_versions_take_a_dozen_questions() -> None:
    versions = [str(n) for n in range(1000)]
    found = bisect(versions, lambda version: int(version) < 700)
    assert (found.last_good, found.first_bad) == ("699", "700") and len(found.asked) <= 12
