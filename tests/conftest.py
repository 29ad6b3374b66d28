from __future__ import annotations

from pathlib import Path

import pytest

from gxlint.batch.store import VARIABLE

from .wheel import Environment, wheel_in

pytest_plugins = ["gxlint.pytest_plugin"]


@pytest.fixture(autouse=True)
def cache_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads what another has kept, nor what belongs to the user."""
    folder = tmp_path_factory.mktemp("cache") / "gxlint"
    monkeypatch.setenv(VARIABLE, str(folder))
    return folder


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The wheel of this checkout, built once per run, however many processes share it."""
    base = tmp_path_factory.getbasetemp()
    return wheel_in((base if worker_id == "master" else base.parent) / "wheel")


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment with that wheel and pytest in it; tests may install more, but nothing that others would miss."""
    environment = Environment(tmp_path_factory.mktemp("installed"))
    environment.install(str(wheel), "pytest")
    return environment
