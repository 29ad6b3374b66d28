"""One example, spliced into a report and linted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from gxlint.engine import Result
from gxlint.findings import Diagnostic, Edit
from gxlint.testing.conversion import pieces_of
from gxlint.testing.notation import Example, ExpectedFinding, NotationError
from gxlint.testing.running import Bench
from gxlint.testing.shapes import TABBED_TEXT, TYPED_DOCX, Shape
from gxlint.testing.splicing import Spliced, base_report, shorten, splice
from gxlint.text import Span

#: What examples are rewritten as, by the notation's name of the format.
REWRITTEN: Mapping[str, Shape] = MappingProxyType({"docx": TYPED_DOCX, "plain": TABBED_TEXT})


class Trial:
    """What a rule, and all others, find in an example."""

    def __init__(self, bench: Bench, example: Example) -> None:
        """Prepare.

        Raises:
            NotationError: the example does not fit the report or the rule.
        """
        self.example = example
        self.rule = bench.rule.id
        self._linter = bench.linter(example.fragment.options)
        self.spliced = splice(example.fragment, base_report(example.fragment))

    @cached_property
    def result(self) -> Result:
        """Of linting it in Markdown."""
        return self.lint(self.spliced.text)

    def lint(self, text: str) -> Result:
        """Lint Markdown as the example is."""
        return self._linter.text(text, "草稿.md")

    def own(self, result: Result) -> list[Diagnostic]:
        """What the rule found."""
        return [diagnostic for diagnostic in result.diagnostics if diagnostic.rule == self.rule]

    @cached_property
    def found(self) -> list[Diagnostic]:
        """What the rule finds in Markdown."""
        return self.own(self.result)

    @property
    def findings(self) -> list[ExpectedFinding]:
        """The same in the notation."""
        return [_in_fragment(diagnostic, self.spliced) for diagnostic in self.found]

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
        return apply_edits(self.spliced.fragment, [Edit(self._inside(edit.span), edit.text) for edit in self.edits])

    def _inside(self, span: Span) -> Span:
        inside = self.spliced.in_fragment(span)
        if inside is None:
            place = self.spliced.place(span)
            raise NotationError(f"a fix edits {place}, which is not in the fragment: show it with for= or in=whole")
        return inside

    def rewritten(self, format: str) -> Result:
        """The result of linting it in another format.

        Raises:
            NotationError: the draft cannot even be read in Markdown.
        """
        if self.result.document is None:
            raise NotationError(f"the draft is {self.result.status}")
        shape = REWRITTEN[format]
        return self._linter.data(shape.render(pieces_of(self.result.document)), "草稿" + shape.suffix)


def findings_by_words(diagnostics: Sequence[Diagnostic], text: str) -> list[ExpectedFinding]:
    """Findings in the notation, each place given by its words: for a format in which there is no fragment."""
    return [
        ExpectedFinding(
            _by_words(text, diagnostic.span or Span(0, 0), diagnostic.message),
            tuple([_by_words(text, other.span, other.message) for other in diagnostic.related]),
        )
        for diagnostic in diagnostics
    ]


def _by_words(text: str, span: Span, message: str) -> str:
    return f"「{shorten(text[span.start : span.end])}」 {message}"


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


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """A text after edits that do not overlap."""
    for span, words in sorted(edits, reverse=True):
        text = text[: span.start] + words + text[span.end :]
    return text
