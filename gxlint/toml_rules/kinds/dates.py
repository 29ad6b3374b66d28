"""``date``: how early or late, or how old, a date may be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from gxlint.findings import Finding
from gxlint.i18n import _, later
from gxlint.prose.dates import WrittenDate, find_dates
from gxlint.text import Pattern, compiled
from gxlint.toml_rules.definition import Definition, Find, Kind
from gxlint.toml_rules.draft import Draft
from gxlint.toml_rules.keys import COUNT, DAY, TEXTS, Key
from gxlint.toml_rules.message import Message
from gxlint.toml_rules.names import SIGNATURE
from gxlint.toml_rules.shorthands import DATE

_PATTERN, _EARLIEST, _LATEST, _MAX_AGE, _RELATIVE_TO = "pattern", "earliest", "latest", "max-age-days", "relative-to"
_YEARS = {"last_year": -1, "year": 0, "next_year": 1}
#: For which a day must exist that is written with placeholders.
_COMMON_YEAR = 2023

#: The day that a limit means in a draft; ``None`` where the draft does not tell.
_Day = Callable[[Draft], date | None]


class _Limits(NamedTuple):
    """What a date is held against."""

    earliest: _Day | None
    latest: _Day | None
    max_age: int | None
    """In days."""
    relative_to: _Day | None

    def breach(self, draft: Draft, first: date, last: date) -> str | None:
        """What would be right, where a date that means one of some days is certainly not."""
        earliest, latest = self._least(draft), self.latest and self.latest(draft)
        if earliest and last < earliest:
            return _("不早于{date}", date=_shown(earliest))
        if latest and first > latest:
            return _("不晚于{date}", date=_shown(latest))
        return None

    def _least(self, draft: Draft) -> date | None:
        """The earliest day, by itself or by the greatest age."""
        earliest = self.earliest and self.earliest(draft)
        origin = self.relative_to and self.relative_to(draft)
        if origin is None or self.max_age is None:
            return earliest
        oldest = origin - timedelta(days=self.max_age)
        return max(earliest, oldest) if earliest else oldest


def _make(definition: Definition) -> Find | None:
    definition.needs_report()
    patterns, limits = _patterns(definition), _limits(definition)
    message = definition.message(("found", "expected"), later("日期“{found}”应{expected}"))

    def find(draft: Draft) -> Iterator[Finding]:
        for written in _dates(draft, definition, patterns):
            days = _days(written)
            expected = limits.breach(draft, *days) if days else None
            said = expected and message(draft, {"found": written.text.strip(), "expected": expected})
            if said:
                yield Finding(written.span, said)

    return find


def _patterns(definition: Definition) -> Sequence[Pattern]:
    patterns = definition.table.patterns(_PATTERN)
    for text, pattern in patterns.items():
        if DATE not in compiled(pattern).groupindex:
            message = _("“{text}”没有说哪里是日期，在日期的位置写 {shorthand}", text=text, shorthand="{date}")
            definition.table.mistake(_PATTERN, message, text)
    return list(patterns.values())


def _limits(definition: Definition) -> _Limits:
    table = definition.table
    if not any(key in table for key in (_EARLIEST, _LATEST, _MAX_AGE)):
        table.mistake("", _("缺少日期的限度，写上 earliest、latest 或 max-age-days"))
    relative_to = _day(definition, _RELATIVE_TO)
    if _MAX_AGE in table and relative_to is None and _RELATIVE_TO not in table:
        if _PATTERN not in table:
            table.mistake(_MAX_AGE, _("成文日期的 max-age-days 从哪一天算起，要写明 relative-to"))
        relative_to = _signed
    return _Limits(_day(definition, _EARLIEST), _day(definition, _LATEST), table.value(_MAX_AGE), relative_to)


def _day(definition: Definition, key: str) -> _Day | None:
    """The day that a setting means."""
    value: Any = definition.table.value(key)
    if value is None:
        return None
    if isinstance(value, date):
        fixed: date = value
        return lambda _draft: fixed
    if value == SIGNATURE:
        return _signed
    template = definition.checked(key, value, tuple(_YEARS))
    if template is None:
        return None
    if _filled(template, _COMMON_YEAR) is None:
        message = _("“{text}”不是日期，应写成 {example}", text=value, example="2024-12-31、{next_year}-03-31 或 署名")
        definition.table.mistake(key, message)
        return None
    return lambda draft: _filled(template, draft.report.year if draft.report else None)


def _filled(template: Message, year: int | None) -> date | None:
    """The day of a text with placeholders for years; ``None`` where the year is unknown or there is no such day."""
    if year is None and template.names:
        return None
    text = template.filled({name: (year or 0) + offset for name, offset in _YEARS.items()})
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _signed(draft: Draft) -> date | None:
    written = draft.report.signature.date if draft.report else None
    return written.date if written else None


def _dates(draft: Draft, definition: Definition, patterns: Sequence[Pattern]) -> Iterator[WrittenDate]:
    """The dates in question: those where a pattern says, or that of the signature."""
    if not patterns:
        signed = draft.report.signature.date if draft.report else None
        yield from [signed] if signed and _PATTERN not in definition.table else []
        return
    for part in draft.parts(definition.parts):
        for found in (found for pattern in patterns for found in part.find(pattern) if found[DATE]):
            place = found.span_of(DATE)
            yield from [written for written in find_dates(found.plain) if written.span.overlaps(place)][:1]


def _days(written: WrittenDate) -> tuple[date, date] | None:
    """The first and the last day that a date may mean; ``None`` where it has no year or month, or is none."""
    if written.date is not None:
        return written.date, written.date
    if written.year is None or written.month is None or written.day is not None or written.impossible:
        return None
    next_year, next_month = divmod(written.month, 12)
    last = date(written.year + next_year, next_month + 1, 1) - timedelta(days=1)
    return date(written.year, written.month, 1), last


def _shown(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


_DAY_DOC = later("某一天：2024-12-31，{year}（报告年度）、{last_year}、{next_year} 代表年份，或 署名（成文日期）")
KIND = Kind(
    name="date",
    doc=later("成文日期，或文字里某处的日期，最早、最晚或最多早多少天；没有写年份的不查"),
    category="structure",
    keys=(
        Key(
            _PATTERN,
            TEXTS,
            later("正则表达式，在日期的位置写 {date}；不写时查成文日期"),
            "pattern = '''数据截至{date}'''",
        ),
        Key(_EARLIEST, DAY, _DAY_DOC, 'earliest = "{next_year}-01-01"'),
        Key(_LATEST, DAY, _DAY_DOC, 'latest = "{next_year}-03-31"'),
        Key(_MAX_AGE, COUNT, later("最多早多少天"), "max-age-days = 365"),
        Key(_RELATIVE_TO, DAY, later("从哪一天往前算；不写时从成文日期算"), 'relative-to = "{year}-12-31"'),
    ),
    make=_make,
)
