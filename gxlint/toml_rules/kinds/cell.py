"""``cell``: the values that cells of the tables may have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gxlint.findings import Finding
from gxlint.i18n import _, later
from gxlint.toml_rules.definition import Definition, Find, Kind
from gxlint.toml_rules.draft import Draft
from gxlint.toml_rules.figures import Number, figures_of, number
from gxlint.toml_rules.keys import NUMBER, NUMBERS, TEXTS, Key

_CELL, _MIN, _MAX, _ONE_OF = "cell", "min", "max", "one-of"


def _make(definition: Definition) -> Find | None:
    table = definition.table
    cells = definition.cells(_CELL)
    least, most = _bound(definition, _MIN), _bound(definition, _MAX)
    choices = [number(value) for value in table.value(_ONE_OF) or ()]
    if not any(key in table for key in (_MIN, _MAX, _ONE_OF)):
        table.mistake("", _("缺少允许的数值，写上 min、max 或 one-of"))
    elif least is not None and most is not None and least > most:
        table.mistake(_MIN, _("min（{least}）大于 max（{most}）", least=least, most=most))
    message = definition.message(("found", "expected", "cell"), later("{cell}为{found}，应{expected}"))

    def find(draft: Draft) -> Iterator[Finding]:
        for figure in figures_of(draft.report, cells):
            if figure is not None and not _allows(figure.value, least, most, choices):
                values = {"found": figure.value, "expected": _expected(least, most, choices), "cell": figure.label}
                said = message(draft, values)
                if said is not None:
                    yield Finding(figure.cell.span, said)

    return find


def _bound(definition: Definition, key: str) -> Number | None:
    value = definition.table.value(key)
    return None if value is None else number(value)


def _allows(value: Number, least: Number | None, most: Number | None, choices: Sequence[Number]) -> bool:
    if (least is not None and value < least) or (most is not None and value > most):
        return False
    return not choices or value in choices


def _expected(least: Number | None, most: Number | None, choices: Sequence[Number]) -> str:
    """What is allowed, in words."""
    words = []
    if choices:
        words.append(_("为 {choices}", choices=_("或").join(map(str, choices))))
    if least is not None:
        words.append(_("不小于 {least}", least=least))
    if most is not None:
        words.append(_("不大于 {most}", most=most))
    return _("，").join(words)


KIND = Kind(
    name="cell",
    doc=later("统计表里某一格允许的数值；没有填、读不准的格不查"),
    category="table",
    keys=(
        Key(
            _CELL,
            TEXTS,
            later("格的名称：表.行.列，行或列可以写 *"),
            'cell = "disclosure.fees.amount"',
            is_needed=True,
        ),
        Key(_MIN, NUMBER, later("最小的值"), "min = 1"),
        Key(_MAX, NUMBER, later("最大的值"), "max = 0.5"),
        Key(_ONE_OF, NUMBERS, later("只能是这些值"), "one-of = [0, 1]"),
    ),
    make=_make,
)
