"""What a user chose: which rules run, how severe their findings are, and their options.

Plain data, made by the command line, the configuration or an editor; the engine only asks it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from gxlint.findings import Severity
from gxlint.rule import Rule

#: A rule crashed; nobody can switch that off or make light of it.
INTERNAL_ERROR = "internal-error"
#: A file could not be read; it is reported without being selected, for a silent linter would look content.
UNREADABLE_DOCUMENT = "unreadable-document"

#: Kinds besides the ids of forms: ``document`` runs the rules that read any document, ``none`` leaves it alone.
KIND_DOCUMENT = "document"
KIND_NONE = "none"


class Settings(NamedTuple):
    """Choices for one file or one run. A selector is a rule's id, a category, or ``namespace/*``."""

    select: tuple[str, ...] | None = None
    """Selectors of the rules that run, also of those that are off by default; ``None`` for the default set."""
    ignore: tuple[str, ...] = ()
    """Selectors of rules that do not run. An id weighs more than a category; of two alike, this one wins."""
    severities: Mapping[str, Severity | None] = MappingProxyType({})
    """By id, category or ``namespace/*``; ``None`` switches off, a severity given by id switches on."""
    options: Mapping[str, object] = MappingProxyType({})
    """By rule id: an instance of the rule's options class."""
    kind: str | None = None
    """A form's id, ``document`` or ``none``; ``None`` leaves it to recognition."""
    also: tuple[str, ...] = ()
    """Selectors of rules that run besides, whatever :attr:`select` says."""

    def runs(self, rule: Rule) -> bool:
        """Whether *rule* is to run."""
        if rule.id == INTERNAL_ERROR:
            return True
        wanted, unwanted = _weight((*(self.select or ()), *self.also), rule), _weight(self.ignore, rule)
        if wanted > unwanted:
            return self._chosen_severity(rule, rule.severity) is not None
        if unwanted or (self.select is not None and rule.id != UNREADABLE_DOCUMENT):
            return False
        return self._chosen_severity(rule, rule.severity) is not None and (rule.enabled or rule.id in self.severities)

    def severity(self, rule: Rule, own: Severity | None = None) -> Severity:
        """The severity of a finding of *rule*.

        Args:
            rule: the rule.
            own: the finding's own severity, which counts where the rule declares it.
        """
        if rule.id == INTERNAL_ERROR:
            return rule.severity
        default = own if own is not None and own in rule.severities else rule.severity
        chosen = self._chosen_severity(rule, default)
        return default if chosen is None else chosen

    def over(self, base: Settings, rules: Mapping[str, Rule]) -> Settings:
        """These choices over those of a configuration: where both speak of the same rules, these count.

        Args:
            base: of the configuration.
            rules: all, by id.
        """
        named = (*(self.select or ()), *self.also)
        chosen = {name for word in named for name in (word, *_selectors_of(word, rules))}
        dropped = set(self.ignore)
        return Settings(
            select=self.select
            if self.select is not None or base.select is None
            else tuple([word for word in base.select if dropped.isdisjoint(_selectors_of(word, rules))]),
            ignore=(*self.ignore, *[word for word in base.ignore if word not in chosen]),
            severities={name: level for name, level in base.severities.items() if level or name not in chosen}
            | dict(self.severities),
            options={**base.options, **self.options},
            kind=self.kind or base.kind,
            also=(*self.also, *base.also),
        )

    def _chosen_severity(self, rule: Rule, default: Severity) -> Severity | None:
        for selector in selectors(rule):
            if selector in self.severities:
                return self.severities[selector]
        return default

    def unknown_selectors(self, rules: Iterable[Rule]) -> Iterator[str]:
        """The selectors that name nothing among *rules*: misspellings."""
        known = {selector for rule in rules for selector in selectors(rule)}
        for selector in (*(self.select or ()), *self.also, *self.ignore, *self.severities):
            if selector not in known:
                yield selector


#: What runs where nobody chose anything.
DEFAULTS = Settings()


def selectors(rule: Rule) -> tuple[str, ...]:
    """The selectors that hold for a rule, the narrowest first."""
    namespace, slash, _name = rule.id.rpartition("/")
    return (rule.id, rule.category, f"{namespace}/*") if slash else (rule.id, rule.category)


def _selectors_of(id: str, rules: Mapping[str, Rule]) -> tuple[str, ...]:
    return selectors(rules[id]) if id in rules else ()


def _weight(chosen: Sequence[str], rule: Rule) -> int:
    """How narrowly *rule* is named among the chosen selectors: 0 not at all, 1 as one of a group, 2 by its id."""
    if rule.id in chosen:
        return 2
    return int(any(selector in chosen for selector in selectors(rule)))
