"""Slips of the pen that are certain ones."""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Severity

from ..bases import BUREAU, TOWN
from ..cases import Fault
from .spoiling import sentences

_TWICE = "通过赶集日流动宣传车向群众宣讲惠农政策并现场解答疑问。"


def cases() -> Iterator[Fault]:
    """The faults of this category."""
    yield from sentences(
        "misused-jiezhi",
        "‹截止›目前，公开栏已覆盖全部行政村。",
        "‹截止›年底，累计发布政策解读86篇。",
        "‹截止›12月31日，共更新栏目26个。",
        "据统计，‹截止›2022年底已建成查阅点4处。",
    )
    yield from sentences(
        "misused-de",
        "让群众看‹的›到、听得懂。",
        "通过公开更好‹的›服务群众，提升办事效率。",
        "把政策讲清楚，让群众用‹的›上、信得过。",
        "不断‹的›完善公开制度，做到有章可循。",
        "积极‹的›回应社会关切，及时发布权威信息。",
        "及时‹的›公布处理结果，接受群众监督。",
        "有效‹的›推进了政务公开标准化建设。",
    )
    yield from _phrases()
    yield from sentences(
        "mangled-term",
        "进一步规范‹依法申请公开›工作，统一答复文书格式。",
        "年内没有收取‹信息公开处理费›。",
        "落实‹重大预决策公开›制度，公开听证会记录3份。",
    )
    yield from sentences(
        "misspelling",
        "通过面对面交流‹拉进›了与群众的距离。",
        "按照上级‹布署›，逐项完成年度任务。",
        "‹既使›人手紧张，镇村两级仍按时更新公开栏。",
        "把政府信息公开‹做为›一项重要工作来抓。",
        "在上级部门的‹帮肋›下，完成了网站改版。",
    )
    yield from sentences(
        "duplicated-word",
        "群众关心‹的的›问题得到及时答复。",
        "将公开情况纳入‹年度年度›考核，提高公开质量。",
        "回应群众‹群众›关心的热点问题。",
        "全年对公开内容‹进行进行›自查4次。",
        "公开教育、医疗、住房‹等等各类重点领域等›信息。",
    )
    yield Fault(
        "duplicated-word",
        "镇镇",
        TOWN.with_paragraph("一", "云溪镇镇人民政府公开栏按月更新。"),
        ("云溪‹镇镇›人民政府公开栏按月更新。",),
    )
    yield from _twice()
    yield from sentences(
        "faulty-syntax",
        "因工作人员变动频繁的‹原因导致›部分栏目更新不及时。",
        "全年接待来访群众‹大约300人次左右›。",
        "在公开效果‹上来看›，群众满意度有所提高。",
        "推进‹规范化的标准化、制度化›建设，健全长效机制。",
    )
    yield from _short_names()
    yield from sentences(
        "unmarked-document-title",
        "根据县政府办公室‹关于做好年度政务公开重点工作的通知›要求，细化任务清单。",
        "认真落实‹关于加强政府信息公开申请办理工作的通知›精神，规范答复流程。",
        "按照‹关于开展政府网站专项检查的通知›，完成自查整改。",
    )


def _phrases() -> Iterator[Fault]:
    yield from sentences(
        "mangled-phrase",
        "坚持以‹习近平新时代中国特社会主义思想›为指导，做好各项公开工作。",
        "全面贯彻‹习近平新时代社会主义思想›，认真履行公开职责。",
        "以‹习近平新时代中国特色社会主义主义思想›为指引，服务群众。",
        severity=Severity.ERROR,
    )
    yield from sentences(
        "mangled-phrase",
        "始终坚持‹以人民为中心发展思想›，畅通群众监督渠道。",
        "坚持‹以主动公开为原则，以不公开为例外›，扩大公开范围。",
        "按照‹依法公开、真正公正、注重实效、有利监督›的要求公开信息。",
        "深刻领悟‹“两个确定”›的决定性意义，做到“两个维护”。",
        severity=Severity.WARNING,
    )


def _twice() -> Iterator[Fault]:
    """The same sentence in one paragraph, in two, and in two sections."""
    rule = "duplicated-sentence"
    other = "镇村两级公开栏同步更新。"
    yield Fault(rule, "同段", TOWN.with_paragraph("一", _TWICE + other + _TWICE), (_TWICE,))
    yield Fault(rule, "两段", BUREAU.with_paragraph("五", _TWICE, other, _TWICE), (_TWICE,))
    yield Fault(rule, "两部分", TOWN.with_paragraph("一", other + _TWICE).with_paragraph("五", _TWICE), (_TWICE,))
    copied = "在政务服务大厅设立查阅点，为老年人提供纸质目录和代查服务。"
    yield Fault(rule, "复制了一段", BUREAU.with_paragraph("一", copied, copied), (copied,))


def _short_names() -> Iterator[Fault]:
    """A law's short name without its introduction."""
    rule = "short-law-name"
    _basis, *rest = TOWN.preamble
    full = "根据《中华人民共和国政府信息公开条例》，青禾县云溪镇人民政府编制了本报告。"
    quoted = TOWN.with_preamble(full, *rest)
    yield Fault(
        rule, "没有以下简称", quoted.with_paragraph("一", "严格执行《条例》规定。"), ("严格执行‹《条例》›规定。",)
    )
    short = "根据《政府信息公开条例》和上级有关要求，编制本报告。"
    yield Fault(rule, "引言用简称", TOWN.with_preamble(short, *rest), ("根据‹《政府信息公开条例》›和上级",))
    shorter = "按照《条例》有关规定，青禾县云溪镇人民政府编制了本报告。"
    yield Fault(rule, "引言只说《条例》", TOWN.with_preamble(shorter, *rest), ("按照‹《条例》›有关规定",))
