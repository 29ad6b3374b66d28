"""What one editor works on: its drafts, its choices, and what is known of each draft so far."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from lsprotocol import types

from gxlint.api import Linter, default_registry
from gxlint.config.finding import Nearest
from gxlint.config.values import ConfigError
from gxlint.engine import Admit, Result, Status
from gxlint.findings import Diagnostic, Severity
from gxlint.form.report import Form
from gxlint.i18n import _
from gxlint.plugins.registry import suffix_of
from gxlint.projects import Project
from gxlint.rule import Rule
from gxlint.server.choices import Choices
from gxlint.server.drafts import Draft, Drafts
from gxlint.server.dropped import Dropped
from gxlint.server.jobs import Job
from gxlint.server.pages import Pages
from gxlint.server.places import Places
from gxlint.server.tidying import Tidier

#: Parsers for drafts whose name does not say what they are, by what the editor calls the language.
_PARSERS = {"markdown": "markdown", "plaintext": "plain", "text": "plain"}
#: Stands for the rule where a configuration could not be read.
CONFIGURATION = "configuration"
_logger = logging.getLogger("gxlint")


class SupersededError(Exception):
    """The draft was changed or closed before the answer was there."""


class Teller(Protocol):
    """Speaks to the editor's log."""

    def __call__(self, message: str, *, warning: bool = False) -> None:
        """Log a message."""


class Linted(NamedTuple):
    """A draft as it was linted; it may have been changed since."""

    draft: Draft
    version: int
    state: str
    """The same for the same text and choices."""
    text: str
    """That was linted."""
    places: Places
    """Of that text."""
    parser: str | None
    """That reads the draft, by name."""
    result: Result

    @property
    def is_current(self) -> bool:
        """Whether the draft still has the text that was linted."""
        return self.draft.places is self.places


class _Work(NamedTuple):
    generation: int
    places: Places
    job: Job


class Desk:
    """An editor's drafts and what is known of them."""

    def __init__(self, tell: Teller, *, trusted: bool = False) -> None:
        """Begin with nothing open.

        Args:
            tell: speaks to the editor's log.
            trusted: whether plugins that a configuration names by path are loaded.
        """
        self.drafts = Drafts()
        self.client = types.ClientCapabilities()
        """What the editor can do."""
        self.encoding = "utf-16"
        self.root = ""
        """The first folder of the workspace; drafts that are in no file belong there."""
        self.choices = Choices()
        self.language = "zh"
        self.trusted = trusted
        self.seconds = 0.0
        """How long the last draft took to lint."""
        self.tell = tell
        self.pages = Pages()
        self._generation = 0
        self._work: dict[Draft, _Work] = {}
        self._dropped = Dropped()
        self._told: set[str] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._tidier = Tidier(self._is_busy)
        self.linter = self._new_linter()

    def reload(self) -> None:
        """Forget what was read from files: configurations, plugins, last year's reports."""
        self._generation += 1
        self.pages.forget()
        self.linter = self._new_linter()

    def _new_linter(self) -> Linter:
        config = str(Path(self.root, self.choices.config)) if self.choices.config else ""
        return Linter(
            self.choices.settings(default_registry().rules.values()),
            config=(lambda _folder: config) if config else Nearest(),
            trusting=self.trusted,
            previous=self.choices.previous_report,
        )

    def close(self, uri: str) -> Draft | None:
        """Forget a draft."""
        draft = self.drafts.close(uri)
        if draft is not None:
            self.outdated(draft)
        return draft

    def outdated(self, draft: Draft) -> None:
        """Stop what is being found out of a draft that has been changed or closed."""
        work = self._work.pop(draft, None)
        if work is not None:
            work.job.stop()

    async def linted(self, uri: str) -> Linted | None:
        """The draft and what linting found; ``None`` if it is not open, or nothing that is read here.

        Raises:
            SupersededError: it was changed or closed meanwhile.
        """
        draft = self.drafts.get(uri)
        if draft is None or not self._reads(draft):
            return None
        text, places, generation, version = draft.text, draft.places, self._generation, draft.version
        while draft.places is places and generation == self._generation and self.drafts.get(uri) is draft:
            job = self._job(draft)
            await asyncio.wait({job.future})
            if not job.future.cancelled():
                self.seconds = job.seconds
                state, parser, result = f"{generation}.{version}", self._parser(draft), job.future.result()
                return Linted(draft, version, state, text, places, parser, result)
        raise SupersededError

    def _reads(self, draft: Draft) -> bool:
        return draft.is_projection or self._parser(draft) is not None

    def _parser(self, draft: Draft) -> str | None:
        by_name = default_registry().parser_name(draft.path) if suffix_of(draft.path) else None
        return by_name or _PARSERS.get(draft.language_id)

    def _job(self, draft: Draft) -> Job:
        """The linting of a draft as it is now."""
        work = self._work.get(draft)
        if work is None or work.places is not draft.places or work.generation != self._generation:
            self.outdated(draft)
            job = Job(self._lint_of(draft), self._dropped, self.choices.time_limit)
            work = self._work[draft] = _Work(self._generation, draft.places, job)
            self._tidier.stirred()
            self.do(self._watch(draft, job))
        return work.job

    def _is_busy(self) -> bool:
        return any(not work.job.future.done() for work in self._work.values())

    def _lint_of(self, draft: Draft) -> Callable[[Admit], Result]:
        """Lints a draft as it is now, in whatever thread."""
        linter, path, text = self.linter, draft.path, draft.text
        if draft.is_projection:
            return partial(self._lint, linter, path, partial(_lint_projection, linter, path, text))
        where = path or (f"{self.root}/" if self.root else "")
        lint = partial(linter.text, text, where, parser=self._parser(draft))
        return partial(self._lint, linter, where, lint)

    def _lint(self, linter: Linter, path: str, lint: Callable[..., Result], admit: Admit) -> Result:
        """Lint a draft; what is wrong with its configuration or plugins stands at its head."""
        try:
            project = linter.projects.of(path)
            failures = [found for result in project.engine(path).plugin_failures() for found in result.diagnostics]
            self._tell_of(project, failures)
            result = lint(admit=admit)
        except ConfigError as error:
            return misconfigured(path, error)
        return result._replace(diagnostics=(*failures, *result.diagnostics))

    def _tell_of(self, project: Project, failures: Iterable[Diagnostic]) -> None:
        """Say once what is wrong with plugins, and which are not loaded for lack of trust."""
        for found in failures:
            self._tell_once(found.message)
        if project.config is not None and project.config.plugins and not self.trusted:
            names = _("、").join(project.config.plugins)
            self._tell_once(_("工作区未受信任，没有加载配置里的插件：{names}", names=names))

    def _tell_once(self, message: str) -> None:
        if message not in self._told:
            self._told.add(message)
            self.tell(message, warning=True)

    async def _watch(self, draft: Draft, job: Job) -> None:
        """Give up a rule or a plugin that does not come to an end, also for a draft that has been changed since."""
        while not await job.ends(job.limit / 2):
            stuck = job.stuck_in
            if stuck is None:
                continue
            self._dropped.add(stuck)
            if stuck.is_rule:
                self._tell_once(
                    _(
                        "规则 {rule} 运行超过 {limit:g} 秒，已停用，改好规则文件或重启编辑器后恢复",
                        rule=stuck.name,
                        limit=job.limit,
                    )
                )
            if draft in self._work and self._work[draft].job is job:
                del self._work[draft]
            job.abandon()
            return

    def do(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Do something in the background; if it fails, the log says so."""
        task = asyncio.ensure_future(_logged(work))
        self._tasks.add(task)  # the event loop itself holds tasks only weakly
        task.add_done_callback(self._tasks.discard)
        return task

    def forms(self, path: str) -> Iterable[Form]:
        """The forms that a draft at *path* may have; nothing is read for it that was not read before."""
        project = self.linter.projects.known(path)
        return (project.registry if project else default_registry()).forms.values()

    @property
    def rules(self) -> dict[str, Rule]:
        """All rules met so far, by id."""
        return {**default_registry().rules, **self.linter.rules}


async def _logged(work: Coroutine[Any, Any, None]) -> None:
    try:
        await work
    except Exception:
        _logger.exception("in the background")


def _lint_projection(linter: Linter, path: str, text: str, admit: Admit) -> Result:
    """Lint a Word file of which the editor shows a text.

    Where the file has changed since, nothing is said: the editor is about to show the new one.
    """
    result = linter.path(path, admit=admit)
    if result.document is None or result.document.text == text:
        return result
    return Result(path, Status.SKIPPED)


def misconfigured(path: str, error: ConfigError) -> Result:
    """The result for a draft whose configuration is broken."""
    message = _("配置有误：{error}", error=error)
    found = Diagnostic(path, CONFIGURATION, "document", Severity.ERROR, message, None, None)
    return Result(path, Status.FAILED, (found,))
