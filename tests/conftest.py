from __future__ import annotations

from pathlib import Path

import pytest

from gxlint.store import VARIABLE

pytest_plugins = ["gxlint.testing.pytest_plugin"]


@pytest.fixture(autouse=True)
def cache_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads what another has kept, nor what belongs to the user."""
    folder = tmp_path_factory.mktemp("cache") / "gxlint"
    monkeypatch.setenv(VARIABLE, str(folder))
    return folder
