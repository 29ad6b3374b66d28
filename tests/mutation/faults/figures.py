"""Prose that does not agree with the tables, or with itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gxlint.findings import Severity
from gxlint.testing.drafts import Draft
from gxlint.testing.reports import CorrectReport

from ..bases import CHARGED, IDLE, JUSTICE, TOWN
from ..cases import Fault
from .spoiling import plain, sentences

#: Says no figure of tables two and four.
_COUNTY = CorrectReport("青禾县人民政府")
_SAID = "2024年新收到政府信息公开申请15件，按规定逐件登记、审核、归档，没有超过法定期限答复的情形。"


def cases() -> Iterator[Fault]:
    """The other faults of consistency."""
    yield from _applications()
    yield from _disputes()
    yield from _decisions()
    yield from sentences(
        "wrong-breakdown",
        "全年发布信息‹630条，其中政策解读200条、工作动态300条、公示公告120条›。",
        "公开各类信息‹95条，其中动态类24条、政策类66条、公示类3条›。",
        "收到群众来信‹23件，其中电子邮件10件、书信14件›，均已回复。",
        "更新栏目‹26个，其中政策类10个、服务类9个、互动类9个›。",
    )
    yield from sentences(
        "wrong-percentage",
        "线上发布信息630条，其中民生领域312条，‹占59.5%›。",
        "80条留言中，投诉类1条，‹占1.1%›。",
        "全年发布信息200条，其中原创信息50条，‹占比20%›。",
        "回收问卷400份，表示满意的380份，‹占90%›。",
    )
    rule = "unbooked-fee"
    for name, draft, text in (
        ("380元", TOWN, "2024年收取信息处理费380元。"),
        ("1200元", JUSTICE, "全年共收取政府信息公开信息处理费1200元，发出收费通知2件。"),
        ("记少了", CHARGED.with_cell("disclosure", "fees", "amount", "0.0038"), "2023年收取信息处理费380元。"),
    ):
        yield Fault(rule, name, draft.with_section("六", text))


def _asked(text: str) -> Draft:
    """The town's report with something else said of applications."""
    return TOWN.replace(_SAID, plain(text))


def _applications() -> Iterator[Fault]:
    rule = "contradicted-applications"
    for text in (
        "2024年新收到政府信息公开申请‹18›件，均按期答复。",
        "全年共收到申请‹14›件，按规定逐件登记、审核、归档。",
        "2024年‹未收到›政府信息公开申请。",
        "本年度没有‹收到›公民、法人或者其他组织提出的政府信息公开申请。",
        "规范办理流程，全年依申请公开办件‹零报告›。",
        "全年共接到依申请公开‹十八›件，按规定逐件登记、审核、归档。",
        "2024年新收到政府信息公开申请15件，办结‹14›件。",
        "2024年收到政府信息公开申请15件，上年结转‹3›件。",
        "2024年收到政府信息公开申请15件，结转下年度继续办理‹4›件。",
        "2024年收到政府信息公开申请15件，其中自然人‹12›件，法人或其他组织4件。",
        "2024年收到政府信息公开申请15件，其中自然人11件，法人或其他组织‹3›件。",
        "2024年收到政府信息公开申请15件，予以公开‹8›件，部分公开2件。",
        "2024年收到政府信息公开申请15件，不予公开‹4›件，无法提供3件。",
    ):
        at = (text,)
        yield Fault(rule, plain(text)[:40], _asked(text), at, severity=Severity.ERROR, times=2)
    idle = IDLE.with_paragraph("一", "全年收到政府信息公开申请3件，均已答复。")
    yield Fault(rule, "表上全是零", idle, ("全年收到政府信息公开申请3件",), severity=Severity.ERROR, times=2)
    total = _COUNTY.replace(_SAID, "全县共收到政府信息公开申请986件，均依法答复。")
    yield Fault(rule, "全县口径", total, ("全县共收到政府信息公开申请‹986›件",), severity=Severity.WARNING, times=2)


def _disputes() -> Iterator[Fault]:
    rule = "contradicted-disputes"
    texts: Mapping[str, int] = {
        "2024年，因政府信息公开被申请行政复议‹2›件，被提起行政诉讼1件。": 1,
        "2024年，因政府信息公开被申请行政复议3件，被提起行政诉讼‹2›件。": 1,
        "2024年‹未发生›因政府信息公开引起的行政复议、行政诉讼。": 2,
        "本年度没有‹因政府信息公开›被申请行政复议的情况。": 1,
        "因政府信息公开被申请行政复议3件，‹均›获维持。": 1,
    }
    for text, times in texts.items():
        draft = TOWN.with_section("四", plain(text), TOWN.grid("disputes"))
        yield Fault(rule, plain(text)[:30], draft, (text,), severity=Severity.ERROR, times=times)
    idle = IDLE.with_section("四", "全年政府信息公开行政复议1件，行政诉讼0件。", IDLE.grid("disputes"))
    yield Fault(rule, "表上全是零", idle, ("行政复议‹1›件",), severity=Severity.ERROR)


def _decisions() -> Iterator[Fault]:
    rule = "contradicted-decisions"
    yield from sentences(
        rule,
        "全年制发行政规范性文件‹3›件，均按时公开。",
        "年末现行有效行政规范性文件‹12›件。",
        "全年废止行政规范性文件‹4›件，及时调整公开目录。",
        "2024年办理行政许可‹156›件，全部网上公示。",
        "2024年作出行政处罚决定‹9›件。",
        "全年实施行政强制‹5›件，依法公开结果。",
        bases=(TOWN,),
        severity=Severity.ERROR,
    )
    county = _COUNTY.with_paragraph("一", "全县办理行政许可998866件，结果全部公开。")
    yield Fault(rule, "全县口径", county, ("办理行政许可‹998866›件",), severity=Severity.WARNING)
