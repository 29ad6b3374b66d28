"""Which files a run lints, of those that its paths stand for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from gxlint.files import Excludes, FoundFile, find_files, has_twin, never
from gxlint.projects import Projects
from gxlint.reading import OFFICE

if TYPE_CHECKING:  # most runs ask nothing of git
    from gxlint.git.changes import Changes


class Selection:
    """Finds the files, leaving out what configurations exclude, git ignores or has not seen changed."""

    def __init__(self, projects: Projects, changes: Changes | None) -> None:
        """Get ready.

        Args:
            projects: tell what can be read, and what is excluded.
            changes: only files that have changed count; ``None`` if all do.
        """
        self._projects = projects
        self._changes = changes

    def files(self, paths: Sequence[str], *, listed: bool, gitignore: bool) -> list[FoundFile]:
        """The files; arguments as for :meth:`gxlint.api.Linter.paths`.

        Raises:
            ConfigError: a configuration above the paths is broken.
            GitError: only what has changed is wanted, and git cannot say what that is.
        """
        if self._changes is not None:
            for path in paths:
                self._changes.require(path)
        walks = not all(map(os.path.isfile, paths))
        ignores = self._ignores() if gitignore and walks else never
        suffixes = self._projects.above(paths).registry.suffixes
        return find_files(paths, suffixes, self._excludes, ignores=ignores, listed=listed)

    def unconverted(self, paths: Sequence[str], *, gitignore: bool) -> list[str]:
        """Drafts in the folders of *paths* that nobody can read before Word has saved them as .docx, sorted.

        One that has been, and lies beside what became of it, is none. Errors as for :meth:`files`.
        """
        if all(map(os.path.isfile, paths)):
            return []
        readable = self._projects.above(paths).registry.suffixes
        suffixes = tuple(OFFICE.difference(readable))
        ignores = self._ignores() if gitignore else never
        found = find_files(paths, suffixes, self._excludes, ignores=ignores)
        return [
            file.path
            for file in found
            if not file.named and file.path.lower().endswith(suffixes) and not has_twin(file.path, readable)
            if self.counts(file)
        ]

    def counts(self, file: FoundFile) -> bool:
        """Whether a file has changed, where that is asked for."""
        return self._changes is None or self._changes.touch(file.path)

    def _excludes(self, path: str) -> bool:
        return self._projects.of(path.rstrip(os.sep)).excludes(path)

    def _ignores(self) -> Excludes:
        """Tells what git ignores, where the configuration minds that."""
        from gxlint.git.ignoring import Ignoring  # a hook names files

        ignoring = Ignoring()

        def ignores(path: str) -> bool:
            config = self._projects.of(path.rstrip(os.sep)).config
            return (config is None or config.flag("gitignore") is not False) and ignoring(path)

        return ignores
