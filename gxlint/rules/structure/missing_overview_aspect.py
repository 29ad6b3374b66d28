"""总体情况没有写全五个方面。

## 说明
统一格式要求“总体情况”综述贯彻落实条例的情况，主要包括五个方面：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障。
可以分小标题写，可以用“一是、二是”写，也可以写成段落；但只在列举中顺带提到一句不算。
没有发生的也要交代，例如“2024年未收到政府信息公开申请”。所缺的方面合并为一条提示。

各方面认可的近义说法可用选项 `synonyms` 补充。

## 示例

```markdown bad for=一
（一）主动公开。2024年主动公开政府信息120条。

（二）政府信息管理。严格落实“三审三校”制度，发布前进行保密审查。

（三）监督保障。把政务公开纳入年度考核，自觉接受社会评议，未发生责任追究情形。
```

```text expect
「一、总体情况」 “总体情况”没有写到：依申请公开、政府信息公开平台建设；请补写，没有发生的也说明一句
```

```markdown good in=一
加强依申请公开、平台建设等工作的指导。
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from gxlint.document import Paragraph
from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.report import Section
from gxlint.i18n import _
from gxlint.prose.items import find_enumerators, lead_in, read_item
from gxlint.rule import rule
from gxlint.rules.citations import FORM, regulation
from gxlint.text import Pattern


class Aspect(NamedTuple):
    """One of the five things that the overview is about."""

    name: str
    lead: str
    """Words that a heading or the start of an item about it has."""
    sentence: str
    """What a sentence about it says, where the overview has no headings."""


_CHANNEL = r"(?:平台|网站|公众号|新媒体|微博|公开栏|公示栏|公开专栏|专区|查阅点|渠道|载体|阵地)"
ASPECTS = (
    Aspect(
        "主动公开",
        r"主动(?:、?及时)?公开|公开(?:力度|内容|范围|重点|质量|水平|实效)|应公开尽公开|重点领域|信息公开(?:情况|工作)?$|公开(?:政府|政务)信息",
        r"主动公开[^。；]{0,40}(?:信息|文件|内容|\d)|公开(?:各类|各项)?(?:政府|政务)?信息[^。；]{0,12}\d+\s*余?[条件篇份]",
    ),
    Aspect(
        "依申请公开",
        r"依(?:法)?申请|(?:公开)?申请(?:办理|处理|答复|受理|公开)|受理.{0,6}申请",
        r"(?:收到|接到|受理|办理|办结|答复|处理|没有|无|有)[^。；，]{0,30}(?:依申请公开|公开申请|信息公开的申请)"
        r"|申请[^。；]{0,16}(?:\d+\s*[件宗份条起]|办结|答复|转办)|依申请公开(?:方面|工作中|渠道|流程|制度)",
    ),
    Aspect(
        "政府信息管理",
        r"信息(?:资源)?(?:的)?(?:规范化?|制度化?)?管理|信息审[核查]|审[核查]把关|保密审查|规范性文件|发布审|三审|公开属性|信息发布|公开目录|信息质[量效]|(?:规范|优化|加强|强化|严格)管理|信息安全",
        r"三审三校|三级审[核批]|保密审查|发布审[核查]|审[核查](?:发布)?制度|信息审[核查]|先审后发|先审查、?后公开"
        r"|规范性文件[^。；]{0,14}(?:清理|管理|审查|备案)|公开属性|信息(?:发布|公开)[^。；]{0,8}(?:审[核批查]|管理)制度|政府信息管理|公开目录",
    ),
    Aspect(
        "政府信息公开平台建设",
        rf"{_CHANNEL}|平台建设|政务公开区",
        rf"{_CHANNEL}[^。；，]{{0,14}}(?:建设|维护|运维|管理|升级|改版|优化|完善|规范)"
        rf"|(?:建设|维护|升级|改版|优化|完善|开设|设立|设置|打造|拓宽|拓展|丰富|建立|开通|规范)[^。；，]{{0,14}}{_CHANNEL}",
    ),
    Aspect(
        "监督保障",
        r"监督|保障|组织领导|考核|培训|队伍|责任|督[查促导办]|评议|检查|工作机制|体制机制",
        r"考核|社会评议|责任追究|培训|领导小组|监督(?:检查|评价|电话|渠道)?|督促|督[查导]|专人负责",
    ),
)
#: With so many aspects named by headings the overview has a heading for each, and what has none is missing.
_BY_HEADINGS = 3
_HEADING = 24
#: Words that name so many aspects at once only list them.
_MANY = 3
#: A sentence that names so many of these says what the report is made up of, not what was done.
_NAMES = ("主动公开", "申请", "复议", "存在", "其他", "信息管理", "平台建设", "监督保障")
_LISTS = 4
_SENTENCE = Pattern(r"[^。\n]+")
_FIGURE = Pattern(r"\d\s*余?[件条次份场期]")
_ABOUT_NOTHING = Pattern(r"[、和及与]?等")


class Options(NamedTuple):
    """选项。"""

    synonyms: Mapping[str, tuple[str, ...]] = {}
    """各方面另外认可的说法，例如 {"政府信息管理" = ["信息内控"]}。"""


@rule(category="structure", severity=Severity.WARNING, basis=[FORM, regulation("第五十条")], options=Options)
def check(report: DisclosureReport, options: Options) -> Iterator[Finding]:
    section = report.section("overview")
    if section is None or not section.prose.text.strip():
        return
    lacking = _lacking(section, options)
    if lacking:
        names = _("、").join(lacking)
        message = _("“总体情况”没有写到：{names}；请补写，没有发生的也说明一句", names=names)
        yield Finding(section.head, message)


def _lacking(section: Section, options: Options) -> list[str]:
    headings = "\n".join(_headings(section))
    leads = "\n".join([headings, *_leads(section)])
    strict = sum(_is_led_to(aspect, headings, options) for aspect in ASPECTS) >= _BY_HEADINGS
    text = "\n".join(sentence for sentence in _SENTENCE.findall(section.prose.text) if not _only_lists(sentence))
    lacking = []
    for aspect in ASPECTS:
        told = _is_led_to(aspect, leads, options)
        if not told and not strict:
            told = re.search(aspect.sentence, text) is not None
        if not told and aspect.name == "依申请公开":
            told = re.search(r"(?:收到|接到|受理|办理)[^。；，]{0,24}申请", text) is not None
        if not told:
            lacking.append(aspect.name)
    return lacking


def _only_lists(sentence: str) -> bool:
    """Whether a sentence only names the parts of the report, or the aspects themselves."""
    return sum(name in sentence for name in _NAMES) >= _LISTS and not _FIGURE.search(sentence)


def _is_led_to(aspect: Aspect, leads: str, options: Options) -> bool:
    """Whether one of the leads, one a line, is about the aspect."""
    if any(word in leads for word in options.synonyms.get(aspect.name, ())):
        return True
    return _is_about(aspect, leads)


def _is_about(aspect: Aspect, leads: str) -> bool:
    return re.search(aspect.lead, leads, re.MULTILINE) is not None


def _headings(section: Section) -> Iterator[str]:
    """The titles of items: numbered, bold or short lines."""
    for paragraph in section.paragraphs:
        item = read_item(paragraph.plain)
        if item is not None:
            yield lead_in(item.rest)
        elif paragraph.level is not None or _is_short(paragraph):
            yield paragraph.text
        elif re.match(r"[^。；，]{2,20}(?:方面|情况)[。：:，]", paragraph.text):
            yield lead_in(paragraph.plain)


def _leads(section: Section) -> Iterator[str]:
    """What paragraphs and the items within them are about, in their own words; what names many is about none."""
    for words in _first_words(section):
        if sum(_is_about(aspect, words) for aspect in ASPECTS) < _MANY:
            yield words


def _first_words(section: Section) -> Iterator[str]:
    """What items within paragraphs begin with: 一是 …, 在…方面, and the first words of paragraphs."""
    for paragraph in section.paragraphs:
        opening = _SENTENCE.match(paragraph.text)
        if opening and not _only_lists(opening.group()):
            words = lead_in(paragraph.plain)
            yield words if "、" in words else words[:_HEADING]
        for enumerator in find_enumerators(paragraph.plain):
            yield lead_in(paragraph.plain, enumerator.found.match.end())
        for found in re.finditer(r"(?:^|[。；，])在?([^。；，、]{2,16})(?:方面|上)[，：]", paragraph.text):
            if not _ABOUT_NOTHING.search(found[1]):
                yield found[1]


def _is_short(paragraph: Paragraph) -> bool:
    return 0 < len(paragraph.text) <= _HEADING and paragraph.text[-1] not in "。；，"
