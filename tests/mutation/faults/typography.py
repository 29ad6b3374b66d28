"""Signs that the standards do not allow."""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Severity

from ..bases import BUREAU, COUNTY, STREET, TOWN
from ..cases import Fault
from .spoiling import sentences


def cases() -> Iterator[Fault]:
    """The faults of this category."""
    yield from _half_width()
    yield from sentences(
        "unbalanced-brackets",
        "公开信息‹（›含政策文件、财政资金等，并在公开栏张贴。",
        "修订‹《›公开指南，重新梳理公开目录和办理流程。",
        "开设“政策解读”‹“›一图读懂等专栏，方便群众了解政策。",
        "依据青政办发‹〔›2022 5号文件，逐项落实任务。",
        "梳理公开事项186项‹）›，并及时向社会公布。",
    )
    yield from sentences(
        "repeated-punctuation",
        "全年更新栏目26个‹。。›群众反映良好。",
        "开展业务培训3场‹，。›覆盖全部业务股室。",
        "公开教育‹、、›医疗、社保等领域信息。",
        "主动回应群众关切‹，，›及时发布权威信息。",
    )
    yield from sentences(
        "nested-title-marks",
        "转发《关于印发‹《政务公开工作要点》›的通知》，明确任务分工。",
        "学习《关于印发‹<政府信息公开指南>›的通知》，组织测试2次。",
        "落实《青禾县人民政府关于转发‹《公开目录编制办法》›的通知》。",
    )
    yield from sentences(
        "comma-between-titles",
        "组织学习《政府信息公开指南》‹、›《政府信息公开目录》。",
        "开设“政策问答”‹、›“一图读懂”栏目。",
        "宣传《中华人民共和国宪法》‹、›《中华人民共和国民法典》。",
    )
    yield from sentences(
        "malformed-document-number",
        "依据青政办发‹[2022]›5号文件开展工作。",
        "落实云政发‹（2021）›12号文件要求。",
        "按照青政办函‹【2022】›8号文件，完善公开目录。",
        "转发青政发‹〔22〕›5号文件，细化任务。",
        "贯彻青政办发〔2022〕‹05号›文件精神。",
        "执行青政办发〔2022〕‹第5号›文件。",
    )
    yield from sentences(
        "malformed-date",
        "2022年‹2月30日›组织业务培训1场。",
        "于2022年‹13月›5日完成栏目调整。",
        "统计自1月1日起至‹12月31止›，全部归档。",
        "2022年‹9月31日›开展公开日活动。",
        bases=(STREET,),
    )
    yield from sentences(
        "informal-date",
        "‹2022.1.9›组织业务培训1场。",
        "于‹2022.11.30›完成栏目调整并上线。",
        "‹2022.6.18›举办政府开放日活动。",
        bases=(STREET,),
    )
    yield from sentences(
        "fullwidth-digits",
        "全年接待群众‹１２６›人次。",
        "更新栏目‹２６›个，新增专题3个。",
    )
    yield Fault("fullwidth-digits", "表里", TOWN.with_cell("disclosure", "penalties", "decisions", "８"), ("‹８›",))
    yield from sentences(
        "stray-space", "全年公开‹ ›信息500条。", "开展‹ ›业务培训3场。", "于2022年6月‹ ›15日举办开放日活动。"
    )
    yield from sentences(
        "broken-link",
        "详见‹https：//www.qinghe.gov.cn/zwgk›公开专栏。",
        "公众可登录‹http://www. qinghe.gov.cn›查阅。",
        "网址为‹https://www.qinghe.gov.cn/zwgk。欢迎›查阅。",
    )


def _half_width() -> Iterator[Fault]:
    rule = "halfwidth-punctuation"
    yield from sentences(
        rule,
        "全年更新栏目26个‹,›群众反映良好。",
        "渠道有三种‹:›网站、信函、当面。",
        "完善公开目录‹;›规范办理流程。",
        "公开内容‹(›含历史文件）已更新。",
        '开设‹"政策解读"›专栏。',
        severity=Severity.WARNING,
    )
    many = "".join(f"第{n}村公开栏已更新,群众可就近查看,内容按月调整。" for n in range(1, 13))
    for number, base in enumerate((TOWN, COUNTY, BUREAU)):
        draft = base.with_paragraph("一五"[number % 2], many)
        yield Fault(rule, f"很多处（{number}）", draft, severity=Severity.INFO)
