"""``equal``: figures that must be the same, in the tables or in a table and the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gxlint.findings import Finding
from gxlint.i18n import _, later
from gxlint.prose.clauses import read_prose
from gxlint.prose.counts import find_counts
from gxlint.prose.numerals import read_number
from gxlint.text import Found, Pattern, compiled
from gxlint.toml_rules.definition import Definition, Find, Kind
from gxlint.toml_rules.draft import Draft
from gxlint.toml_rules.figures import Number, sum_of
from gxlint.toml_rules.keys import TEXTS, Key
from gxlint.toml_rules.shorthands import NUMBER

_LEFT, _RIGHT, _PATTERN = "left", "right", "pattern"
_PLACEHOLDERS = ("found", "expected", "left", "right")


def _make(definition: Definition) -> Find | None:
    table = definition.table
    if (_RIGHT in table) == (_PATTERN in table):
        table.mistake("", _("right（统计表里的格）和 pattern（文字里的数）要写一个，也只写一个"))
    return _with_text(definition) if _PATTERN in table else _between_cells(definition)


def _between_cells(definition: Definition) -> Find:
    left, right = definition.cells(_LEFT), definition.cells(_RIGHT)
    message = definition.message(_PLACEHOLDERS, later("{left}为{found}，{right}为{expected}，两者应相等"))

    def find(draft: Draft) -> Iterator[Finding]:
        one, other = sum_of(draft.report, left), sum_of(draft.report, right)
        if one is None or other is None or one.value == other.value:
            return
        values = {"found": one.value, "expected": other.value, "left": one.label, "right": other.label}
        said = message(draft, values)
        if said is not None:
            yield Finding(one.figures[0].cell.span, said, related=(*one.related[1:], *other.related))

    return find


def _with_text(definition: Definition) -> Find:
    cells, patterns = definition.cells(_LEFT), _patterns(definition)
    message = definition.message(_PLACEHOLDERS[:-1], later("这里写{found}，{left}为{expected}"))

    def find(draft: Draft) -> Iterator[Finding]:
        expected = sum_of(draft.report, cells)
        if expected is None:
            return
        for found in (
            found for part in draft.parts(definition.parts) for item in patterns for found in part.find(item)
        ):
            value = _exact(found)
            if value is not None and value != expected.value:
                values = {"found": found[NUMBER], "expected": expected.value, "left": expected.label}
                said = message(draft, values)
                if said is not None:
                    yield Finding(found.span_of(NUMBER), said, related=expected.related)

    return find


def _patterns(definition: Definition) -> Sequence[Pattern]:
    patterns = definition.table.patterns(_PATTERN)
    for text, pattern in patterns.items():
        if NUMBER not in compiled(pattern).groupindex:
            message = _("“{text}”没有说哪里是数，在数的位置写 {shorthand}", text=text, shorthand="{number}")
            definition.table.mistake(_PATTERN, message, text)
    return list(patterns.values())


def _exact(found: Found) -> Number | None:
    """The number that is written; ``None`` where it cannot be read, or is not meant exactly (约, 余, 以上, 各)."""
    if not found[NUMBER]:
        return None
    prose = read_prose(found.plain)
    span = found.span_of(NUMBER)
    for count in find_counts(prose):
        if prose.span(count.start, count.end).overlaps(span) and not count.is_exact:
            return None
    return read_number("".join(found[NUMBER].split()))


KIND = Kind(
    name="equal",
    doc=later("应当相等的数：两组格各自的和，或者一组格的和与文字里的数；读不准的不查"),
    category="consistency",
    keys=(
        Key(_LEFT, TEXTS, later("统计表里的格，几格的相加"), 'left = ["applications.granted.total"]', is_needed=True),
        Key(_RIGHT, TEXTS, later("应与 left 相等的格，几格的相加"), 'right = ["applications.new.total"]'),
        Key(_PATTERN, TEXTS, later("正则表达式，在数的位置写 {number}"), "pattern = '''予以公开{number}件'''"),
    ),
    make=_make,
)
