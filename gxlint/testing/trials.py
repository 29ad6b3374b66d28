"""One example, spliced into a report and linted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from types import MappingProxyType

from gxlint.api import Linter
from gxlint.engine import Result
from gxlint.findings import Diagnostic, Edit
from gxlint.i18n import SOURCE, _, speaking
from gxlint.parsers.writing import apply_edits
from gxlint.settings import INTERNAL_ERROR
from gxlint.testing.conversion import pieces_of
from gxlint.testing.notation import WHOLE, Example, ExpectedFinding, Fragment, NotationError
from gxlint.testing.reports import AGENCY
from gxlint.testing.running import Bench
from gxlint.testing.shapes import PIPE_MARKDOWN, TABBED_TEXT, TYPED_DOCX, Shape
from gxlint.testing.showing import Mark, mark_of
from gxlint.testing.splicing import Spliced, base_report, shorten, splice
from gxlint.text import Source, Span

#: What examples are rewritten as, by the notation's name of the format.
REWRITTEN: Mapping[str, Shape] = MappingProxyType({"docx": TYPED_DOCX, "plain": TABBED_TEXT})


class Trial:
    """What a rule, and all others, find in an example."""

    def __init__(self, bench: Bench, example: Example, language: str = SOURCE) -> None:
        """Prepare.

        Args:
            bench: with the rule.
            example: to be tried.
            language: of the findings, whoever reads the outcome; examples are written in the code's own.

        Raises:
            NotationError: the example does not fit the report or the rule.
        """
        self.example = example
        self.rule = bench.rule.id
        self._language = language
        self.spliced = splice(example.fragment, base_report(example.fragment))
        previous = example.previous and splice(example.previous, base_report(example.fragment).preceding()).text
        self._linter = bench.linter(example.fragment.options, previous)
        self._others = [self._understand(bench, fragment) for fragment in example.others]

    def _understand(self, bench: Bench, fragment: Fragment) -> Result:
        text = splice(fragment, base_report(fragment)).text
        return self._linter.engine().understand(bench.parse(text, f"{fragment.setting('agency', AGENCY)}.md"))

    @cached_property
    def result(self) -> Result:
        """Of linting it in Markdown."""
        return self.lint(self.spliced.text)

    def lint(self, text: str) -> Result:
        """Lint Markdown as the example is."""
        return self._in_run(lambda linter: linter.text(text, "草稿.md"))

    def _in_run(self, lint: Callable[[Linter], Result]) -> Result:
        """The result with what rules find that read all reports of a run, whichever report they find it in."""
        with speaking(self._language):
            return self._with_findings_of_run(lint(self._linter))

    def _with_findings_of_run(self, result: Result) -> Result:
        engine = self._linter.engine()
        if not engine.reads_all:
            return result
        gathered = [engine.gather(item.report) for item in (result, *self._others) if item.report]
        found = [item for other in engine.lint_together(gathered) for item in other.diagnostics]
        return result._replace(diagnostics=(*result.diagnostics, *found))

    def own(self, result: Result) -> list[Diagnostic]:
        """What the rule found."""
        return [diagnostic for diagnostic in result.diagnostics if diagnostic.rule == self.rule]

    @cached_property
    def anyway(self) -> frozenset[str]:
        """Rules that find something in the correct report as it is: a plugin may ask for more than the form does."""
        if self.example.fragment.place == WHOLE:
            return frozenset()
        text = PIPE_MARKDOWN.write(base_report(self.example.fragment)).decode()
        return frozenset(found.rule for found in self.lint(text).diagnostics) - {INTERNAL_ERROR}

    @cached_property
    def found(self) -> list[Diagnostic]:
        """What the rule finds in Markdown."""
        return self.own(self.result)

    def written(self, result: Result) -> list[ExpectedFinding]:
        """What the rule found, in the notation: by line and column in Markdown, by the words in another format."""
        if result is not self.result:
            return list(map(by_words, self.own(result)))
        return [
            _in_fragment(diagnostic, self.spliced) if self._is_mine(diagnostic) else by_words(diagnostic)
            for diagnostic in self.found
        ]

    def mark(self, diagnostic: Diagnostic) -> Mark:
        """A finding of the rule in Markdown, shown in the fragment if it lies there, else with the words to expect."""
        if not self._is_mine(diagnostic):
            return mark_of(diagnostic)
        others = [self._mark(other.span, other.message) for other in diagnostic.related]
        return self._mark(diagnostic.span, diagnostic.message)._replace(related=tuple(others))

    def _mark(self, span: Span | None, message: str) -> Mark:
        inside = self.spliced.in_fragment(span) if span else None
        if inside is None:
            return Mark(Source(self.spliced.text), span, f"{self.spliced.place(span or Span(0, 0))} {message}")
        return Mark(Source(self.spliced.fragment), inside, message)

    def _is_mine(self, diagnostic: Diagnostic) -> bool:
        """Whether a finding is about the example itself, and not about another report of the run."""
        return self.result.document is not None and diagnostic.source is self.result.document.source

    @property
    def edits(self) -> list[Edit]:
        """Those of the first fixes."""
        return first_edits(self.found)

    @property
    def fixed(self) -> str | None:
        """The fragment after the first fixes; ``None`` if none is offered.

        Raises:
            NotationError: a fix reaches beyond the fragment.
        """
        if not self.edits:
            return None
        return mended(self.spliced.fragment, [Edit(self._inside(edit.span), edit.text) for edit in self.edits])

    def _inside(self, span: Span) -> Span:
        inside = self.spliced.in_fragment(span)
        if inside is None:
            place = self.spliced.place(span)
            raise NotationError(_("修改动到了示例以外的{place}；请用 for= 或 in=whole 把它写进示例", place=place))
        return inside

    def rewritten(self, format: str) -> Result:
        """The result of linting it in another format.

        Raises:
            NotationError: the draft cannot even be read in Markdown.
        """
        if self.result.document is None:
            raise NotationError(_("文稿的状态是 {status}，读不出来", status=self.result.status))
        return self.lint_as(format, REWRITTEN[format].render(pieces_of(self.result.document)))

    def lint_as(self, format: str, data: bytes) -> Result:
        """Lint a file of another format as the example is."""
        return self._in_run(lambda linter: linter.data(data, "草稿" + REWRITTEN[format].suffix))


@lru_cache(maxsize=8)
def trial_of(bench: Bench, example: Example) -> Trial:
    """The trial of an example, kept while its formats are checked one after the other.

    Raises:
        NotationError: the example does not fit the report or the rule.
    """
    return Trial(bench, example)


def words_of(diagnostic: Diagnostic, span: Span | None) -> str:
    """The text at a place of the draft that a diagnostic is about."""
    return diagnostic.source[span] if diagnostic.source and span else ""


def by_words(diagnostic: Diagnostic) -> ExpectedFinding:
    """A finding in the notation, each place given by its words: for drafts in which there is no fragment."""
    related = [f"「{shorten(words_of(diagnostic, span))}」 {message}" for span, message in diagnostic.related]
    return ExpectedFinding(f"「{shorten(words_of(diagnostic, diagnostic.span))}」 {diagnostic.message}", tuple(related))


def _in_fragment(diagnostic: Diagnostic, spliced: Spliced) -> ExpectedFinding:
    related = tuple([f"{spliced.place(other.span)} {other.message}" for other in diagnostic.related])
    return ExpectedFinding(f"{spliced.place(diagnostic.span or Span(0, 0))} {diagnostic.message}", related)


def first_edits(diagnostics: Sequence[Diagnostic]) -> list[Edit]:
    """The edits of each diagnostic's best fix; of fixes that overlap, or are the same, the first counts."""
    edits: list[Edit] = []
    for diagnostic in diagnostics:
        for fix in diagnostic.fixes[:1]:
            if not any(new.span.overlaps(old.span) for new in fix.edits for old in edits):
                edits += fix.edits
    return edits


def mended(text: str, edits: Sequence[Edit]) -> str:
    """A text after edits that do not overlap."""
    return apply_edits(text, sorted(edits))
