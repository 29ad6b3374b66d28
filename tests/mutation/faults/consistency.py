"""Years and bodies that do not fit, and other reports that do not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gxlint.findings import Severity
from gxlint.testing.drafts import Draft
from gxlint.testing.reports import CorrectReport

from ..bases import BUREAU, CITY, COUNTY, MARKET, RURAL, STREET, TOWN, added_up, differing
from ..cases import Fault
from .spoiling import plain, sentences

_BASIS, _PERIOD, _CONTACT = TOWN.preamble
_PARTS = (
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
)


def cases() -> Iterator[Fault]:
    """The faults of this category, without those of prose against figures."""
    yield from _years()
    yield from _bodies()
    yield from _parts()
    yield from _carried_over()
    yield from _copied()
    yield from _hierarchies()


def _years() -> Iterator[Fault]:
    rule = "conflicting-year"
    town = "青禾县云溪镇人民政府"
    late = {"untimely-date": "对标题里的年份来说日期太晚"}
    yield Fault(rule, "标题是上年", TOWN.with_title(f"{town}2023年政府信息公开工作年度报告"), also=late, times=2)
    early = {"untimely-date": "对标题里的年份来说日期太早"}
    yield Fault(rule, "标题是下年", TOWN.with_title(f"{town}2025年政府信息公开工作年度报告"), also=early, times=2)
    rest = TOWN.part("一").content[1:]
    headed = TOWN.with_section("一", "（一）2023年主动公开情况", *rest)
    yield Fault(rule, "小标题是上年", headed, ("‹2023›年主动公开情况",))
    named = {"misnamed-section": "标题里不该有年份"}
    heading = COUNTY.with_heading("一", "一、2023年总体情况")
    yield Fault(rule, "一级标题是上年", heading, ("‹2023›年总体情况",), also=named)
    fourth = COUNTY.with_section("一", *COUNTY.part("一").content, "（六）2023年监督检查情况", "各项任务均已完成。")
    yield Fault(rule, "加的一节是上年", fourth, ("‹2023›年监督检查情况",))
    rule = "stale-year"
    yield from sentences(
        rule,
        "‹2023›年，共主动公开政府信息512条，其中政策文件36条。",
        "截至‹2023›年12月31日，本年度发布信息630条。",
        "‹2023›年全年受理群众咨询236人次，均当场答复。",
        "‹2023›年1月至12月，公开信息512条，更新栏目26个。",
        "‹2023›年度共举办政务公开培训4场，参训人员160人次。",
        bases=(TOWN, COUNTY),
    )
    written = TOWN.replace("2024年新收到", "2023年新收到")
    yield Fault(rule, "依申请公开里", written, ("‹2023›年新收到政府信息公开申请15件",))
    other = TOWN.with_paragraph("六", "2023年，我镇无其他需要报告的事项。")
    yield Fault(rule, "第六部分", other, ("‹2023›年，我镇无其他需要报告的事项",))
    street = STREET.with_paragraph("一", "2021年，共组织业务培训3场，考核12个社区。")
    yield Fault(rule, "街道", street, ("‹2021›年，共组织业务培训3场",))
    yield from sentences(
        "relative-year",
        "‹今年›以来，共公开政府信息512条。",
        "‹今年来›，公开栏更新26次。",
        "培训场次比‹去年›多2场。",
        "‹今年›共开展业务培训3场。",
    )


def _bodies() -> Iterator[Fault]:
    rule = "conflicting-agency"
    signed: Mapping[str, Draft] = {
        "青禾县竹坪乡人民政府": TOWN,
        "青禾县竹坪镇人民政府": TOWN,
        "临江市卫生健康局": BUREAU,
        "青山县人民政府": COUNTY,
        "青禾县司法局": MARKET,
    }
    for agency, draft in signed.items():
        changed = draft.with_signature(agency, draft.signature[-1])
        yield Fault(rule, f"署名{agency}", changed, (agency,), severity=Severity.ERROR)
    said: Mapping[str, Draft] = {
        "‹我局›高度重视政府信息公开工作，主要领导定期听取汇报。": TOWN,
        "‹我乡›专题研究政府信息公开工作3次。": TOWN,
        "‹我镇›认真落实上级部署，及时更新公开目录。": BUREAU,
        "‹我街道›组织社区工作者参加业务培训。": RURAL,
    }
    for text, draft in said.items():
        changed = draft.with_paragraph("一", plain(text))
        yield Fault(rule, plain(text), changed, (text,), severity=Severity.WARNING)


def _parts() -> Iterator[Fault]:
    rule = "wrong-part-count"
    five = f"本报告由{'、'.join(_PARTS)}‹五›部分组成。"
    six = f"本报告由{'、'.join(_PARTS[:5])}‹六›个部分组成。"
    seven = f"全文包括{'、'.join(_PARTS)}‹七›个部分。"
    for text in (five, six, seven):
        draft = TOWN.with_preamble(_BASIS, plain(text), _PERIOD, _CONTACT)
        yield Fault(rule, text[-12:], draft, (text,))


def _carried_over() -> Iterator[Fault]:
    rule = "carried-over-mismatch"
    last = TOWN.preceding()
    more = last.with_cell("applications", "carried_out", "natural_person", 4)
    total = more.with_cell("applications", "carried_out", "total", 4)
    yield Fault(rule, "总计不同", TOWN, previous=total, times=2)
    firms = last.with_cell("applications", "carried_out", "natural_person", 1)
    columns = firms.with_cell("applications", "carried_out", "business", 1)
    yield Fault(rule, "只有分列不同", TOWN, previous=columns, times=2, severity=Severity.WARNING)
    none: Draft = last
    for column in ("natural_person", "total"):
        none = none.with_cell("applications", "carried_out", column, 0)
    yield Fault(rule, "上年没有结转", TOWN, previous=none, times=2)
    rule = "effective-documents-mismatch"
    for name, report, row, figure in (
        ("镇", TOWN, "normative_documents", 15),
        ("县", COUNTY, "normative_documents", 400),
        ("市的规章", CITY, "rules", 3),
    ):
        previous = report.preceding().with_cell("disclosure", row, "effective", figure)
        yield Fault(rule, name, report, previous=previous)


def _copied() -> Iterator[Fault]:
    rule = "copied-report"
    for name, report in (("镇", TOWN), ("县", COUNTY)):
        last: Draft = report.replace("2024年", "2023年").replace("2025年", "2024年")
        figures = report.preceding()
        for table in ("disclosure", "applications", "disputes"):
            last = last.with_grid(table, figures.grid(table))
        yield Fault(rule, f"{name}照抄上年", report, previous=last)
    other = TOWN.replace("云溪镇", "竹坪镇")
    yield Fault(rule, "照抄邻镇", TOWN, beside={"竹坪镇": other}, times=2)
    words = MARKET.replace("青禾县市场监督管理局", "青禾县交通运输局")
    yield Fault(rule, "照抄别的局", MARKET, beside={"交通局": words, "云溪镇": TOWN}, times=2)


def _hierarchies() -> Iterator[Fault]:
    rule = "hierarchy-sum-mismatch"
    village = differing(RURAL.agency, 1)
    members = '{"青禾县人民政府" = ["青禾县云溪镇人民政府", "青禾县竹坪乡人民政府"]}'
    wrong = {
        "等于其中一个": village.figures,
        "三个之和": added_up(TOWN, TOWN, village),
        "没有申请": added_up(TOWN)._replace(applications=dict.fromkeys(TOWN.figures.applications, 0)),
    }
    for name, figures in wrong.items():
        county: CorrectReport = differing(COUNTY.agency, 2, figures)
        beside = {"云溪镇": TOWN, "竹坪乡": village}
        yield Fault(rule, name, county, beside=beside, options={"members": members}, times=30)
