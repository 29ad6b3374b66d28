"""依申请公开部分没有说明收到多少件申请，也没有说明没有收到。

## 说明
年度报告应当说明收到和处理政府信息公开申请的情况（《条例》第五十条第（二）项）。第三部分的表格列出了数字，第一部分综述
“依申请公开”时也应写一句总数：收到多少件、答复多少件；没有收到的，写“未收到政府信息公开申请”。

## 示例

```markdown bad for=一
全面贯彻落实《中华人民共和国政府信息公开条例》。

（一）主动公开

全年公开信息120条。

（二）依申请公开

完善申请受理流程，公布受理渠道，做到件件有登记、事事有答复。

（三）政府信息管理

落实三审三校制度，逐件清理文件。

（四）政府信息公开平台建设

办好门户网站政府信息公开专栏，推送信息60条。

（五）监督保障

开展工作考核和社会评议，没有发生责任追究的情形。
```

```text expect
7:4-7:9 依申请公开部分没有说明收到申请的数量，请写明件数，没有收到的也请写明
```

```markdown good in=一
依申请公开方面，全年收到申请15件，均按期答复。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.i18n import _
from gxlint.prose.folding import fold
from gxlint.rule import rule
from gxlint.rules.citations import regulation
from gxlint.text import Span, compiled

_COUNT = r"[\d零〇一二两三四五六七八九十百]+(?:余|多)?(?:件|宗|条|份|起|例|项|次|个|人|篇|封)"
#: A number of applications: 收到…申请3件, 受理3件…申请, 依申请公开3件.
_COUNTED = rf"(?:申请|受理|收到|接到|答复|办结).{{0,40}}?{_COUNT}|{_COUNT}.{{0,20}}申请"
#: None at all: 未收到…申请, 无依申请公开事项, 申请数量为零.
_NONE = (
    r"(?:未|没有|无|零|暂无|不存在).{0,30}?申请|申请.{0,30}?(?:未|没有|无|零报告|为零|为0|0件|零件)"
    r"|(?:未|没有)(?:收到|接到|接收|受理|办理|产生|发生)"
)
#: Enough where only applications are spoken of.
_BARE = r"\d(?:余|多)?(?:件|宗|起|例)|[)。:,]?(?:无|没有|暂无|零报告)[。;]?$"
#: Sentences about applications of this kind, wherever they stand.
_SUBJECT = ("信息公开申请", "依申请", "公开申请", "信息申请", "申请公开", "申请信息")
_APPLICANT = r"(?:公民|自然人|法人|申请人|群众).{0,30}申请"
_NUMBERED = r"\(?[一二三四五六七八九十\d]{1,2}[)、.．]"
_HEADING = r"^\S{0,14}?(?P<aspect>依申请公开)"


@rule(category="statement", severity=Severity.INFO, basis=[regulation("第五十条第（二）项")])
def check(report: DisclosureReport) -> Iterator[Finding]:
    passage = _passage(report)
    if passage is not None and not _is_stated(report):
        yield Finding(passage, _("依申请公开部分没有说明收到申请的数量，请写明件数，没有收到的也请写明"))


def _passage(report: DisclosureReport) -> Span | None:
    """Where section one begins to speak of applications; ``None`` if it does not."""
    overview = report.section("overview")
    for paragraph in overview.paragraphs if overview else ():
        folded = fold(paragraph.plain)
        match = compiled(_HEADING).search(folded.text)
        if match:
            return folded.span(*match.span("aspect"))
    return None


def _is_stated(report: DisclosureReport) -> bool:
    folded = fold(report.document.prose)
    at_home = False
    for start, end in folded.lines():
        line = folded.text[start:end]
        # What stands below a heading on applications is about them too, up to the next heading.
        if compiled(_HEADING).search(line):
            at_home = True
        elif compiled(_NUMBERED).match(line):
            at_home = False
        for first, last in folded.sentences(start, end):
            if _states(folded.text[first:last], at_home=at_home):
                return True
    return False


def _states(text: str, *, at_home: bool) -> bool:
    """Whether a sentence gives a number of applications or says that there were none."""
    if at_home and compiled(_BARE).search(text):
        return True
    about = at_home or any(word in text for word in _SUBJECT) or compiled(_APPLICANT).search(text) is not None
    return about and (compiled(_COUNTED).search(text) is not None or compiled(_NONE).search(text) is not None)
