"""The embedded model lies in the package, or where the environment says."""

from pathlib import Path

import pytest

from sleepy_coder.embedded.location import embedded_folder, library_folder, model_folder


def test_the_environment_may_name_another_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SLEEPY_CODER_EMBEDDED", str(tmp_path))
    assert (model_folder(), library_folder()) == (tmp_path / "model", tmp_path / "library")


def test_by_default_it_is_package_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SLEEPY_CODER_EMBEDDED", raising=False)
    import sleepy_coder.embedded

    assert embedded_folder().parent in [Path(place) for place in sleepy_coder.embedded.__path__]
