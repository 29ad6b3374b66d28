"""The examples of a rule's documentation, run as tests.

All rules run over each example, and only the one that is documented may find anything at warning or above. In Markdown
the places must be exact; rewritten as plain text and as a Word file, the same words must be marked.
"""

from __future__ import annotations

import inspect
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from gxlint.engine import Result
from gxlint.findings import Diagnostic
from gxlint.i18n import _
from gxlint.plugins.registry import Registry
from gxlint.rule import Rule
from gxlint.settings import INTERNAL_ERROR
from gxlint.testing.documentation import fix_faults, missing
from gxlint.testing.notation import Example, NotationError, read_examples
from gxlint.testing.running import Bench, serious
from gxlint.testing.showing import Mark, mark_expected, mark_of, show, show_difference
from gxlint.testing.trials import Trial, first_edits, mended, trial_of, words_of
from gxlint.text import Source

#: What belongs to a format and not to the words.
_MARKS = re.compile(r"!\[[^\]]*\]\([^)]*\)|[\s*|#\\<>]+")


class ExampleError(AssertionError):
    """An example does not show what it says; the text shows the draft with the words marked."""


class Case(NamedTuple):
    """An example in one format."""

    rule: Rule
    number: int
    """Of the example in its text, from 0."""
    example: Example
    format: str
    path: Path | None = None
    """The file that the example stands in; ``None`` for the rule's docstring."""

    def __str__(self) -> str:
        file = f"{self.path.name}:" if self.path else ""
        return f"{self.rule.id}-{file}{self.example.line}-{'bad' if self.example.bad else 'good'}-{self.format}"

    @property
    def file(self) -> Path:
        """The file that the example stands in."""
        written = self.rule.written
        return self.path or Path(written.path if written else inspect.getfile(self.rule.check))

    @property
    def where(self) -> str:
        """The file and the line in which the example begins, as editors and terminals make links of it."""
        path = self.file
        before = 0 if self.path else _lines_before(self.rule.doc, path)
        here = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
        if self.path is None and self.rule.written:
            return f"{here}:{self.rule.written.line}"
        return f"{here}:{self.example.line + before}"


def check_rule_examples(rule: Rule, *, registry: Registry | None = None) -> None:
    """Check everything that a rule's documentation promises.

    Args:
        rule: with its documentation; it need not be installed.
        registry: of the other rules; by default those of gxlint itself.

    Raises:
        ExampleError: something is missing, or an example does not show what it says; names all such.
        NotationError: an example is not written as it should be.
    """
    bench = Bench(rule, registry)
    faults = list(missing(rule, read_examples(rule.doc)))
    for case in cases(rule):
        try:
            check_case(case, bench)
        except ExampleError as error:
            faults.append(str(error))
    faults += fix_faults(rule, bench)
    if faults:
        raise ExampleError("\n\n".join(faults))


def cases(rule: Rule, path: Path | None = None) -> list[Case]:
    """The examples of a rule's docstring, or of a file of edge cases, in each of their formats.

    Args:
        rule: that they are about.
        path: of the file; the docstring by default.

    Raises:
        NotationError: an example is not written as it should be.
    """
    text = path.read_text(encoding="utf-8") if path else rule.doc
    numbered = enumerate(read_examples(text))
    return [Case(rule, number, example, form, path) for number, example in numbered for form in example.formats]


def check_case(case: Case, bench: Bench | None = None) -> None:
    """Check an example in one format.

    Args:
        case: the example.
        bench: with the other rules; by default those of gxlint itself.

    Raises:
        ExampleError: it does not show what it says.
        NotationError: it does not fit the report or the rule.
    """
    trial = trial_of(bench or Bench(case.rule), case.example)
    faults = list(_markdown_faults(trial) if case.format == "markdown" else _format_faults(trial, case.format))
    if faults:
        raise ExampleError("\n".join([f"{case}  ({case.where})", *faults]))


def _lines_before(doc: str, path: Path) -> int:
    """How many lines of a Python file stand before the first one of its docstring."""
    text = path.read_text(encoding="utf-8", errors="replace")
    return text[: max(0, text.find(doc.partition("\n")[0]))].count("\n")


def _markdown_faults(trial: Trial) -> Iterator[str]:
    """What is wrong in the format in which the example is written."""
    yield from _other_rules(trial, trial.result)
    yield from _unlike_expected(trial, [trial.mark(item) for item in trial.found], trial.result)
    if not trial.example.bad:
        return
    fixed = trial.fixed
    if fixed != trial.example.fixed:
        yield _fixed_otherwise(trial.example.fixed, fixed)
    if fixed is not None:
        yield from _unmended(trial, trial.found, trial.lint(mended(trial.spliced.text, trial.edits)))


def _fixed_otherwise(expected: str | None, found: str | None) -> str:
    difference = show_difference(expected, found)
    if expected is None:
        return _("规则有修改办法，示例却没有 fixed 块，应写：") + f"\n{difference}"
    if found is None:
        return _("示例有 fixed 块，规则却没有修改办法")
    return _("修改后的文字不同（- 是示例写的，+ 是实际的）：") + f"\n{difference}"


def _format_faults(trial: Trial, name: str) -> Iterator[str]:
    """What is wrong once the example is rewritten in another format."""
    result = trial.rewritten(name)
    yield from _other_rules(trial, result)
    found = trial.own(result)
    if "markdown" not in trial.example.formats:
        yield from _unlike_expected(trial, [mark_of(item) for item in found], result)
        return
    for where, here, there in (("markdown", trial.found, found), (name, found, trial.found)):
        if surplus := list(_surplus(here, there)):
            yield _("只在 {format} 里提示：", format=where) + f"\n{show(map(mark_of, surplus))}"
    edits = first_edits(found)
    if edits and result.document and result.document.source.map is None:
        yield from _unmended(trial, found, trial.lint_as(name, mended(result.document.text, edits).encode()))


def _unmended(trial: Trial, found: Sequence[Diagnostic], again: Result) -> Iterator[str]:
    """What is wrong in a draft to which the first fixes of *found* were applied."""
    unfixed = Counter(item.message for item in found if not item.fixes)
    if Counter(item.message for item in trial.own(again)) - unfixed:
        yield _("修改以后，这条规则还会提示：") + f"\n{show(map(mark_of, trial.own(again)))}"
    yield from _other_rules(trial, again)


def _other_rules(trial: Trial, result: Result) -> Iterator[str]:
    """Findings at warning or above of rules that the example is not about.

    A crash concerns its own rule alone; a rule that asks more of a report than the correct one has is not heard.
    """
    own = trial.own(result)
    allowed = trial.example.fragment.setting("also").split(",")
    others = [
        item
        for item in serious(result.diagnostics)
        if item not in own
        and item.rule not in allowed
        and (item.rule != INTERNAL_ERROR or trial.rule in item.message or not result.document)
    ]
    others = [item for item in others if item.rule not in trial.anyway]
    if others:
        marks = show(mark_of(item, named=True) for item in others)
        yield (
            _("别的规则也有提示（{path}）；示例里不该有别的毛病，免不了的用 also= 写明：", path=result.path)
            + f"\n{marks}"
        )


def _unlike_expected(trial: Trial, marks: Sequence[Mark], result: Result) -> Iterator[str]:
    """How what is found differs from what the example says; *marks* show the rule's findings, in order."""
    expected, found = list(trial.example.expected), trial.written(result)
    surplus = [mark for finding, mark in zip(found, marks, strict=True) if not _taken(finding, expected)]
    if expected:
        left = [mark_expected(finding, trial.example.fragment.text) for finding in expected]
        yield _("应当提示，却没有提示：") + f"\n{show(left)}"
    if surplus:
        said = _("不应提示，却提示了：") if not trial.example.bad else _("提示了，示例的 expect 块却没有写：")
        yield f"{said}\n{show(surplus)}"
    if trial.example.bad and not found:
        yield _("有问题的示例里没有提示：") + f"\n{show([Mark(Source(''), None, trial.example.fragment.text)])}"


def _taken(item: object, items: list[Any]) -> bool:
    """Take the item out of the list; say whether it was in it."""
    if item not in items:
        return False
    items.remove(item)
    return True


def _surplus(here: Iterable[Diagnostic], there: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Those whose words are marked here and not there."""
    left = list(map(_words, there))
    return (item for item in here if not _taken(_words(item), left))


def _words(diagnostic: Diagnostic) -> tuple[str, ...]:
    """The words marked, without what belongs to a format, and everything said about them."""
    spans = [diagnostic.span, *(other.span for other in diagnostic.related)]
    words = [_MARKS.sub("", words_of(diagnostic, span)) for span in spans]
    return (diagnostic.message, *(other.message for other in diagnostic.related), *words)


__all__ = ["Case", "ExampleError", "NotationError", "cases", "check_case", "check_rule_examples", "fix_faults"]
