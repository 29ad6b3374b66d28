"""A rule: one pure function with its metadata, as a value.

A rule lives in a module of its own. The module's name is the rule's id, its docstring is the documentation that writers
read and whose examples run as tests::

    @rule(category="wording", severity=Severity.WARNING, basis=[Citation("现代汉语词典", "截至、截止")])
    def check(document: Document) -> Iterator[Finding]: ...

The annotation of the first parameter says what the rule reads; see :attr:`Rule.subject`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from gxlint.findings import Finding, Safety, Severity
from gxlint.i18n import Translations, later, translated, translating

#: The categories of the built-in rules, with their names for people; a plugin may have others of its own.
CATEGORIES: Mapping[str, str] = MappingProxyType(
    {
        "document": later("文稿"),
        "structure": later("结构"),
        "statement": later("必备说明"),
        "table": later("统计表"),
        "consistency": later("前后一致"),
        "wording": later("用语"),
        "typography": later("标点与格式"),
        "privacy": later("个人信息"),
        "layout": later("版式"),
    }
)


class Citation(NamedTuple):
    """The authority behind a rule."""

    source: str
    """Law, standard or notice, by its full name."""
    locus: str = ""
    """Article, clause or item."""
    url: str = ""


class Written(NamedTuple):
    """How a rule stands in a file that is no Python module."""

    doc: str
    """What would be the module's docstring."""
    path: str
    """Of the file, absolute."""
    line: int
    """On which the rule begins, from 1."""
    form: str = ""
    """The id of the one form that the rule is for, where its :attr:`Rule.subject` does not say so."""


class Rule(NamedTuple):
    """A rule as the engine, the documentation and the editors see it."""

    id: str
    category: str
    severity: Severity
    """Of its findings, unless a finding carries one of :attr:`severities` or the configuration says otherwise."""
    basis: tuple[Citation, ...]
    check: Callable[..., Iterator[Finding]]
    options: type[Any] | None = None
    """A named tuple with a default for each field and a docstring under each; ``check`` takes it second."""
    fix: Safety | None = None
    """The best safety that its fixes have; ``None`` where it offers none."""
    enabled: bool = True
    """Whether it runs without being selected."""
    severities: frozenset[Severity] = frozenset()
    """Other severities that its findings may carry."""
    condense: Callable[[Any], object] | None = None
    """For a rule that reads all reports of a run: what it needs of one, as values that JSON has. Then it is handed
    ``Sequence[Condensed]`` and opens a report only where it finds something, so that a long run keeps few in memory."""
    translations: Translations | None = None
    """Of the plugin that brought it; filled in when it is loaded."""
    written: Written | None = None
    """Where and with what documentation, if the rule is no module of its own."""

    @property
    def namespace(self) -> str:
        """The name of the plugin that brought it; empty of a built-in rule."""
        return self.id.rpartition("/")[0]

    @property
    def doc(self) -> str:
        """The documentation: what was given with the rule, else the docstring of its module."""
        return self.written.doc if self.written else inspect.cleandoc(self.check.__globals__.get("__doc__") or "")

    @property
    def summary(self) -> str:
        """The first line of the documentation, in the language at hand."""
        return self.translated(self.doc.partition("\n")[0])

    def translated(self, text: str) -> str:
        """A text of its documentation in the language at hand."""
        with translating(self.translations):
            return translated(text)

    @property
    def subject(self) -> Any:
        """The type of the first parameter: ``Document`` (any file), ``Report`` (any form), the report class of one
        form, ``Sequence[Report]`` or ``Sequence[Condensed]`` (all reports of a run, at its end).

        Raises:
            TypeError: the parameter has no annotation, or none that its module can resolve.
        """
        return self._first_type(self.check)

    @property
    def condensed(self) -> Any:
        """The type of the first parameter of :attr:`condense`; raises as :attr:`subject`."""
        return None if self.condense is None else self._first_type(self.condense)

    def _first_type(self, function: Callable[..., object]) -> Any:
        annotation = next(iter(function.__annotations__.values()), None)
        names = function.__globals__
        if isinstance(annotation, str) and annotation in names:
            return names[annotation]
        if isinstance(annotation, str):
            try:
                annotation = eval(annotation, names)  # the module's own words, as typing does it
            except NameError as error:
                raise TypeError(f"rule {self.id}: {error}") from error
        if annotation is None:
            raise TypeError(f"rule {self.id}: the first parameter of {function.__name__} needs an annotation")
        return annotation

    def run(self, subject: object, options: object | None = None) -> Iterator[Finding]:
        """The findings for *subject*, with the given or the default options."""
        if self.options is None:
            return self.check(subject)
        return self.check(subject, self.options() if options is None else options)


Check = Callable[..., Iterator[Finding]]


def rule(
    *,
    category: str,
    severity: Severity,
    basis: Sequence[Citation] = (),
    options: type[Any] | None = None,
    fix: Safety | None = None,
    enabled: bool = True,
    severities: Sequence[Severity] = (),
    condense: Callable[[Any], object] | None = None,
) -> Callable[[Check], Rule]:
    """Make a rule of a check function.

    The rule's id is the name of the function's module with dashes. Arguments are the fields of :class:`Rule`.
    """

    def make(check: Check) -> Rule:
        name = check.__module__.rpartition(".")[2].replace("_", "-")
        others = frozenset(severities)
        return Rule(name, category, severity, tuple(basis), check, options, fix, enabled, others, condense)

    return make
