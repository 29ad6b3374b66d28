"""Official tables that are incomplete, mislabelled or do not add up."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping

from gxlint.form.editions import EDITION_2021
from gxlint.form.layout import Key
from gxlint.testing.bodies import BODIES
from gxlint.testing.drafts import Draft
from gxlint.testing.figures import Figures, random_figures
from gxlint.testing.pieces import Line

from ..bases import (
    BUREAU,
    CHARGED,
    COUNTY,
    IDLE,
    JUSTICE,
    MARKET,
    RURAL,
    STREET,
    TOWN,
    TOWN_2019,
    disclosure_2019,
    with_figures,
)
from ..cases import Fault

_COLUMN = {"outcome-sum-mismatch": "改动的数所在的列也不再平衡"}
_ROW = {"row-sum-mismatch": "改动的数所在的行也不再平衡"}
_BALANCE = {"balance-mismatch": "改动的数还在勾稽关系里"}
_PROSE = {"contradicted-applications": "正文写的是改动之前的数"}
_BLANK = {"plain-cells": "一格一行的文本里空格没有了"}


def cases() -> Iterator[Fault]:
    """The faults of this category."""
    yield from _absent()
    yield from _obsolete()
    yield from _labels()
    yield from _cells()
    yield from _sums()
    yield from _balances()
    yield from _implausible()
    yield from _altered()


def _absent() -> Iterator[Fault]:
    rule = "missing-table"
    said = Line.of("2024年有关数据已在政府网站公布。")
    yield Fault(rule, "表三", TOWN.with_grid("applications", said))
    yield Fault(rule, "表二", COUNTY.with_grid("disclosure", said))
    yield Fault(rule, "表四", BUREAU.with_grid("disputes", said))
    all_three: Draft = TOWN
    for table in ("disclosure", "applications", "disputes"):
        all_three = all_three.with_grid(table, said._replace(runs=(f"{said.text[:-1]}，不再列表。",)))
    twice = {"duplicated-sentence": "三处写了同一句话"}
    yield Fault(rule, "三张表", all_three, also=twice)
    yield Fault(rule, "表二，没有文字", MARKET.without_table("disclosure"))
    rule = "missing-row"
    for draft, table, row in (
        (IDLE, "applications", "other.2"),
        (TOWN, "disclosure", "coercion"),
        (IDLE, "applications", "carried_in"),
        (IDLE, "applications", "unavailable.2"),
        (TOWN, "disclosure", "rules"),
        (IDLE, "applications", "carried_out"),
    ):
        yield Fault(rule, row, draft.without_row(table, row))
    two = IDLE.without_row("applications", "denied.3").without_row("applications", "rejected.5")
    yield Fault(rule, "两行", two)
    rule = "missing-column"
    for draft, table, row, column in (
        (TOWN, "applications", "new", "research"),
        (IDLE, "applications", "new", "legal_service"),
        (TOWN, "disputes", "suit_after_review", "pending"),
        (IDLE, "disputes", "review", "other"),
    ):
        yield Fault(rule, f"{table} {column}", draft.without_column(table, row, column))


def _obsolete() -> Iterator[Fault]:
    rule = "obsolete-table"
    figures = {**TOWN_2019, "licensing": (36, 0, 146), "penalties": (21, 0, 8)}
    for draft in (TOWN, COUNTY, STREET):
        own: dict[str, tuple[object, ...]] = {**figures}
        for row in ("licensing", "penalties", "coercion"):
            own[row] = (figures[row][0], 0, draft.figures.disclosure[Key(row, "decisions")])
        yield Fault(rule, draft.agency, draft.with_grid("disclosure", disclosure_2019(own)))


def _labels() -> Iterator[Fault]:
    rule = "misnamed-label"
    for draft, table, old, new in (
        (TOWN, "applications", "社会公益组织", "社会组织"),
        (COUNTY, "disclosure", "行政规范性文件", "规范性文件"),
        (TOWN, "applications", "4.保护第三方合法权益", "4.保护第三方合法利益"),
        (BUREAU, "disclosure", "本年制发件数", "本年制定件数"),
        (TOWN, "applications", "2.没有现成信息需要另行制作", "2.没有现成信息需要加工制作"),
        (STREET, "disputes", "未经复议直接起诉", "未经复议起诉"),
        (TOWN, "applications", "四、结转下年度继续办理", "四、结转下年继续办理"),
        (COUNTY, "applications", "（一）予以公开", "（一）给予公开"),
        (TOWN, "applications", "1.属于国家秘密", "1.涉及国家秘密"),
        (BUREAU, "applications", "（五）不予处理", "（五）不予受理"),
        (TOWN, "disclosure", "行政事业性收费", "行政事业收费"),
        (RURAL, "disclosure", "行政处罚", "行政处罚决定"),
    ):
        yield Fault(rule, new, draft.with_label(table, old, new), (new,))


def _cells() -> Iterator[Fault]:
    rule = "blank-cell"
    for draft, table, row, column, place in (
        (TOWN, "applications", "denied.1", "natural_person", "表三 1.属于国家秘密 自然人"),
        (IDLE, "disclosure", "penalties", "decisions", "表二 行政处罚 本年处理决定数量"),
        (TOWN, "disputes", "suit_after_review", "corrected", "表四 行政诉讼 复议后起诉 结果纠正"),
        (IDLE, "applications", "granted", "total", "表三 （一）予以公开 总计"),
        (TOWN, "disclosure", "fees", "amount", "表二 行政事业性收费 本年收费金额（单位：万元）"),
        (COUNTY, "applications", "carried_out", "total", "表三 四、结转下年度继续办理 总计"),
    ):
        yield Fault(rule, place, draft.with_cell(table, row, column, ""), places=(place,), without=_BLANK)
    several: Draft = IDLE
    for column in ("natural_person", "business", "research", "public_welfare", "legal_service", "other", "total"):
        several = several.with_cell("applications", "rejected.3", column, "")
    yield Fault(rule, "整行", several, places=("表三 3.要求提供公开出版物",), without=_BLANK)
    rule = "invalid-number"
    for draft, table, row, column, text, place in (
        (IDLE, "applications", "denied.1", "natural_person", "无", "表三 1.属于国家秘密 自然人"),
        (TOWN, "applications", "rejected.2", "business", "-1", "表三 2.重复申请 商业企业"),
        (TOWN, "disclosure", "licensing", "decisions", "146件", "表二 行政许可 本年处理决定数量"),
        (TOWN, "disclosure", "penalties", "decisions", "/", "表二 行政处罚 本年处理决定数量"),
        (TOWN, "disputes", "review", "corrected", "—", "表四 行政复议 结果纠正"),
        (TOWN, "disclosure", "normative_documents", "issued", "2.5", "表二 行政规范性文件 本年制发件数"),
        (TOWN, "disclosure", "fees", "amount", "约3", "表二 行政事业性收费 本年收费金额（单位：万元）"),
        (IDLE, "applications", "carried_out", "other", "若干", "表三 四、结转下年度继续办理 其他"),
    ):
        yield Fault(rule, f"{place} {text}", draft.with_cell(table, row, column, text), places=(place,))


def _sums() -> Iterator[Fault]:
    rule = "row-sum-mismatch"
    granted = "表三 （一）予以公开 总计"
    yield Fault(rule, "总计多一", _set(TOWN, "granted", total=8), places=(granted,), also=_COLUMN)
    carried = "表三 四、结转下年度继续办理 总计"
    yield Fault(rule, "结转总计", _set(TOWN, "carried_out", total=3), places=(carried,), also=_BALANCE)
    new = "表三 一、本年新收政府信息公开申请数量 总计"
    yield Fault(rule, "新收总计", _set(TOWN, "new", total=16), places=(new,), also={**_BALANCE, **_PROSE})
    shifted = _set(_set(TOWN, "granted", natural_person=4), "denied.1", natural_person=1)
    yield Fault(rule, "两行串了", shifted, places=(granted, "表三 1.属于国家秘密 总计"))
    yield Fault(
        rule, "零行有总计", _set(IDLE, "rejected.1", total=14), places=("表三 1.信访举报投诉类申请 总计",), also=_COLUMN
    )
    rule = "outcome-sum-mismatch"
    total = "表三 （七）总计 "
    people, firms, everyone = total + "自然人", total + "商业企业", total + "总计"
    moved = _set(TOWN, "granted", natural_person=4, business=3)
    yield Fault(rule, "两列串了", moved, places=(people, firms))
    yield Fault(rule, "自然人少一", _set(TOWN, "partial", natural_person=1), places=(people,), also=_ROW)
    yield Fault(rule, "列总计", _set(TOWN, "total", total=16), places=(everyone,), also={**_ROW, **_BALANCE})
    lone = _set(CHARGED, "other.3", business=2, total=2)
    yield Fault(rule, "其他多一", lone, places=(firms, everyone))
    rule = "dispute-sum-mismatch"
    for draft, row, column, figure, name in (
        (TOWN, "review", "total", 4, "行政复议"),
        (TOWN, "review", "corrected", 1, "行政复议"),
        (TOWN, "direct_suit", "upheld", 0, "行政诉讼 未经复议直接起诉"),
        (IDLE, "suit_after_review", "total", 2, "行政诉讼 复议后起诉"),
    ):
        changed = draft.with_cell("disputes", row, column, figure)
        yield Fault(rule, f"{row} {column}", changed, places=(f"表四 {name} 总计",))


def _set(draft: Draft, row: str, **figures: int) -> Draft:
    """The draft with other figures in a row of table three."""
    for column, figure in figures.items():
        draft = draft.with_cell("applications", row, column, figure)
    return draft


def _balances() -> Iterator[Fault]:
    """With one figure altered its row breaks too; with two, two columns."""
    rule = "balance-mismatch"
    yield Fault(rule, "结转多一", _set(TOWN, "carried_out", natural_person=3), also=_ROW)
    yield Fault(rule, "上年结转多一", _set(TOWN, "carried_in", business=1), also=_ROW)
    both = _set(TOWN, "carried_out", natural_person=3, total=3)
    yield Fault(rule, "结转连总计多一", both, times=2)
    yield Fault(rule, "上年结转连总计少二", _set(TOWN, "carried_in", natural_person=0, total=0), times=2)
    swapped = _set(TOWN, "new", natural_person=12, business=2)
    yield Fault(rule, "申请人串列", swapped, times=2)
    figures = Figures.of({}, {"new": {"other": 6}, "granted": {"other": 6}}, {})
    left = _set(with_figures(agency=RURAL.agency, figures=figures), "carried_out", other=1, total=1)
    yield Fault(rule, "多报结转", left, times=2)


def _implausible() -> Iterator[Fault]:
    rule = "implausible-rulemaking"
    district = TOWN.replace("青禾县云溪镇", "澄湖市白石区").replace("我镇", "我区").replace("全镇", "全区")
    bodies: Mapping[str, tuple[Draft, str, int]] = {
        "镇": (TOWN, "effective", 6),
        "县": (COUNTY, "effective", 2),
        "街道": (STREET, "effective", 1),
        "县局": (MARKET, "effective", 3),
        "市局": (BUREAU, "effective", 1),
        "区": (district, "effective", 2),
    }
    for name, (draft, column, figure) in bodies.items():
        changed = draft.with_cell("disclosure", "rules", column, figure)
        yield Fault(rule, name, changed, places=("表二 规章 现行有效件数",))
    rule = "implausible-document-count"
    for name, draft, issued, effective in (
        ("镇", TOWN, 5, 3),
        ("县局", JUSTICE, 40, 12),
        ("局", BUREAU, 1, 0),
    ):
        changed = draft
        for column, figure in {"issued": issued, "repealed": 0, "effective": effective}.items():
            changed = changed.with_cell("disclosure", "normative_documents", column, figure)
        yield Fault(rule, name, changed, places=("表二 行政规范性文件",))


#: The rule for each kind of identity.
_RULES: Mapping[str, str] = {
    "row-sum": "row-sum-mismatch",
    "outcome-sum": "outcome-sum-mismatch",
    "balance": "balance-mismatch",
    "dispute-sum": "dispute-sum-mismatch",
}


def _altered() -> Iterator[Fault]:
    """One figure altered somewhere in reports of all kinds; the identities say which rules must see it, and where."""
    for seed in range(16):
        rng = random.Random(seed)
        agency = rng.choice(BODIES)
        report = with_figures(2024, agency, figures=random_figures(rng, busy=1 + seed % 3))
        table = rng.choice(("applications", "applications", "disputes"))
        form = EDITION_2021.table(table)
        key = rng.choice([key for key in form.cell_keys() if key != Key("new", "total")])
        broken = [identity for identity in form.identities if key in (*identity.left, *identity.right)]
        rules = sorted({_RULES[identity.kind] for identity in broken} - {"balance-mismatch"}) or ["balance-mismatch"]
        rule = rules[seed % len(rules)]
        places = [form.label(identity.left[0]) for identity in broken if _RULES[identity.kind] == rule]
        figure = report.figures.table(table)[key] + rng.randint(1, 30)
        yield Fault(
            rule,
            f"{agency} {form.label(key)} {figure}",
            report.with_cell(table, key.row, key.column, figure),
            places=tuple(places),
            also={_RULES[other.kind]: "改动的数也在这个等式里" for other in broken if _RULES[other.kind] != rule},
        )
