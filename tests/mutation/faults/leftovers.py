"""What a template, a form or a letter left behind."""

from __future__ import annotations

from collections.abc import Iterator

from ..bases import BUREAU, COUNTY, TOWN
from ..cases import Fault
from .spoiling import plain, sentences

_WIDTH = {"halfwidth-punctuation": "半角括号本身也是标点错误"}


def cases() -> Iterator[Fault]:
    """Faults of three rules on structure."""
    yield from sentences(
        "leftover-placeholder",
        "通过‹XX县›人民政府门户网站公开信息500条。",
        "全年公开各类信息‹××›条，回应留言30条。",
        "全年举办业务培训‹____›次，覆盖全部股室。",
        "在‹[具体地名]›设立政府信息查阅点1处。",
        "创新公开形式‹（此处填写具体做法）›，群众反映良好。",
        "公开‹XXX›等领域信息，及时回应关切。",
        "建成‹20XX›年重点领域信息公开专栏。",
        "本年度公开信息‹xx›条，开展培训2次。",
    )
    yield from sentences("leftover-placeholder", "详见政府网站‹(具体网址)›公开专栏。", also=_WIDTH)
    titled = TOWN.with_title("XX县云溪镇人民政府2024年政府信息公开工作年度报告")
    yield Fault("leftover-placeholder", "标题", titled, ("‹XX县›云溪镇",))
    rule = "leftover-instruction"
    table = "该部分以表格形式报告。表格如下："
    for base, number in ((TOWN, "三"), (COUNTY, "二"), (BUREAU, "四")):
        told = base.with_section(number, table, *base.part(number).content)
        yield Fault(rule, f"{number}里的{table}", told, (table,))
    guidance = "主要报告本机关上一年度政府信息公开工作的总体情况。"
    yield Fault(rule, guidance, TOWN.with_section("一", guidance, *TOWN.part("一").content), (guidance,))
    rule = "leftover-cover-letter"
    basis, *rest = TOWN.preamble
    for text in (
        "根据‹贵办›《关于报送2024年政府信息公开工作年度报告的通知》要求，我镇认真总结了全年工作。",
        "年度报告已编制完成并经集体研究通过，‹请审阅›。",
        "按照通知要求，‹现报来›我镇2024年政府信息公开工作年度报告。",
    ):
        draft = TOWN.with_preamble(plain(text), basis, *rest)
        yield Fault(rule, plain(text)[:20], draft, (text,))
    yield Fault(rule, "特此报告", COUNTY.with_paragraph("六", "特此报告。"), ("特此报告",))
