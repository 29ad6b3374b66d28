"""What the catalogue promises of each rule: its category and the severities that its findings may have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from gxlint.findings import Severity

_INFO, _WARNING, _ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR
_BOTH = (_WARNING, _ERROR)
_NOTHING: tuple[Severity, ...] = ()  # off by default; on, it says what its declaration says

_RULES: Mapping[str, Mapping[tuple[Severity, ...], str]] = {
    "document": {
        (_ERROR,): "unreadable-document",
        (_WARNING,): "unreadable-table tables-as-images unused-suppression",
    },
    "structure": {
        (_ERROR,): "missing-title missing-section misplaced-section duplicate-section misnumbered-section "
        "leftover-placeholder",
        (_WARNING,): "malformed-title misnamed-section empty-section missing-overview-aspect broken-numbering "
        "malformed-numbering mixed-enumerators leftover-instruction leftover-cover-letter",
        (_INFO,): "missing-accountability inconsistent-heading-level punctuated-heading missing-signature "
        "unanswered-problems",
        _BOTH: "untimely-date",
        _NOTHING: "overlong-overview overlong-sentence",
    },
    "statement": {
        (_ERROR,): "wrong-reporting-period obsolete-legal-basis",
        (_WARNING,): "missing-reporting-period missing-contact malformed-contact missing-fee-statement "
        "missing-legal-basis",
        (_INFO,): "missing-application-statement",
    },
    "table": {
        (_ERROR,): "missing-table obsolete-table missing-row missing-column invalid-number row-sum-mismatch "
        "outcome-sum-mismatch balance-mismatch dispute-sum-mismatch",
        (_WARNING,): "misnamed-label blank-cell implausible-rulemaking implausible-document-count",
    },
    "consistency": {
        (_ERROR,): "conflicting-year",
        (_WARNING,): "stale-year wrong-breakdown wrong-percentage wrong-part-count effective-documents-mismatch "
        "copied-report hierarchy-sum-mismatch",
        (_INFO,): "relative-year unbooked-fee",
        _BOTH: "conflicting-agency contradicted-applications contradicted-disputes contradicted-decisions "
        "carried-over-mismatch",
    },
    "wording": {
        (_WARNING,): "misused-jiezhi misused-de mangled-term misspelling duplicated-word duplicated-sentence "
        "unmarked-document-title",
        (_INFO,): "faulty-syntax short-law-name",
        _BOTH: "mangled-phrase",
    },
    "typography": {
        (_ERROR,): "malformed-date",
        (
            _WARNING,
        ): "unbalanced-brackets repeated-punctuation nested-title-marks malformed-document-number broken-link",
        (_INFO,): "comma-between-titles informal-date fullwidth-digits",
        (_INFO, _WARNING): "halfwidth-punctuation",
        _NOTHING: "stray-space",
    },
    "privacy": {
        (_ERROR,): "exposed-id-number exposed-bank-card",
        (_WARNING,): "exposed-mobile-number",
    },
}


class Promise(NamedTuple):
    """What is known of a rule before anyone has seen its code."""

    category: str
    severities: tuple[Severity, ...]
    """Empty: any, the rule is off unless asked for."""


def _promises() -> Iterator[tuple[str, Promise]]:
    for category, groups in _RULES.items():
        for severities, ids in groups.items():
            for rule in ids.split():
                yield rule, Promise(category, severities)


#: Every rule under test, by its id.
PROMISES: Mapping[str, Promise] = MappingProxyType(dict(_promises()))
CATEGORIES = tuple(_RULES)
