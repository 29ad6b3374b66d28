"""What a rule says, and what the engine makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum, StrEnum
from typing import NamedTuple

from gxlint.text import Source, Span


class Severity(IntEnum):
    """How bad a finding is; comparable."""

    INFO = 1
    """Worth a look."""
    WARNING = 2
    """A reviewer would send the report back."""
    ERROR = 3
    """The report is certainly wrong or unlawful."""

    @property
    def label(self) -> str:
        """The name used in configuration and output: ``info``, ``warning``, ``error``."""
        return self.name.lower()


class Safety(StrEnum):
    """Whether a fix may be applied without being looked at."""

    SAFE = "safe"
    """The meaning cannot change."""
    UNSAFE = "unsafe"
    """Probably right; shown, and applied on request."""


class Edit(NamedTuple):
    """Replace the source at *span* by *text* (an empty span inserts, an empty text deletes)."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A remedy: text edits that belong together, do not overlap, and are applied all or none."""

    title: str
    edits: tuple[Edit, ...]
    safety: Safety = Safety.UNSAFE

    @classmethod
    def replace(cls, span: Span, text: str, title: str, *, safety: Safety = Safety.UNSAFE) -> Fix:
        """A fix of one replacement."""
        return cls(title, (Edit(span, text),), safety)


class Related(NamedTuple):
    """Another place that explains the finding: a part of a sum, the first of two twins."""

    span: Span
    message: str


class Finding(NamedTuple):
    """All that a rule can say: where, what, which other places belong to it, and how to mend it."""

    span: Span
    """The smallest text that is wrong."""
    message: str
    """For the writer: the value found, the value expected, what to do."""
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()
    """The best first."""
    severity: Severity | None = None
    """Only where the rule declares that its findings differ in severity."""
    source: Source | None = None
    """Whose text the spans refer to; needed where a rule reads several reports, else known."""


class Diagnostic(NamedTuple):
    """A finding stamped by the engine with everything that the outside needs."""

    path: str
    rule: str
    category: str
    severity: Severity
    message: str
    source: Source | None
    """The text that the spans refer to; ``None`` where the file could not be read."""
    span: Span | None
    place: str = ""
    """Where a person would look: 表三 四、结转下年度继续办理 总计."""
    related: Sequence[Related] = ()
    fixes: Sequence[Fix] = ()
    url: str = ""

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """Path, then place, then rule."""
        span = self.span or Span(-1, -1)
        return (self.path, *span, self.rule)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings sorted by place, each once."""
    unique = {(item.path, item.rule, item.span, item.message): item for item in diagnostics}
    return tuple(sorted(unique.values(), key=lambda item: (item.sort_key, item.message)))
