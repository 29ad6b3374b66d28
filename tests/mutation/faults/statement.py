"""Statements left out or wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gxlint.testing.drafts import Draft
from gxlint.testing.pieces import Line

from ..bases import BUREAU, COUNTY, IDLE, STREET, TOWN
from ..cases import Fault
from .spoiling import plain

_BASIS, _PERIOD, _CONTACT = TOWN.preamble
_DATE = {"malformed-date": "不存在的日期本身也是错误"}


def cases() -> Iterator[Fault]:
    """The faults of this category."""
    yield from _periods()
    yield from _contacts()
    yield from _fees()
    yield from _bases()
    yield from _applications()


def _without(draft: Draft, *words: str) -> Draft:
    """The draft without the paragraphs of its preamble that have one of those words."""
    lines = [piece for piece in draft.preamble if isinstance(piece, Line)]
    return draft.with_preamble(*(line for line in lines if not any(word in line.text for word in words)))


def _periods() -> Iterator[Fault]:
    rule = "missing-reporting-period"
    yield Fault(rule, "镇", _without(TOWN, "统计"))
    yield Fault(rule, "县", _without(COUNTY, "统计"))
    yield Fault(rule, "局", _without(BUREAU, "统计"))
    yield Fault(rule, "只提到年份", TOWN.with_preamble(_BASIS, "本报告反映2024年全年工作情况。", _CONTACT))
    rule = "wrong-reporting-period"
    wrong: Mapping[str, Mapping[str, str]] = {
        "本报告所列数据的统计期限为‹2023年1月1日至2023年12月31日›。": {},
        "数据统计期限：‹2024年1月1日至2024年12月30日›。": {},
        "统计数据从‹2024年1月1日起至11月30日›止。": {},
        "本报告所列数据的统计期限为‹2024年2月1日至2024年12月31日›。": {},
        "统计时限为‹2024年12月31日至2024年1月1日›。": {},
        "本报告所列数据的统计期限为‹2024年1月1日至2024年12月32日›。": _DATE,
        "统计期限自‹2024年1月1日起至2025年12月31日›止。": {},
        "统计期限为‹2023年1月1日至12月31日›。": {},
    }
    for text, also in wrong.items():
        yield Fault(rule, plain(text)[:40], TOWN.with_preamble(_BASIS, plain(text), _CONTACT), (text,), also=also)


def _contacts() -> Iterator[Fault]:
    rule = "missing-contact"
    yield Fault(rule, "镇", TOWN.with_preamble(_BASIS, _PERIOD))
    complaints = COUNTY.with_preamble(*COUNTY.preamble[:3], "监督电话：0735-6471234，举报电话：12388。")
    yield Fault(rule, "只有监督电话", complaints)
    download = "本报告电子版可在青禾县人民政府门户网站（http://www.qinghe.gov.cn/）下载。"
    yield Fault(rule, "只有下载地址", TOWN.with_preamble(_BASIS, _PERIOD, download))
    yield Fault(rule, "没有号码", IDLE.with_preamble(_BASIS, _PERIOD, "如对本报告有疑问，请与镇党政办公室联系。"))
    rule = "malformed-contact"
    for text in (
        "联系地址：青禾县人民路62号，邮编：‹49375›，电话：0735-6470935。",
        "联系地址：青禾县人民路62号，邮政编码：‹4937561›，电话：0735-6470935。",
        "联系地址：青禾县人民路62号，联系电话：‹6470935›。",
        "联系地址：青禾县人民路62号，联系电话：‹0735-64709›。",
        "联系地址：青禾县人民路62号，咨询电话：‹0735-647093512›。",
        "联系地址：青禾县人民路62号，电子邮箱：‹xxgk#qinghe.gov.cn›。",
        "联系地址：青禾县人民路62号，邮箱：‹xxgk@qinghe›。",
        "联系地址：青禾县人民路62号，电子信箱：‹xxgk@@qinghe.gov.cn›。",
        "联系地址：青禾县人民路62号，‹联系电话：›，邮编：493756。",
        "联系地址：青禾县人民路62号，邮编：493756，‹电子邮箱：›。",
    ):
        yield Fault(rule, plain(text)[14:], TOWN.with_preamble(_BASIS, _PERIOD, plain(text)), (text,))


def _fees() -> Iterator[Fault]:
    rule = "missing-fee-statement"
    yield Fault(rule, "没有其他事项", TOWN.with_section("六", "没有其他需要报告的事项。"))
    yield Fault(rule, "无", COUNTY.with_section("六", "无"))
    yield Fault(rule, "别的事项", IDLE.with_section("六", "2024年办理人大代表建议3件、政协提案2件，均已公开答复。"))
    yield Fault(rule, "街道", STREET.with_section("六", "本街道无其他需要报告的事项。"))


def _bases() -> Iterator[Fault]:
    rule = "missing-legal-basis"
    notice = "《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》"
    for draft, text in (
        (TOWN, "根据上级有关要求，青禾县云溪镇人民政府编制了本报告。"),
        (IDLE, f"根据{notice}（国办公开办函〔2021〕30号）要求，编制本报告。"),
        (BUREAU, "现将临江市教育局2024年政府信息公开工作情况报告如下。"),
    ):
        own = [piece for piece in draft.preamble if isinstance(piece, Line) and "《" not in piece.text]
        others = [line for line in own if "组成" not in line.text]
        yield Fault(rule, text[:20], draft.with_preamble(text, *others))
    rule = "obsolete-legal-basis"
    for old, new in (
        ("国务院令第711号", "国务院令第492号"),
        ("国办公开办函〔2021〕30号", "国办公开办函〔2019〕60号"),
        ("国办公开办函〔2021〕30号", "国办公开办函〔2022〕30号"),
        ("国办公开办函〔2021〕30号", "国办公开办函〔2021〕31号"),
        ("国办公开办函〔2021〕30号", "国办发〔2021〕30号"),
        ("国办公开办函〔2021〕30号", "国办公开办涵〔2021〕30号"),
        ("国办公开办函〔2021〕30号", "国办公开办函〔2019〕30号"),
    ):
        yield Fault(rule, new, TOWN.replace(old, new), (f"（‹{new}›",))
    county = COUNTY.replace("国务院令第711号", "国务院令第492号")
    yield Fault(rule, "县，第492号", county, ("国务院令第492号",))


def _applications() -> Iterator[Fault]:
    rule = "missing-application-statement"
    said = "2024年新收到政府信息公开申请15件，按规定逐件登记、审核、归档，没有超过法定期限答复的情形。"
    for name, text in {
        "只说做法": "规范申请的登记、审核、答复和归档，做到件件有记录。",
        "只说渠道": "公布受理机构、地址和流程，畅通信函、网络和当面提交渠道。",
        "只说要求": "严格按照法定时限和程序办理，答复文书统一格式，送达有回执。",
    }.items():
        yield Fault(rule, name, TOWN.replace(said, text))
