"""The linting of many files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple, Protocol

from gxlint.engine import Result
from gxlint.files import FoundFile
from gxlint.filters import Filter
from gxlint.gathered import Gathered, are_comparable
from gxlint.projects import Project, Projects


class Linted(NamedTuple):
    """What has become of a file of a run."""

    result: Result
    gathered: Gathered | None = None
    """For the rules that read all reports of a run, if there are such."""


class Lane(Protocol):
    """How the work of a run is done."""

    def lint(self, files: Sequence[FoundFile]) -> Iterator[Linted]:
        """Lint files, one result for each, in their order."""

    def together(self, find: Callable[[], Iterator[Result]]) -> Iterator[Result]:
        """What *find* finds, which runs the rules that read all reports of a run."""


class Straight:
    """One file after the other, here and now."""

    def __init__(self, lint: Callable[[FoundFile], Linted]) -> None:
        self._lint = lint

    def lint(self, files: Sequence[FoundFile]) -> Iterator[Linted]:
        """See :class:`Lane`."""
        return map(self._lint, files)

    def together(self, find: Callable[[], Iterator[Result]]) -> Iterator[Result]:
        """See :class:`Lane`."""
        return find()


class Run:
    """The linting of many files, done while it is iterated; what the caller does not keep is forgotten."""

    def __init__(
        self,
        projects: Projects,
        project: Project,
        files: Sequence[FoundFile],
        lane: Lane,
        last_words: Callable[[], Iterable[Result]],
        filters: Sequence[Filter],
    ) -> None:
        """Get ready.

        Args:
            projects: that the files belong to.
            project: that speaks for the whole run.
            files: what to lint.
            lane: does the work.
            last_words: what can be said only when all is done.
            filters: what may drop findings.
        """
        self._projects = projects
        self._lane = lane
        self._last_words = last_words
        self._filters = filters
        self.project = project
        """That speaks for the whole run."""
        self.files = files
        """What will be read, sorted by path."""

    def __iter__(self) -> Iterator[Result]:
        """First what is wrong with plugins, then file by file, then what rules find that read all reports."""
        yield from self.plugin_failures()
        gathered: list[Gathered] = []
        for linted in self._lane.lint(self.files):
            if linted.gathered is not None:
                gathered.append(linted.gathered)
            yield linted.result.filtered(self._filters)
        if are_comparable(gathered):
            for result in self._lane.together(partial(self.together, gathered)):
                yield result.filtered(self._filters)
        yield from self._last_words()

    def plugin_failures(self) -> Iterator[Result]:
        """What is wrong with the plugins of all projects, each said once."""
        said: set[str] = set()
        for project in (self.project, *self._projects):
            for result in project.engine("").plugin_failures():
                if new := tuple([found for found in result.diagnostics if found.message not in said]):
                    said.update(found.message for found in new)
                    yield result._replace(diagnostics=new)

    def together(self, gathered: Sequence[Gathered]) -> Iterator[Result]:
        """What rules find that read all reports of a run; each finding by the settings of its own draft."""
        engines = dict.fromkeys([self._projects.engine(item.path) for item in gathered])
        for engine in engines:
            for result in engine.lint_together(gathered):
                if self._projects.engine(result.path) is engine:
                    yield result
