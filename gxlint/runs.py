"""The linting of many files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from gxlint.engine import Result
from gxlint.files import FoundFile
from gxlint.filters import Filter
from gxlint.gathered import Gathered
from gxlint.projects import Project, Projects


class Run:
    """The linting of many files, done while it is iterated; what the caller does not keep is forgotten."""

    def __init__(
        self,
        projects: Projects,
        project: Project,
        files: Sequence[FoundFile],
        lint: Callable[[FoundFile], Result],
        last_words: Callable[[], Iterable[Result]],
        filters: Sequence[Filter],
    ) -> None:
        """Get ready.

        Args:
            projects: that the files belong to.
            project: that speaks for the whole run.
            files: what to lint.
            lint: lints one file.
            last_words: what can be said only when all is done.
            filters: what may drop findings of rules that read all reports.
        """
        self._projects = projects
        self._lint = lint
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
        for file in self.files:
            result = self._lint(file)
            if result.report is not None and self._projects.engine(file.path).reads_all:
                gathered.append(self._projects.engine(file.path).gather(result.report))
            yield result
        yield from self.together(gathered)
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
                    yield result.filtered(self._filters)
