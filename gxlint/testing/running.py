"""Linting for tests: through the public door, with all rules that run by default and the one that is tested."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from gxlint.api import Linter
from gxlint.document import Document
from gxlint.findings import Diagnostic, Severity
from gxlint.form.report import Form, Report
from gxlint.options import Option, options_of
from gxlint.plugins import hookimpl
from gxlint.registry import Registry
from gxlint.rule import Rule
from gxlint.settings import Settings
from gxlint.suppress import Suppressor
from gxlint.testing.notation import NotationError


class _Plugin:
    """Brings what is to be tried."""

    def __init__(self, rules: Sequence[Rule] = (), forms: Sequence[Form] = ()) -> None:
        self._rules = rules
        self._forms = forms

    @hookimpl
    def gxlint_rules(self) -> Iterable[Rule]:
        return self._rules

    @hookimpl
    def gxlint_forms(self) -> Iterable[Form]:
        return self._forms


class _FormWithPrevious:
    """A form whose reports all have the same report of the year before."""

    def __init__(self, form: Form, previous: Document) -> None:
        self._form = form
        self._previous = previous
        self.id, self.name, self.subject = form.id, form.name, form.subject

    def recognises(self, document: Document, path: str) -> bool:
        return self._form.recognises(document, path)

    def read(self, document: Document) -> Report:
        report = self._form.read(document)
        report.previous = self._form.read(self._previous)
        return report


_NAMESPACE = "tested"


@cache
def built_in_registry() -> Registry:
    """What gxlint itself brings."""
    return Registry(installed=False)


class Bench:
    """Everything set up to try a rule."""

    def __init__(self, rule: Rule, registry: Registry | None = None) -> None:
        """Prepare.

        Args:
            rule: to be tried; one that the registry does not have is added.
            registry: of the other rules, forms and parsers; by default those of gxlint itself.
        """
        self._registry = registry or built_in_registry()
        self._added = [] if rule.id in self._registry.rules else [rule]
        self.registry = self._with() if self._added else self._registry
        self.rule = self.registry.rules.get(rule.id) or self.registry.rules[f"{_NAMESPACE}/{rule.id}"]

    def _with(self, *forms: Form) -> Registry:
        return Registry([(_NAMESPACE, _Plugin(self._added, forms))], installed=False)

    def linter(self, options: Mapping[str, str], previous: str | None = None) -> Linter:
        """A linter that runs all default rules and the one tested.

        Args:
            options: of the rule tested, as an example writes them.
            previous: last year's report in Markdown, if there is one.

        Raises:
            NotationError: the rule has no such option.
        """
        registry = self.registry if previous is None else self._with(self._form_with(previous))
        ids = [rule.id for rule in registry.rules.values() if rule.enabled or rule.id == self.rule.id]
        chosen = {self.rule.id: self._options(options)} if options else {}
        settings = Settings(select=tuple(ids), options=chosen)
        return Linter(settings, registry, filters=[Suppressor(registry.rules, settings)])

    def _form_with(self, previous: str) -> Form:
        document = parse_markdown(self.registry, previous, "上年报告.md")
        form = next(form for form in self.registry.forms.values() if form.recognises(document, "上年报告.md"))
        return _FormWithPrevious(form, document)

    def _options(self, written: Mapping[str, str]) -> object:
        known = {option.name: option for option in options_of(self.rule)}
        for name in written.keys() - known.keys():
            raise NotationError(f"{name!r} is neither a setting of the notation nor an option of {self.rule.id}")
        values = {name.replace("-", "_"): _value(known[name], text) for name, text in written.items()}
        assert self.rule.options is not None  # else no option is known
        return self.rule.options(**values)


def _value(option: Option, text: str) -> object:
    """An option from text: true, 3, 0.5, words, or words with commas between where the default is a sequence."""
    match option.default:
        case bool():
            return text == "true"
        case int() | float():
            return type(option.default)(text)
        case tuple() | list() | frozenset():
            return type(option.default)(text.split(","))
        case _:
            return text


def serious(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Those at which a run fails by default."""
    return [diagnostic for diagnostic in diagnostics if diagnostic.severity >= Severity.WARNING]


def parse_markdown(registry: Registry, text: str, path: str) -> Document:
    """A draft in Markdown, parsed."""
    parser = registry.parser("markdown")
    return parser.parse(text.encode(), path)
