"""引用的依据已经作废，或者格式通知的文号写错了。

## 说明
2021年度及以后的报告，依据只能是：

- 《中华人民共和国政府信息公开条例》（国务院令第711号）。第492号公布的是2007年的旧条例，2019年修订后已不再适用；
- 《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》
  （国办公开办函〔2021〕30号）。它取代了2019年的《……关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）。

照抄往年的报告，或者凭印象写文号，最容易在这里出错：国办发〔2021〕30号、国办公开办涵〔2021〕30号、〔2022〕30号，
国务院令第771号。信息处理费管理办法的文号（国办函〔2020〕109号）也在这里核对。

文号只在同条例或通知的名称写在一起时检查，括号的形状由“文号不规范”（malformed-document-number）检查。
说明沿革的不提示，如“2007年国务院令第492号公布，2019年国务院令第711号修订”。

## 示例

```markdown bad for=引言
根据《中华人民共和国政府信息公开条例》（国务院令第492号）编制本报告，统计期限为2024年1月1日至2024年12月31日。如有疑问，请致电0955-4741110。
```

```text expect
1:21-1:30 第492号是2007年的旧条例，现行条例是国务院令第711号
```

```markdown bad for=引言
根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办涵〔2021〕30号）编制本报告，统计期限为2024年1月1日至2024年12月31日。如有疑问，请致电0955-4741110。
```

```text expect
1:72-1:87 年度报告格式通知的文号应为“国办公开办函〔2021〕30号”
```

```markdown bad for=引言
根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）编制本报告，统计期限为2024年1月1日至2024年12月31日。如有疑问，请致电0955-4741110。
```

```text expect
1:63-1:78 这是2019年的通知，2021年度起应依据“国办公开办函〔2021〕30号”通知所附的年度报告格式
```

```markdown good for=引言
根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制本报告，统计期限为2024年1月1日至2024年12月31日。如有疑问，请致电0955-4741110。
```

```markdown good in=一
落实《关于规范政府信息公开平台有关事项的通知》（国办公开办函〔2019〕61号）的要求，设置统一的公开专栏。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.i18n import _
from gxlint.prose.folding import Folded, fold
from gxlint.rule import rule
from gxlint.rules.citations import FORM, regulation
from gxlint.text import compiled

#: The first year of the format in force.
SINCE = 2021
_NOTICE = ("国办公开办函", "2021", "30")

_OLD_NUMBER = r"(?P<number>(?:国务院|国)?(?:令第?|第|令)?492号令?)"
#: The number in brackets behind the regulation's name, or before the name.
_OLD_REGULATION = (
    rf"信息公开条例[》〉”>]?(?:\([^()《》。]{{0,30}}?|[^()《》,。;]{{0,12}}?){_OLD_NUMBER}"
    rf"|{_OLD_NUMBER.replace('number', 'before')}[),]?(?:公布的|颁布的|发布的)?[《〈][^《》。]{{0,12}}信息公开条例"
)
#: Another number of a decree in brackets behind the regulation's name.
_OTHER_REGULATION = r"信息公开条例[》〉]\((?:中华人民共和国)?(?P<number>国(?:务院)?令第?(?!711号|492号)\d{2,4}[号条]|国(?:务院)?令第?711条)"
#: The notice on the fee by its title, and its number close behind.
_FEE = r"信息处理费管理办法[》〉](?:的通知[》〉])?\((?P<number>国办[^《》()\d,。]{0,6}[〔\[【(](?P<year>\d{4})年?[〕\]】)]第?(?P<serial>\d{1,4})号)"
_FEE_NOTICE = ("2020", "109")
_SERIES = r"国(?:办|公开|发|函|务院|信办)[^《》()\d,。]{0,8}"
_NUMBER = r"[〔\[【(﹝［〖](?P<year>\d{4})年?[〕\]】)﹞］〗]第?(?P<serial>\d{1,4})号"
#: A notice on the annual report by its title, and its number close behind.
_CITED = (
    r"年度报告(?P<kind>格式|有关事项)[^《。;]{0,24}?(?:《[^《》]{1,12}》[^《。;]{0,4})?"
    rf"(?P<number>(?P<series>{_SERIES}){_NUMBER})"
)
_OLD_TITLE = r"国务院办公厅(?:政府信息与政务公开办公室)?[》《]?(?P<title>关于政府信息公开工作年度报告有关事项的通知)"
#: Words around a citation by which it is no basis: the history of the text, its repeal.
_HISTORY = ("711", "修订", "修改", "废止", "原条例", "旧条例", "不再", "停止")
_REPEAL = ("废止", "不再", "停止", "取代", "代替")


@rule(category="statement", severity=Severity.ERROR, basis=[regulation("第五十六条"), FORM])
def check(report: DisclosureReport) -> Iterator[Finding]:
    if report.year is None or report.year < SINCE:
        return
    folded = fold(report.document.prose)
    if "492" in folded.text:
        yield from _old_regulation(folded)
    yield from _misnumbered(folded)
    if "年度报告格式" in folded.text or "年度报告有关事项" in folded.text:
        yield from _notices(folded)


def _old_regulation(folded: Folded) -> Iterator[Finding]:
    for match in compiled(_OLD_REGULATION).finditer(folded.text):
        group = "number" if match["number"] else "before"
        start, end = match.span(group)
        around = folded.text[max(0, start - 30) : end + 40].partition("。")[0]
        if not any(word in around for word in _HISTORY):
            yield Finding(folded.span(start, end), _("第492号是2007年的旧条例，现行条例是国务院令第711号"))


def _misnumbered(folded: Folded) -> Iterator[Finding]:
    """The regulation and the notice on the fee, by their names, with numbers that are none of theirs."""
    for match in compiled(_OTHER_REGULATION).finditer(folded.text):
        yield Finding(folded.span(*match.span("number")), _("条例的编号应为“国务院令第711号”"))
    for match in compiled(_FEE).finditer(folded.text):
        if (match["year"], match["serial"].lstrip("0")) != _FEE_NOTICE:
            message = _("信息处理费管理办法的文号应为“国办函〔2020〕109号”")
            yield Finding(folded.span(*match.span("number")), message)


def _notices(folded: Folded) -> Iterator[Finding]:
    numbered: set[int] = set()
    for match in compiled(_CITED).finditer(folded.text):
        numbered.add(match.start("kind"))
        if _is_repealed(folded, match.end()):
            continue
        cited = (match["series"], match["year"], match["serial"].lstrip("0"))
        if match["kind"] == "有关事项":
            yield Finding(folded.span(*match.span("number" if cited != _NOTICE else "kind")), _old_notice())
        elif cited != _NOTICE:
            message = _("年度报告格式通知的文号应为“国办公开办函〔2021〕30号”")
            yield Finding(folded.span(*match.span("number")), message)
    for match in compiled(_OLD_TITLE).finditer(folded.text):
        at = folded.text.index("有关事项", match.start("title"))
        if at not in numbered and not _is_repealed(folded, match.end()):
            yield Finding(folded.span(*match.span("title")), _old_notice())


def _is_repealed(folded: Folded, end: int) -> bool:
    """Whether the text goes on to say that the notice is no longer in force."""
    after = folded.text[end : end + 20].partition("。")[0]
    return any(word in after for word in _REPEAL)


def _old_notice() -> str:
    return _("这是2019年的通知，2021年度起应依据“国办公开办函〔2021〕30号”通知所附的年度报告格式")
