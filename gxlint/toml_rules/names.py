"""The names by which rules in TOML call the parts and the cells of a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from gxlint.config.checking import unknown_name
from gxlint.form.layout import Key, Layout, SectionForm
from gxlint.i18n import _

#: Parts that no form numbers.
TITLE, PREAMBLE, SIGNATURE = "标题", "引言", "署名"
PARTS = (TITLE, PREAMBLE, SIGNATURE)
#: Stands for any row or any column.
ANY = "*"


class CellName(tuple[str, str, str]):
    """Table, row and column; the row or the column may be :data:`ANY`."""

    __slots__ = ()

    @property
    def table(self) -> str:
        """Key of the table."""
        return self[0]

    def keys(self, layouts: Sequence[Layout]) -> list[Key]:
        """The cells of the table that it means; none where no layout has the table."""
        _table, row, column = self
        keys = {
            key: None
            for layout in layouts
            for table in layout.tables
            if table.key == self.table
            for key in table.cell_keys()
        }
        return [key for key in keys if row in (ANY, key.row) and column in (ANY, key.column)]


def section_of(name: str, layouts: Sequence[Layout]) -> SectionForm:
    """The section that a name means: its key, its number, its official title, one it also goes by, or the heading.

    Raises:
        LookupError: there is none; the text says what there is.
    """
    forms = [form for layout in layouts for form in layout.sections]
    for form in forms:
        if name in (form.key, form.number, form.title, form.heading, *form.variants):
            return form
    names = list(dict.fromkeys([*PARTS, *[word for form in forms for word in (form.number, form.title, form.key)]]))
    fault = unknown_name(_("报告没有这一部分"), name, names)
    shown = _("、").join(dict.fromkeys([*PARTS, *[form.number for form in forms]]))
    raise LookupError(_("{fault}（可以写 {names}，或官方标题）", fault=fault, names=shown))


@cache
def official_layouts() -> tuple[Layout, ...]:
    """All editions of the annual report on disclosure."""
    from gxlint.form.editions import EDITIONS

    return EDITIONS


def cell_name(text: str) -> CellName | None:
    """A cell by its name: ``applications.total.total``, or 表三 （七）总计 总计; ``None`` where the text is neither."""
    parts = text.split(".")
    if len(parts) > 2:
        return CellName((parts[0], ".".join(parts[1:-1]), parts[-1]))
    return _labels().get("".join(text.split()))


@cache
def _labels() -> dict[str, CellName]:
    return {
        "".join(table.label(key).split()): CellName((table.key, *key))
        for layout in reversed(official_layouts())
        for table in layout.tables
        for key in table.cell_keys()
    }


def all_cells() -> Iterator[str]:
    """The names of all cells of the annual report on disclosure."""
    names = {
        f"{table.key}.{row}.{column}": None
        for layout in official_layouts()
        for table in layout.tables
        for row, column in table.cell_keys()
    }
    return iter(names)
