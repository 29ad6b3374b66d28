"""Linting for tests: through the public door, with all rules that run by default and the one that is tested."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache

from gxlint.api import Linter
from gxlint.document import Document
from gxlint.findings import Diagnostic, Severity
from gxlint.i18n import _
from gxlint.options import Option, options_of
from gxlint.plugins import hookimpl
from gxlint.plugins.registry import Registry
from gxlint.rule import Rule
from gxlint.settings import Settings
from gxlint.testing.notation import NotationError

_NAMESPACE = "tested"


class _Plugin:
    """Brings a rule that is not installed."""

    def __init__(self, rule: Rule) -> None:
        self._rule = rule

    @hookimpl
    def gxlint_rules(self) -> Iterable[Rule]:
        return [self._rule]


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
        self.registry = registry or built_in_registry()
        if rule.id not in self.registry.rules:
            self.registry = Registry([(_NAMESPACE, _Plugin(rule))], installed=False)
        self.rule = self.registry.rules.get(rule.id) or self.registry.rules[f"{_NAMESPACE}/{rule.id}"]

    def linter(self, options: Mapping[str, str], previous: str | None = None) -> Linter:
        """A linter that runs all default rules and the one tested.

        Args:
            options: of the rule tested, as an example writes them.
            previous: last year's report in Markdown, if there is one.

        Raises:
            NotationError: the rule has no such option.
        """
        ids = [rule.id for rule in self.registry.rules.values() if rule.enabled or rule.id == self.rule.id]
        chosen = {self.rule.id: self._options(options)} if options else {}
        settings = Settings(select=tuple(ids), options=chosen)
        last = Linter(settings, self.registry).text(previous, "上年报告.md").report if previous is not None else None
        return Linter(settings, self.registry, previous=lambda _report: last)

    def parse(self, text: str, path: str) -> Document:
        """A draft in Markdown."""
        return self.registry.parser("markdown").parse(text.encode(), path)

    def _options(self, written: Mapping[str, str]) -> object:
        known = {option.name: option for option in options_of(self.rule)}
        for name in written.keys() - known.keys():
            raise NotationError(_("{name} 不是示例的设置，也不是规则 {rule} 的选项", name=name, rule=self.rule.id))
        values = {name.replace("-", "_"): _value(known[name], text) for name, text in written.items()}
        assert self.rule.options is not None  # else no option is known
        return self.rule.options(**values)


def _value(option: Option, text: str) -> object:
    """An option from text: true, 3, 0.5, words, words with commas between where the default is a sequence, or an inline
    table of TOML where it is a mapping.
    """
    match option.default:
        case bool():
            return text == "true"
        case int() | float():
            return type(option.default)(text)
        case tuple() | list() | frozenset():
            return type(option.default)(text.split(","))
        case dict():
            return tomllib.loads(f"value = {text}")["value"]
        case _:
            return text


def serious(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Those at which a run fails by default."""
    return [diagnostic for diagnostic in diagnostics if diagnostic.severity >= Severity.WARNING]
