"""What of a page is the article: not the navigation, the buttons, the facts about publication, the footer.

No site's own names are known here. The article is the smallest element that holds nearly all of what looks like one:
running text, numbered headings, tables. Its title may stand outside it, and is known by the page's own title.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gxlint.document import Paragraph, Table
from gxlint.parsers.lines import is_date
from gxlint.text import compiled
from gxlint_html.flow import Item
from gxlint_html.titles import find_title
from gxlint_html.tree import Element, Page

#: The article is the smallest element that holds so much of all that looks like one, and so many items of it.
_SHARE = 0.95
_FEWEST = 3
#: What a numbered heading weighs, in characters of running text: an article of short sections holds all of them.
_HEADING_WEIGHT = 200
#: What a table weighs at the most.
_TABLE_WEIGHT = 400
#: With an item of this weight an article has begun.
_BEGUN = 60
#: An element that is called a bar of buttons is one as long as it holds no more of the article than this.
_CHROME_SHARE = 0.05
#: A signature is not longer, nor are its lines.
_SIGNATURE_LINES = 4
_SIGNATURE_LENGTH = 40

_CHROME_TAGS = frozenset(("nav", "footer", "aside"))
_CHROME_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search"))
_CHROME_NAMES = (
    r"(?i)(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|bread-?crumbs?|crumbs?|foot(?:er)?|copyright|(?:bd)?share|sharing|social|"
    r"tool(?:bar|s)?|print|qr-?code|ewm|pager|pagination|prev-?next|related|recommend|sidebar)(?:$|[\s_-])"
)
_NUMBERED = "[一二三四五六七八九十]{1,3}、"
_CLAUSES = "[，。；：]"
_CONTROL = (
    "打印(?:本页|此页|文章|页面)?|关闭(?:窗口|本页|页面)?|返回(?:顶部|首页|列表|上一页)?|(?:加入)?收藏(?:本页)?|(?:一键)?分享(?:到|至)?|"
    "字体|字号|[大中小]|[繁简][体體]|无障碍(?:阅读|浏览)?|适老化?|手机(?:版|浏览|阅读)|语音播报|朗读|(?:新浪)?微[信博]|QQ空间|"
    "扫一扫.{0,20}|我要纠错|纠错|下载|首页|(?:您?(?:现在|当前)?的?位置)|A[+-]?"
)
_CONTROLS = rf"(?:(?:{_CONTROL})?[\s:：|｜/【】\[\]()（）·>＞»_-]*)+"
_FACT = (
    "(?:发布|更新|发文|公开|成文|生成|生效)?(?:时间|日期)|(?:信息|文章|稿件)?来源|作者|(?:责任)?编辑|责编|审核|校对|供稿|"
    "(?:浏览|点击|阅读|访问)(?:次数|量|数)?|索引号|(?:主题|体裁)(?:分类|词)|(?:发布|发文|公开)(?:机构|机关|单位)|文号|信息名称|"
    "标题|有效性|公开(?:方式|范围|形式)|上一[篇条]|下一[篇条]|相关(?:链接|文档|稿件|阅读|附件)|关联稿件|字[体号]"
)
_FACTS = rf"[【\[(（]?\s*(?:{_FACT})\s*[:：][^。]*"
#: A table above the article that says what the page is.
_INDEX = ("索引号", "信息分类", "主题分类", "发布机构", "发文机关")


class _Weighed(NamedTuple):
    """An item, and how much it looks like part of an article, in characters of running text."""

    item: Item
    weight: int


def article_of(page: Page, items: Sequence[Item]) -> list[Item]:
    """The items that are the article: its title, its body, the signature below it."""
    weighed = _without_chrome(page, [_Weighed(item, _weight(item)) for item in items])
    inside = _inside(page, weighed)
    heavy = [number for number, (_, weight) in enumerate(weighed) if inside[number] and weight]
    first, last = (heavy[0], heavy[-1]) if heavy else (0, len(weighed))
    begun = next((number for number in heavy if weighed[number].weight >= _BEGUN), last)
    title = find_title(page, [item for item, _ in weighed[:begun]])
    body = [
        number
        for number, (item, _) in enumerate(weighed)
        if inside[number] and number >= title.stop and (first <= number <= last or not _is_about_page(item))
    ]
    signature = _signature([item for item, _ in weighed], body, last)
    return [weighed[number].item for number in (*title, *body, *signature)]


def _weight(item: Item) -> int:
    if isinstance(item.block, Table):
        words = [cell.text for cell in item.block.cells]
        return 0 if any(word.rstrip("：: ") in _INDEX for word in words) else min(_TABLE_WEIGHT, sum(map(len, words)))
    if item.linked * 2 > len(item.text) or _is_about_page(item):
        return 0
    if compiled(_NUMBERED).match(item.text):
        return _HEADING_WEIGHT + len(item.text)
    return len(item.text) if compiled(_CLAUSES).search(item.text) else 0


def _is_about_page(item: Item) -> bool:
    """Whether a line or table is no part of what the page publishes, if it stands above or below that."""
    if isinstance(item.block, Table):
        return _weight(item) == 0
    if not isinstance(item.block, Paragraph):
        return False
    return (
        item.linked * 2 > len(item.text)
        or compiled(_FACTS).fullmatch(item.text) is not None
        or compiled(_CONTROLS).fullmatch(item.text) is not None
    )


def _sums(page: Page, weighed: Iterable[_Weighed]) -> tuple[dict[Element, int], dict[Element, int]]:
    """What the items in each element weigh together, and how many of them weigh anything."""
    sums, counts = dict.fromkeys(page.elements, 0), dict.fromkeys(page.elements, 0)
    for item, weight in weighed:
        sums[item.element] += weight
        counts[item.element] += weight > 0
    for element in reversed(page.elements):
        parent = element.getparent()
        if parent is not None:
            sums[parent] += sums[element]
            counts[parent] += counts[element]
    return sums, counts


def _without_chrome(page: Page, weighed: Sequence[_Weighed]) -> list[_Weighed]:
    """The items outside navigation, footers and boxes of buttons."""
    sums, _counts = _sums(page, weighed)
    most = sums[page.root] * _CHROME_SHARE
    chrome: set[Element] = set()
    for element in page.elements:  # from the top down
        if element.getparent() in chrome or (sums[element] <= most and _is_chrome(element)):
            chrome.add(element)
    return [found for found in weighed if found.item.element not in chrome]


def _is_chrome(element: Element) -> bool:
    if element.tag in ("html", "body"):
        return False
    names = f"{element.get('id', '')} {element.get('class', '')}"
    return (
        element.tag in _CHROME_TAGS
        or element.get("role") in _CHROME_ROLES
        or compiled(_CHROME_NAMES).search(names) is not None
    )


def _inside(page: Page, weighed: Sequence[_Weighed]) -> list[bool]:
    """For each item whether it lies in the smallest element that holds nearly all of what weighs anything."""
    sums, counts = _sums(page, weighed)
    least = sums[page.root] * _SHARE
    article = page.root
    while (
        inner := next((child for child in article if sums.get(child, 0) >= least and counts[child] >= _FEWEST), None)
    ) is not None:
        article = inner
    within = set(article.iter())
    return [item.element in within for item, _ in weighed]


def _signature(items: Sequence[Item], body: Sequence[int], last: int) -> range:
    """The numbers of the items behind the article's element that are its signature: short lines down to a date."""
    start = body[-1] + 1 if body else 0
    if any(is_date(item.text) for item in items[last + 1 : start]):
        return range(0)
    for number in range(start, min(start + _SIGNATURE_LINES, len(items))):
        item = items[number]
        if not item.text or len(item.text) > _SIGNATURE_LENGTH or _is_about_page(item):
            break
        if is_date(item.text):
            return range(start, number + 1)
    return range(0)
