"""Titles, sections, numberings and closings gone wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gxlint.findings import Severity
from gxlint.testing.drafts import Draft, Part
from gxlint.testing.pieces import Line, Piece

from ..bases import BUREAU, COUNTY, IDLE, MARKET, RURAL, STREET, TOWN
from ..cases import Fault
from .spoiling import sentences

_FEE = {"missing-fee-statement": "说明信息处理费的一段在第六部分里"}


def cases() -> Iterator[Fault]:
    """The faults of this category, without those of prose left over."""
    yield from _titles()
    yield from _sections()
    yield from _headings()
    yield from _overviews()
    yield from _numberings()
    yield from _closings()


def _titles() -> Iterator[Fault]:
    rule = "missing-title"
    yield Fault(rule, "镇", TOWN.with_title())
    yield Fault(rule, "局", BUREAU.with_title())
    yield Fault(rule, "县", COUNTY.with_title())
    published = TOWN.with_title().with_preamble("发布日期：2025-01-15　来源：云溪镇", *TOWN.preamble)
    yield Fault(rule, "只有发布信息", published)
    rule = "malformed-title"
    town, county = "青禾县云溪镇人民政府", "青禾县人民政府"
    titles: Mapping[str, Draft] = {
        f"{town}2024年政府信息公开工作报告": TOWN,
        f"{town}2024年政府信息公开工作总结": TOWN,
        f"{town}政府信息公开工作年度报告": TOWN,
        f"2024年{town}2024年政府信息公开工作年度报告": TOWN,
        f"{town}2024年政府信息公开工作告年度报": TOWN,
        "2024年政府信息公开工作年度报告": TOWN,
        f"{county}2024年政府信息公开年度报告": COUNTY,
        f"{county}2024年度政府信息公开年度工作报告": COUNTY,
        "临江市教育局2024年信息公开工作年度报告": BUREAU,
    }
    for title, draft in titles.items():
        yield Fault(rule, title, draft.with_title(title), (title,))
    yield Fault(rule, "两行", TOWN.with_title(town, "2024年政府信息公开工作报告"), ("2024年政府信息公开工作报告",))


def _sections() -> Iterator[Fault]:
    rule = "missing-section"
    yield Fault(rule, "五", TOWN.without_section("五"), (TOWN.title[0].text,))
    yield Fault(rule, "六", BUREAU.without_section("六"), ("年度报告",), also=_FEE)
    yield Fault(rule, "四", COUNTY.without_section("四"), ("年度报告",))
    yield Fault(rule, "五和六", TOWN.without_section("五").without_section("六"), ("年度报告",), also=_FEE)
    yield Fault(rule, "一", IDLE.without_section("一"), ("年度报告",))
    yield Fault(rule, "标题没有了，内容还在", _without_heading(TOWN, "五"), ("年度报告",))
    rule = "misplaced-section"
    yield Fault(rule, "五六对调", TOWN.with_order("一二三四六五"))
    yield Fault(rule, "二三对调", COUNTY.with_order("一三二四五六"))
    yield Fault(rule, "六在四前", BUREAU.with_order("一二三六四五"))
    renumbered = TOWN.with_order("一二三四六五").with_heading("六", "五、其他需要报告的事项")
    follows = {"misnumbered-section": "编号跟着排错的位置走"}
    yield Fault(rule, "对调并改了编号", renumbered.with_heading("五", "六、存在的主要问题及改进情况"), also=follows)
    rule = "duplicate-section"
    yield Fault(rule, "五", _doubled(TOWN, "五", "公开深度不够，已对照目录补充要素。"))
    yield Fault(rule, "六", _doubled(COUNTY, "六", "没有其他需要说明的情况。"))
    yield Fault(rule, "一", _doubled(BUREAU, "一", "全年工作平稳有序，群众评价较好。"))
    yield from _misnumbered()
    yield from _empty()


def _without_heading(draft: Draft, number: str) -> Draft:
    """The draft with the content of a section run on into the one before."""
    at = "一二三四五六".index(number)
    before, lost = draft.parts[at - 1], draft.parts[at]
    merged = before._replace(content=(*before.content, *lost.content))
    return Draft(draft.title, draft.preamble, (*draft.parts[: at - 1], merged, *draft.parts[at + 1 :]), draft.signature)


def _doubled(draft: Draft, number: str, text: str) -> Draft:
    """The draft with a section once more, with other content."""
    part = draft.part(number)
    at = draft.parts.index(part) + 1
    again = Part(part.key, part.heading, (Line.of(text),))
    return Draft(draft.title, draft.preamble, (*draft.parts[:at], again, *draft.parts[at:]), draft.signature)


def _misnumbered() -> Iterator[Fault]:
    rule = "misnumbered-section"
    wrong: Mapping[tuple[str, str], Draft] = {
        ("六", "五、其他需要报告的事项"): TOWN,
        ("五", "四、存在的主要问题及改进情况"): COUNTY,
        ("三", "四、收到和处理政府信息公开申请情况"): BUREAU,
        ("四", "三、政府信息公开行政复议、行政诉讼情况"): TOWN,
    }
    for (number, heading), draft in wrong.items():
        yield Fault(rule, heading, draft.with_heading(number, heading), (f"‹{heading[0]}›{heading[1:]}",))


def _empty() -> Iterator[Fault]:
    rule = "empty-section"
    yield Fault(rule, "五只有无", TOWN.with_section("五", "无"))
    yield Fault(rule, "五只有无。", COUNTY.with_section("五", "无。"))
    yield Fault(rule, "五没有内容", BUREAU.with_section("五"), ("存在的主要问题",))
    yield Fault(rule, "六没有内容", TOWN.with_section("六"), ("其他需要报告的事项",), also=_FEE)
    yield Fault(rule, "一没有内容", RURAL.with_section("一"), ("总体情况",))


def _headings() -> Iterator[Fault]:
    rule = "misnamed-section"
    headings: Mapping[str, Draft] = {
        "五、存在主要问题及改进情况": TOWN,
        "五、政府信息公开工作存在的主要问题及改进情况": COUNTY,
        "五、存在问题及改进措施": BUREAU,
        "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况": TOWN,
        "六、其他报告事项": STREET,
        "六、其他需要报告事项": TOWN,
        "一、总体情况概述": COUNTY,
        "一、2024年政务公开总体情况": TOWN,
        "一、总体情况、": BUREAU,
        "一、工作概述": MARKET,
        "二、主动公开信息情况": TOWN,
        "三、收到和处理政府信息公开申请的情况": TOWN,
    }
    for heading, draft in headings.items():
        yield Fault(rule, heading, draft.with_heading(heading[0], heading), (heading,))
    rule = "inconsistent-heading-level"
    unmarked = {"plain text": "纯文本没有标题级别", "docx": "没有样式的 Word 文件没有标题级别"}
    for draft, number, level in ((TOWN, "五", 3), (COUNTY, "二", 3), (BUREAU, "六", 3)):
        heading = draft.part(number).heading.text
        yield Fault(rule, heading, _at_level(draft, number, level), (heading,), without=unmarked)
    deep = TOWN.with_section("五", *_problems(4))
    untitled = {"plain text": "纯文本没有标题级别", "Word": "生成器没有四级标题的样式"}
    yield Fault(rule, "小标题", deep, ("（二）改进情况",), without=untitled)
    rule = "punctuated-heading"
    yield Fault(rule, "小标题", TOWN.with_section("五", *_problems(3, "（二）改进情况。")), ("（二）改进情况‹。›",))
    first = COUNTY.part("一").content[0]
    assert isinstance(first, Line)
    lead = "（一）主动公开。"
    others = COUNTY.part("一").content[1:]
    text = "全县各级各部门公开信息5230条。"
    changed = COUNTY.with_section("一", Line.of(lead, 3), text, *_headed_overview(others))
    yield Fault(rule, "主动公开", changed, ("（一）主动公开‹。›",))
    yield Fault(rule, "一级标题", TOWN.with_heading("六", "六、其他需要报告的事项。"), ("其他需要报告的事项‹。›",))


def _headed_overview(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """What follows the first aspect."""
    lines = [piece for piece in pieces if isinstance(piece, Line)]
    start = next(n for n, line in enumerate(lines) if line.text.startswith("（二）"))
    yield from lines[start:]


def _at_level(draft: Draft, number: str, level: int) -> Draft:
    parts = [
        part._replace(heading=Line.of(part.heading.text, level)) if part.number == number else part
        for part in draft.parts
    ]
    return Draft(draft.title, draft.preamble, parts, draft.signature)


def _problems(level: int, second: str = "（二）改进情况") -> list[Piece]:
    """Section five with a heading that differs."""
    return [
        Line.of("（一）存在的主要问题", 3),
        Line.of("公开内容还不够丰富，解读形式较为单一。"),
        Line.of(second, level),
        Line.of("已对照目录补充公开内容，并采用图文形式解读政策。"),
    ]


_ASPECTS = ("主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障")
_OPENING = "全年统筹推进主动公开、依申请公开、政府信息管理、平台建设和监督保障，各项工作有序开展。"


def _overviews() -> Iterator[Fault]:
    rule = "missing-overview-aspect"
    for number, aspect in enumerate(_ASPECTS):
        yield Fault(rule, aspect, TOWN.with_section("一", *_without_aspect(TOWN, number)), ("总体情况",))
    passing = _without_aspect(TOWN, 2)
    yield Fault(rule, "只顺带提到", TOWN.with_section("一", Line.of(_OPENING), *passing), ("总体情况",))
    two = TOWN.with_section("一", *_without_aspect(TOWN, 2, 4))
    yield Fault(rule, "缺两项", two, ("总体情况",))
    rule = "missing-accountability"
    supervision = "镇长担任组长，全年专题研究3次，组织业务培训4场，聘请监督员6名。"
    none = TOWN.with_section("一", *TOWN.part("一").content[:-1], supervision)
    yield Fault(rule, "三项都没有", none)
    yield Fault(rule, "没有社会评议", TOWN.replace("，邀请群众代表开展社会评议，评议结果总体较好", ""))
    yield Fault(
        rule, "没有责任追究", TOWN.replace("全年没有因政府信息公开工作被追究责任的情形，责任追究事项为零。", "")
    )


def _without_aspect(draft: Draft, *dropped: int) -> Iterator[Piece]:
    """Section one without some of its five items, numbered anew."""
    content = draft.part("一").content
    kept = [number for number in range(5) if number not in dropped]
    for place, number in enumerate(kept):
        yield Line.of(f"（{'一二三四五'[place]}）{_ASPECTS[number]}", 3)
        yield content[2 * number + 1]


def _numberings() -> Iterator[Fault]:
    rule = "broken-numbering"
    yield Fault(rule, "（一）（三）", TOWN.with_section("五", *_problems(3, "（三）改进情况")), ("‹（三）›改进情况",))
    yield Fault(rule, "（一）（一）", COUNTY.with_section("五", *_problems(3, "（一）改进情况")), ("‹（一）›改进情况",))
    yield from sentences(
        rule,
        "采取三项举措：一是统一公开目录；‹三是›加强日常检查。",
        "一是完善制度，二是加强培训，‹二是›严格考核。",
        "主要做法：第一，统一目录；第二，规范流程；‹第四›，严格考核。",
        "具体做法：（1）统一目录；（2）规范流程；‹（4）›严格考核。",
        "一要统一目录，‹三要›严格考核，四要加强培训。",
        places="一",
    )
    listed = ("1.统一公开目录。", "2.规范答复文书。", "4.加强日常检查。")
    yield Fault(rule, "1. 2. 4.", BUREAU.with_paragraph("五", *listed), ("‹4.›加强日常检查",))
    rule = "malformed-numbering"
    yield Fault(rule, "（二）、", TOWN.with_section("五", *_problems(3, "（二）、改进情况")), ("‹（二）、›改进情况",))
    half = TOWN.with_section("五", *_problems(3, "(二)改进情况"))
    yield Fault(rule, "(二)", half, ("‹(二)›改进情况",))
    yield Fault(rule, "二.", COUNTY.with_heading("二", "二.主动公开政府信息情况"), ("‹二.›主动公开政府信息情况",))
    mixed = ("1.统一公开目录。", "2、规范答复文书。", "3.加强日常检查。")
    yield Fault(rule, "2、", BUREAU.with_paragraph("五", *mixed), ("‹2、›规范答复文书",))
    yield from sentences(
        "mixed-enumerators",
        "下一步：一要完善公开目录，‹二是›加强业务培训，三是严格考核。",
        "主要做法：一是统一目录，‹二要›规范流程，三要加强检查。",
        "工作中，首先统一目录，其次规范流程，‹第三›加强检查。",
    )


def _closings() -> Iterator[Fault]:
    rule = "missing-signature"
    yield Fault(rule, "都没有", TOWN.with_signature())
    yield Fault(rule, "没有日期", COUNTY.with_signature("青禾县人民政府"))
    yield Fault(rule, "没有署名", BUREAU.with_signature("2025年1月15日"))
    yield from _dates()
    rule = "unanswered-problems"
    problems = "存在的问题：一是公开内容不够丰富；二是解读形式单一；三是业务能力有待提高。"
    yield Fault(rule, "没有措施", TOWN.with_section("五", problems))
    yield Fault(rule, "措施少一条", COUNTY.with_section("五", problems, "改进措施：一是丰富内容；二是创新形式。"))
    yield Fault(rule, "分段，没有措施", BUREAU.with_section("五", "一是公开内容不够丰富。", "二是解读形式单一。"))
    yield from _too_long()


def _dates() -> Iterator[Fault]:
    rule = "untimely-date"
    late: Mapping[str, tuple[Draft, Severity]] = {
        "2025年4月20日": (TOWN, Severity.WARNING),
        "2025年2月18日": (BUREAU, Severity.WARNING),
        "2022年3月3日": (MARKET, Severity.WARNING),
        "2025年5月6日": (COUNTY, Severity.WARNING),
        "2024年12月31日": (TOWN, Severity.ERROR),
        "2021年12月28日": (MARKET, Severity.ERROR),
        "二〇二五年四月二十日": (TOWN, Severity.WARNING),
    }
    for date, (draft, severity) in late.items():
        signed = draft.with_signature(draft.signature[0], date)
        yield Fault(rule, f"{severity.label} {date}", signed, (date,), severity=severity)


def _too_long() -> Iterator[Fault]:
    """Rules that are off unless asked for."""
    many = "".join(f"第{n}村公开栏更新信息{n * 7}条，接待群众{n * 3}人次，答复咨询{n + 4}件。" for n in range(1, 50))
    rule = "overlong-overview"
    yield Fault(rule, "默认", TOWN.with_paragraph("一", many))
    yield Fault(rule, "三百字", TOWN, options={"max-characters": "300"})
    yield Fault(rule, "四百字", COUNTY.with_paragraph("一", many[:300]), options={"max-characters": "400"})
    rule = "overlong-sentence"
    items = "，".join(f"第{n}村公开栏更新信息{n * 7}条" for n in range(1, 18)) + "。"
    yield Fault(rule, "默认", TOWN.with_paragraph("一", items), (items,))
    yield Fault(rule, "第五部分", COUNTY.with_paragraph("五", "已经做到：" + items), (items,))
    shorter = items[:138] + "。"
    yield Fault(rule, "一百三十字", IDLE.with_section("五", shorter), (shorter,), options={"max-characters": "130"})
