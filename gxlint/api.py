"""The door to gxlint for every client: the command line, the language server, scripts.

Nothing here raises for a bad draft or a bad file; what goes wrong is a diagnostic of the result, and the other files
are still linted. A broken configuration raises :class:`~gxlint.config.values.ConfigError`, before anything is linted.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, BinaryIO

from gxlint.baselines.lookup import Baselines, Named, named_by
from gxlint.config.values import Origin, shown
from gxlint.document import Document
from gxlint.engine import Admit, Engine, Result, Status, every
from gxlint.files import FoundFile
from gxlint.filters import Filter
from gxlint.findings import Diagnostic
from gxlint.form.report import Report
from gxlint.gathered import Gathered
from gxlint.i18n import _
from gxlint.parsers.base import UnreadableError
from gxlint.plugins.registry import Registry
from gxlint.previous import PreviousReports
from gxlint.processing import Parse, Processor
from gxlint.projects import Find, Projects, Setup
from gxlint.reading import parse_data, parse_file, parse_named, parse_text, read_file
from gxlint.rule import Rule
from gxlint.runs import Lane, Linted, Run, Straight
from gxlint.selection import Selection
from gxlint.settings import DEFAULTS, Settings

if TYPE_CHECKING:
    from gxlint.fixes import Outcome
    from gxlint.git.changes import Changes

#: Name of the filter that drops known findings.
BASELINE = "baseline"
#: Name of the filter that drops findings on lines that have not changed.
TOUCHED = "touched"

#: The reports of so many files are kept until the end of a run.
FEW = 4

#: Chooses findings.
Wanted = Callable[[Diagnostic], bool]


@cache
def default_registry() -> Registry:
    """The built-in plugin and those installed, loaded once."""
    return Registry()


class Linter:
    """Rules, parsers and settings, ready for any number of files."""

    def __init__(
        self,
        settings: Settings = DEFAULTS,
        registry: Registry | None = None,
        *,
        config: Find | None = None,
        trusting: bool = True,
        filters: Sequence[Filter] = (),
        baseline: str | None = "",
        changes: Changes | None = None,
        previous: str | Callable[[Report], Report | None] = "",
    ) -> None:
        """Prepare to lint.

        Args:
            settings: which rules run and how; they count more than a configuration.
            registry: the plugins; by default the built-in one and those installed.
            config: finds the configuration for drafts in a folder, such as
                :class:`~gxlint.config.finding.Nearest`; ``None`` if none is to be read.
            trusting: whether plugins that a configuration names by path are loaded.
            filters: what may drop findings after inline suppression.
            baseline: of known findings, which are dropped (see :data:`BASELINE`): its path; empty if the configuration
                is to name it, ``None`` for none.
            changes: in git; :meth:`paths` lints only files that have changed, and if these are to count by line, only
                findings on lines that have changed are given (see :data:`TOUCHED`). By default everything counts.
            previous: last year's report: its path, or what finds it for a draft. By default the configuration names it,
                or it is found beside the draft.
        """
        self._registry = registry
        self.previous_reports = PreviousReports(
            self._read_report,
            lambda path: self.projects.of(path).registry.parser_name(path) is not None,
            given=previous if isinstance(previous, str) else "",
            configured=lambda path: self.projects.of(path).text("previous-report"),
        )
        find = previous if callable(previous) else self.previous_reports.of
        self.baselines = Baselines(lambda path: self.named_baseline(path, baseline))
        filters = (Filter(BASELINE, self.baselines.unknown), *filters)
        if changes is not None and changes.by_line:
            from gxlint.touched import TouchedLines

            filters = (*filters, Filter(TOUCHED, TouchedLines(changes, lambda path: self.engine(path).registry)))
        self._filters = filters
        setup = Setup(settings, self._own_registry, find, trusting)
        self.projects = Projects(setup, config)
        self._selection = Selection(self.projects, changes)
        self._processor = Processor(self.engine)

    def _own_registry(self) -> Registry:
        return self._registry or default_registry()

    def engine(self, path: str = "") -> Engine:
        """The engine for a draft, by its path.

        Raises:
            ConfigError: the draft's configuration is broken, or its baseline.
        """
        self.baselines.of(path)
        return self.projects.engine(path)

    def named_baseline(self, path: str, given: str | None = "") -> Named | None:
        """The baseline for a draft, whether it exists or not.

        Args:
            path: of the draft.
            given: what counts more than the configuration; ``None`` for no baseline.
        """
        if given:
            return Named(os.path.abspath(given), Origin(""))
        config = self.projects.of(path).config if given is not None else None
        return named_by(config) if config is not None else None

    def text(self, text: str, path: str = "", *, parser: str | None = None, admit: Admit = every) -> Result:
        """Lint text that is in no file yet, as an editor holds it.

        Args:
            text: without a byte order mark; all spans refer to it.
            path: what to call it. Its suffix chooses the parser, Markdown where it has none; its folder the
                configuration.
            parser: the parser's name, if the suffix is not to choose. It must read text.
            admit: asked before each rule whether it is to run; what it raises ends the linting.
        """
        return self._lint(path, partial(parse_text, text=text, path=path, parser=parser), admit, may_be_empty=True)

    def data(self, data: bytes, path: str = "", *, parser: str | None = None) -> Result:
        """Lint the bytes of a file, wherever they come from; arguments as for :meth:`text`."""
        return self._of_data(data, path, parser).filtered(self._filters)

    def _of_data(self, data: bytes, path: str, parser: str | None = None) -> Result:
        parse = partial(parse_data, data=data, path=path, parser=parser)
        return self._processor.process(path, parse, Engine.lint)

    def path(self, path: str, *, admit: Admit = every) -> Result:
        """Lint a file that the user named; *admit* as for :meth:`text`."""
        return self._lint(path, partial(parse_file, path=path), admit)

    def paths(
        self,
        paths: Iterable[str],
        *,
        listed: bool = False,
        gitignore: bool = True,
        lane: Callable[[], Lane] | None = None,
    ) -> Run:
        """Lint files, folders (walked for suffixes that can be read) and patterns.

        Args:
            paths: as the user wrote them.
            listed: a program lists them, such as a hook: the configuration may exclude them, and empty ones are no
                fault.
            gitignore: whether files in folders are passed over that git ignores, unless the configuration says no.
            lane: makes what does the work where there are many files; by default they are linted one after the other.

        Raises:
            ConfigError: a configuration that concerns one of the files is broken.
            GitError: only what has changed is wanted, and git cannot say what that is.
        """
        paths = list(paths)
        project = self.projects.above(paths)
        files = self.files(paths, listed=listed, gitignore=gitignore)
        way: Lane = Straight(self._kept if len(files) <= FEW else self.one)
        if lane is not None and len(files) > FEW:
            way = lane()
        return Run(self.projects, project, files, way, self._last_words, self._filters)

    def stream(self, stream: BinaryIO, path: str = "") -> Run:
        """Lint what comes in on a stream; its *path* is what to call it. Raises as :meth:`paths`."""
        file = FoundFile(path, named=True)
        return Run(
            self.projects,
            self.projects.of(path),
            [file],
            Straight(lambda file: self._keep(self._of_data(stream.read(), file.path))),
            self._last_words,
            self._filters,
        )

    def one(self, file: FoundFile, read: Callable[[str], bytes] = read_file) -> Linted:
        """Lint a file of a run of several, and filter nothing: the run does that.

        Its report is not kept, but read again if a rule asks for it.

        Args:
            file: to be linted.
            read: reads it, by its path.
        """
        result = self._unfiltered(file, read)
        engine = self.engine(file.path)
        if result.report is None or not engine.reads_all or engine.reads_whole:
            return self._keep(result)
        essence = engine.gather(result.report).essence
        return Linted(result, Gathered(file.path, lambda: essence, partial(self.report, file.path)))

    def drain_seconds(self) -> Mapping[str, float]:
        """Time spent in each rule since it was last asked, by id."""
        spent: dict[str, float] = {}
        for engine in (engine for project in self.projects for engine in project.engines):
            for rule, seconds in engine.seconds.items():
                spent[rule] = spent.get(rule, 0.0) + seconds
            engine.seconds.clear()
        return spent

    def report(self, path: str) -> Report | None:
        """The report in a file, if there is one."""
        return self.understand(path).report

    def _kept(self, file: FoundFile) -> Linted:
        return self._keep(self._unfiltered(file))

    def _keep(self, result: Result) -> Linted:
        """A result with its report as it is, for rules that read all of a short run."""
        engine = self.engine(result.path)
        return Linted(result, engine.gather(result.report) if result.report and engine.reads_all else None)

    @property
    def rules(self) -> Mapping[str, Rule]:
        """All rules of the projects met so far, by id."""
        return {rule.id: rule for project in self.projects for rule in project.registry.rules.values()}

    def files(self, paths: Iterable[str], *, listed: bool = False, gitignore: bool = True) -> list[FoundFile]:
        """The files that :meth:`paths` lints; arguments and errors as there."""
        found = self._selection.files(list(paths), listed=listed, gitignore=gitignore)
        for file in found:
            self.engine(file.path)  # a broken configuration is told before any file is linted
        return [*filter(self._selection.counts, found)]

    def unconverted(self, paths: Iterable[str], *, gitignore: bool = True) -> list[str]:
        """Drafts in folders that :meth:`paths` passes over, for Word or WPS must save them as .docx first.

        Arguments and errors as there.
        """
        return self._selection.unconverted(list(paths), gitignore=gitignore)

    def fix(
        self,
        data: bytes,
        path: str = "",
        *,
        parser: str | None = None,
        unsafe: bool = False,
        wanted: Wanted = lambda _found: True,
    ) -> Outcome:
        """Fix the bytes of a file, wherever they come from; nothing is written.

        Args:
            data: the bytes.
            path: as for :meth:`text`.
            parser: as for :meth:`text`.
            unsafe: whether fixes that may be wrong are made too.
            wanted: the findings to be fixed.
        """
        from gxlint.fixes import Fixer

        writer = self.projects.of(path).registry.writer
        lint = partial(self._lint_data, parser=parser)
        return Fixer(lint, writer, unsafe=unsafe, wanted=wanted).fix(data, path)

    def fix_file(self, path: str, *, unsafe: bool = False, wanted: Wanted = lambda _found: True) -> Outcome:
        """Fix the content of a file; the file itself is left alone. Arguments as for :meth:`fix`."""
        return self._changed(path, lambda data: self.fix(data, path, unsafe=unsafe, wanted=wanted))

    def silence_file(self, path: str, reason: str, others: Sequence[Diagnostic] = ()) -> Outcome:
        """Suppress everything that is found in a file; the file itself is left alone.

        Args:
            path: of the file.
            reason: to be written behind each suppression.
            others: what rules have found in it that read all reports of a run.
        """
        from gxlint.silencing import Silencer

        silencer = Silencer(self._lint_data, self.projects.of(path).registry.writer)
        return self._changed(path, lambda data: silencer.silence(data, path, reason, others))

    def _changed(self, path: str, change: Callable[[bytes], Outcome]) -> Outcome:
        from gxlint.fixes import Outcome

        try:
            data = read_file(path) if self.projects.of(path).registry.parser_name(path) else None
        except (OSError, UnreadableError):
            data = None
        return Outcome.untouched(b"", self.path(path)) if data is None else change(data)  # linting says why

    def understand(self, path: str) -> Result:
        """Read a file as :meth:`path` does, without running rules: the document, and the report if it is one."""
        return self._processor.process(path, partial(parse_file, path=path), Engine.understand)

    def _unfiltered(self, file: FoundFile, read: Callable[[str], bytes] = read_file) -> Result:
        """Lint a file. An empty text file is a fault if the user named it; folders are full of them."""

        def parse(registry: Registry) -> Document:
            return parse_named(registry, read(file.path), file.path)

        return self._processor.process(file.path, parse, Engine.lint, may_be_empty=not file.named)

    def _lint_data(self, data: bytes, path: str, parser: str | None = None) -> Result:
        parse = partial(parse_data, data=data, path=path, parser=parser)
        return self._lint(path, parse, every, may_be_empty=True)

    def _lint(self, path: str, parse: Parse, admit: Admit, *, may_be_empty: bool = False) -> Result:
        lint = partial(Engine.lint, admit=admit)
        return self._processor.process(path, parse, lint, may_be_empty=may_be_empty).filtered(self._filters)

    def _read_report(self, path: str) -> Report | str:
        """A report, or why there is none."""
        result = self.understand(path)
        if result.report is not None:
            return result.report
        return next((found.message for found in result.diagnostics), _("没有识别为年度报告"))

    def _last_words(self) -> Iterator[Result]:
        """What can be said only at the end of a run: files named as last year's report that could not be used."""
        for path, reason in self.previous_reports.faults:
            message = _("不能用作上一年的报告：{reason}", reason=reason)
            yield self.engine(path).unreadable(shown(path), message)._replace(status=Status.RUN)
