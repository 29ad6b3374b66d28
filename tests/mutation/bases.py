"""The correct reports that everything starts from: bodies of every kind, several years, both editions of the form."""

from __future__ import annotations

import random
from collections.abc import Iterable
from decimal import Decimal

from gxlint.form.editions import DISCLOSURE_2019, EDITION_2019
from gxlint.form.layout import Key
from gxlint.testing.drafts import Draft
from gxlint.testing.figures import FIGURES_2024, Figures
from gxlint.testing.pieces import Grid, GridCell, Line
from gxlint.testing.reports import CorrectReport
from gxlint.testing.wording import WORDINGS


def _some(number: int, agency: str, year: int) -> CorrectReport:
    return CorrectReport.random(random.Random(number), agency, year)


#: 青禾县云溪镇人民政府 2024: 15 applications and 2 carried in, 15 settled, 2 carried out; 3 reviews, 1 suit.
TOWN = CorrectReport()
RURAL = _some(11, "青禾县竹坪乡人民政府", 2023)
STREET = _some(12, "澄湖市白石区柳岸街道办事处", 2022)
COUNTY = _some(13, "青禾县人民政府", 2024)
BUREAU = _some(14, "临江市教育局", 2024)
MARKET = _some(15, "青禾县市场监督管理局", 2021)
CITY = _some(16, "澄湖市人民政府", 2024)
JUSTICE = CorrectReport("青禾县司法局")
#: Nobody asked for anything, nothing was decided.
IDLE = CorrectReport(figures=Figures.of({}, {}, {}))
#: A fee of 380 yuan, booked in table two.
CHARGED = CorrectReport(
    figures=Figures.of(
        {
            "normative_documents": {"issued": 3, "effective": 12},
            "licensing": {"decisions": 1250},
            "penalties": {"decisions": 31},
            "fees": {"amount": Decimal("0.038")},
        },
        {
            "new": {"natural_person": 42, "business": 5},
            "granted": {"natural_person": 20, "business": 4},
            "denied.7": {"natural_person": 3},
            "rejected.4": {"natural_person": 17},
            "other.2": {"natural_person": 2},
            "other.3": {"business": 1},
        },
        {"review": {"upheld": 1, "corrected": 1}, "suit_after_review": {"upheld": 1, "pending": 1}},
    ),
    year=2023,
)
NATIONAL = CorrectReport("国家水土保持局", figures=CITY.figures).replace(
    "国家水土保持局人民政府门户网站", "国家水土保持局门户网站"
)
MINISTRY = (
    CorrectReport("国家水运局", figures=CITY.figures)
    .replace("国家水运局人民政府门户网站", "水运部门户网站")
    .replace("国家水运局", "中华人民共和国水运部")
    .replace("我局", "我部")
    .replace("局长", "副部长")
)


def renamed(agency: str, self_name: str, area: str) -> Draft:
    """The town's report as that body would have written it."""
    return TOWN.replace(TOWN.agency, agency).replace("我镇", self_name).replace("全镇", area)


def other_grid(*rows: str, name: str = "") -> Grid:
    """A table that is none of the three: its rows, their cells parted by spaces."""
    cells = [GridCell(text, at, column) for at, row in enumerate(rows) for column, text in enumerate(row.split(" "))]
    return Grid(cells, name)


def titled_by(draft: Draft, *before: Line | Grid) -> Draft:
    """The same draft with something above its title."""
    return Draft((), (*before, *draft.title, *draft.preamble), draft.parts, draft.signature)


def with_figures(year: int = 2024, agency: str = TOWN.agency, *, wording: int = 0, figures: Figures) -> CorrectReport:
    """A correct report with those figures."""
    places = dict.fromkeys(("proactive", "on_request", "disputes", "no_disputes"), wording)
    return CorrectReport(agency, year, figures, places)


def earlier_edition() -> Draft:
    """A correct report for 2020, in the form of 2019."""
    draft = CorrectReport(year=2020, figures=FIGURES_2024)
    draft_2020: Draft = draft.with_heading("五", EDITION_2019.section("problems").heading)
    notice = "（国办公开办函〔2021〕30号）"
    return (
        draft_2020.replace(notice, "（国办公开办函〔2019〕60号）")
        .with_grid("disclosure", disclosure_2019(TOWN_2019))
        .with_grid("applications", applications_2019(TOWN.grid("applications")))
    )


#: Figures of the 2019 table two.
TOWN_2019: dict[str, tuple[object, ...]] = {
    "rules": (0, 0, 0),
    "normative_documents": (2, 2, 9),
    "licensing": (36, "减1", 146),
    "other_services": (58, 0, 1204),
    "penalties": (21, "增2", 8),
    "coercion": (4, 0, 2),
    "fees": (0, 0),
    "procurement": (5, 86.4),
}


def disclosure_2019(figures: dict[str, tuple[object, ...]]) -> Grid:
    """Table two as it was printed until 2020."""
    cells: list[GridCell] = []
    at, block = 0, ""
    for row in DISCLOSURE_2019.rows:
        span = 6 // len(row.columns)
        if row.groups[0] != block:
            block = row.groups[0]
            labels = [DISCLOSURE_2019.column(key).label for key in row.columns]
            cells += [GridCell(block, at, 0, column_span=7), GridCell("信息内容", at + 1, 0)]
            cells += [GridCell(text, at + 1, 1 + n * span, column_span=span) for n, text in enumerate(labels)]
            at += 2
        cells.append(GridCell(row.label, at, 0))
        for n, (column, figure) in enumerate(zip(row.columns, figures[row.key], strict=True)):
            cells.append(GridCell(str(figure), at, 1 + n * span, column_span=span, key=Key(row.key, column)))
        at += 1
    return Grid(cells, "disclosure", 2)


def applications_2019(grid: Grid) -> Grid:
    """Table three with 其他处理 in one row."""
    group = next(cell for cell in grid.cells if cell.text == "（六）其他处理")
    for _row in range(2):
        grid = grid.without_row(group.row + 1)
    cells = [cell for cell in grid.cells if (cell.row, cell.column) != (group.row, 2)]
    return Grid(_widened(cells, group.row), "applications", 3)


def _widened(cells: Iterable[GridCell], row: int) -> list[GridCell]:
    return [cell._replace(column_span=2) if (cell.row, cell.column) == (row, 1) else cell for cell in cells]


def differing(agency: str, wording: int, figures: Figures = FIGURES_2024) -> CorrectReport:
    """A correct report for 2024 in other words than :data:`TOWN`."""
    return CorrectReport(agency, figures=figures, wording=dict.fromkeys(WORDINGS, wording))


def added_up(*reports: CorrectReport) -> Figures:
    """The figures of all of them together."""
    tables = [[report.figures.table(name) for report in reports] for name in Figures._fields]
    return Figures(*({key: sum(table[key] for table in group) for key in group[0]} for group in tables))
