"""Which rules run on which draft: a project is whatever one configuration governs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from gxlint.engine import Engine
from gxlint.form.report import Report
from gxlint.plugins.registry import Registry
from gxlint.settings import Settings

if TYPE_CHECKING:  # what reads configurations is imported when there is one
    from gxlint.config.config import Config, Particulars

#: Finds the configuration file for drafts in a folder: its path, or ``None``.
Find = Callable[[str], str | None]


class Setup(NamedTuple):
    """What holds in all projects."""

    settings: Settings
    """They count more than a configuration."""
    registry: Callable[[], Registry]
    """The plugins that are there without any configuration."""
    previous: Callable[[Report], Report | None]
    trusting: bool
    """Whether plugins that a configuration names by path are loaded."""


class Project:
    """The drafts that one configuration governs, or that none does."""

    def __init__(self, setup: Setup, config: Config | None = None) -> None:
        """Load the plugins that the configuration names.

        Raises:
            ConfigError: it names rules that do not exist, or gives them wrong options.
        """
        self.config = config
        self._setup = setup
        self._engines: dict[Particulars | None, Engine] = {}
        self.registry = self._registry()
        if config is not None:
            config.check_names(self.registry if setup.trusting else _Partial(self.registry))

    def _registry(self) -> Registry:
        registry = self._setup.registry()
        if self.config is None or not self.config.plugins or not self._setup.trusting:
            return registry
        from gxlint.plugins.local import load_plugins

        return registry.extended(load_plugins(self.config.plugins))

    @property
    def engines(self) -> Iterable[Engine]:
        """Those in use so far."""
        return self._engines.values()

    def engine(self, path: str) -> Engine:
        """The engine for a draft: files of which the configuration says the same share one."""
        particulars = self.config.particulars(path) if self.config else None
        if particulars not in self._engines:
            settings = self._settings(particulars)
            self._engines[particulars] = Engine(self.registry, settings, previous=self._setup.previous)
        return self._engines[particulars]

    def text(self, name: str) -> str | None:
        """A setting of the configuration that is one word or path; ``None`` where nothing says it."""
        return self.config.text(name) if self.config is not None else None

    def excludes(self, path: str) -> bool:
        """Whether a file, or a folder (with a separator at its end), is to be passed over."""
        return self.config is not None and self.config.excludes(path)

    def _settings(self, particulars: Particulars | None) -> Settings:
        chosen = self._setup.settings
        if self.config is None or particulars is None:
            return chosen
        return chosen.over(self.config.settings(particulars), self.registry.rules)


class _Partial:
    """A registry in which names of plugins' rules may be missing."""

    is_whole = False

    def __init__(self, registry: Registry) -> None:
        self.rules = registry.rules
        self.kinds = registry.kinds


class Projects:
    """The projects of a run, or of an editor's folders."""

    def __init__(self, setup: Setup, find: Find | None) -> None:
        """Prepare.

        Args:
            setup: what holds in all of them.
            find: finds configurations; ``None`` if none is to be read.
        """
        self._setup = setup
        self._find = find
        self._by_config: dict[str | None, Project] = {}
        self._by_folder: dict[str, Project] = {}

    def __iter__(self) -> Iterator[Project]:
        """Those in use so far."""
        return iter(self._by_config.values())

    def engine(self, path: str) -> Engine:
        """The engine for a draft; raises as :meth:`of`."""
        return self.of(path).engine(path)

    def of(self, path: str) -> Project:
        """The project of a draft, by the folder that it is in; a draft without a path is in the current folder.

        Raises:
            ConfigError: the configuration is broken.
        """
        return self.at(os.path.dirname(path))

    def known(self, path: str) -> Project | None:
        """The project of a draft if it was asked for before and could be made; nothing is loaded for it."""
        return self._by_folder.get(os.path.dirname(path))

    def at(self, folder: str) -> Project:
        """The project of a folder; raises as :meth:`of`."""
        if folder not in self._by_folder:
            self._by_folder[folder] = self._of_config(self._find(folder or os.curdir) if self._find else None)
        return self._by_folder[folder]

    def above(self, paths: Iterable[str]) -> Project:
        """The project that speaks for a run over several files and folders; raises as :meth:`of`."""
        folders = {path if os.path.isdir(path) else os.path.dirname(path) for path in paths}
        try:
            return self.at(os.path.commonpath([os.path.abspath(folder) for folder in folders or {os.curdir}]))
        except ValueError:  # on different drives
            return self.at(os.curdir)

    def _of_config(self, path: str | None) -> Project:
        if path not in self._by_config:
            self._by_config[path] = Project(self._setup, _load(path) if path else None)
        return self._by_config[path]


def _load(path: str) -> Config:
    from gxlint.config.config import load_config

    return load_config(path)
