"""The folders that state lives in."""

from pathlib import Path

from sleepy_coder.paths import find_paths


def test_home_moves_every_path(tmp_path: Path) -> None:
    paths = find_paths({"SLEEPY_CODER_HOME": str(tmp_path)})
    places = [paths.episodes_db, paths.library, paths.nights, paths.undo, paths.cache, paths.user_file, paths.trusted]
    places += [paths.suites, paths.crates, paths.night_lock]
    assert all(place.is_relative_to(tmp_path) for place in places)
    assert len(set(places)) == len(places)
    elsewhere = find_paths({})
    assert elsewhere.home.is_absolute() and "sleepy-coder" in str(elsewhere.home)


def test_a_servers_login_is_in_no_folders_name(tmp_path: Path) -> None:
    paths = find_paths({"SLEEPY_CODER_HOME": str(tmp_path)})
    for name in ("https://me:password@host/v1#big", "https://me:password@host#big"):
        base = paths.of(name).base
        assert "password" not in str(base) and base.name.rpartition("-")[0].endswith("big")


def test_the_nights_of_every_base_model_that_was_used_are_found(tmp_path: Path) -> None:
    paths = find_paths({"SLEEPY_CODER_HOME": str(tmp_path)})
    other = paths.of("owner/other")
    other.nights.mkdir(parents=True)
    assert paths.all_nights == (paths.nights, other.nights) == other.all_nights
