"""时点前误用“截止”，应为“截至”。

## 说明
“截至”后面要带时点（截至2023年12月31日、截至目前）；“截止”表示到期停止，不能带时点作宾语，只说“报名截止”“截止日期”
“于12月31日截止”。统计数据到某一天为止，用“截至”。“截止到某日”不提示。

## 示例

```markdown bad in=一
截止2024年12月31日，共公开政府信息81条；截止目前，没有发生泄密事件。
```

```text expect
1:1-1:3 “截止”后面不能带时点，应为“截至”
1:26-1:28 “截止”后面不能带时点，应为“截至”
```

```markdown fixed
截至2024年12月31日，共公开政府信息81条；截至目前，没有发生泄密事件。
```

```markdown good in=一
截至2024年12月31日，报名截止日期已过；意见征集截止到11月底，申报于12月5日截止，投诉受理截止12月底。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Finding, Fix, Safety, Severity
from gxlint.i18n import _
from gxlint.prose.folding import keywords
from gxlint.rule import Citation, rule

#: Behind these words 截止 may be the verb of its own sentence: 报名截止6月30日.
_SUBJECTS = keywords(
    "报名 申报 征集 受理 期限 时间 日期 期间 活动 公示 意见 投票 招聘 缴费 提交 登记 评选 认证 接收 报送 申请 投稿"
    " 已经 即将 将 已 于 期 前"
)
_PATTERN = (
    r"截止(?=\s*(?:\d{2,4}\s*年|\d{1,2}\s*月|[二〇零○一三四五六七八九]{4}年|目前|当前|现在|今[天日年]|去年|上年|上月|上周"
    r"|年底|年末|月底|月末|本(?:年|月|季|报告|统计)|报告期|统计期末|发稿))"
)


@rule(
    category="wording",
    severity=Severity.WARNING,
    fix=Safety.SAFE,
    basis=[Citation("《现代汉语词典》（第7版）", "截至、截止")],
)
def check(document: Document) -> Iterator[Finding]:
    text = document.prose.text
    for found in document.prose.find(_PATTERN, near="截止"):
        if text.endswith(_SUBJECTS, 0, found.match.start()):
            continue
        fix = Fix.replace(found.span, "截至", _("改为“截至”"), safety=Safety.SAFE)
        yield Finding(found.span, _("“截止”后面不能带时点，应为“截至”"), fixes=(fix,))
