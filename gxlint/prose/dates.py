"""Dates as people write them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from gxlint.text import Span


class WrittenDate(NamedTuple):
    """A date as written; it may be impossible."""

    span: Span
    text: str
    year: int | None
    month: int | None
    day: int | None

    @property
    def date(self) -> date | None:
        """The day, or ``None`` where a part is missing or there is no such day."""
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None
