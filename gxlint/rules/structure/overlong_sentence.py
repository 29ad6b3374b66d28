"""句子过长。

## 说明
一句话太长，读者难以把握，也容易出语病。这条规则默认不启用，启用后按选项 `max-characters` 检查，
句子以句号、问号、叹号、分号和换行为界。

## 示例

```markdown bad in=一 max-characters=20 formats=markdown reason="标准报告里本来就有长句，只看这一段"
2024年，本机关按照上级部署扎实推进政府信息公开各项工作。
```

```text expect
「青禾县云溪镇人民政府2024年政府信息公开工作年度报告」 这句话有 27 字，超过 20 字，请断句
「根据《中华人民共和国政府信息公开条例》（…人民政府编制了本报告」 这句话有 127 字，超过 20 字，请断句
「本报告所列数据的统计期限为2024年1月1日至2024年12月31日」 这句话有 34 字，超过 20 字，请断句
「如对本报告有疑问，请与党政办公室联系（地…he.gov.cn）」 这句话有 82 字，超过 20 字，请断句
「2024年，我镇通过青禾县人民政府门户网…、民生服务类227条」 这句话有 61 字，超过 20 字，请断句
「围绕群众关心的医保缴费、农田水利和集体资产处置，及时更新办理进度」 这句话有 32 字，超过 20 字，请断句
「2024年新收到政府信息公开申请15件，…过法定期限答复的情形」 这句话有 47 字，超过 20 字，请断句
「落实三审三校，全年审核拟公开信息893条，退回修改8条」 这句话有 27 字，超过 20 字，请断句
「逐件清理历年制发的文件，清理结果向社会公布，文件清单同步更新」 这句话有 30 字，超过 20 字，请断句
「办好青禾县人民政府门户网站政府信息公开专…账号推送信息141条」 这句话有 45 字，超过 20 字，请断句
「在政务服务大厅设查阅点4处，备有电脑和纸质目录，方便老年人查阅」 这句话有 31 字，超过 20 字，请断句
「镇长担任政府信息公开工作领导小组组长，全年专题研究2次，组织业务培训6场」 这句话有 36 字，超过 20 字，请断句
「把政府信息公开纳入全镇年度工作考核，邀请群众代表开展社会评议，评议结果总体较好」 这句话有 39 字，超过 20 字，请断句
「全年没有因政府信息公开工作被追究责任的情形，责任追究事项为零」 这句话有 30 字，超过 20 字，请断句
1:1-1:30 这句话有 29 字，超过 20 字，请断句
「二是政策解读形式单一，群众理解起来还有困难」 这句话有 21 字，超过 20 字，请断句
「二是采用图文、问答等形式解读政策，把专业术语讲得通俗易懂」 这句话有 28 字，超过 20 字，请断句
「三是建立交接带教制度，新到岗人员先培训再上岗」 这句话有 22 字，超过 20 字，请断句
「按照《国务院办公厅关于印发〈政府信息公开…4年未收取信息处理费」 这句话有 78 字，超过 20 字，请断句
```

```markdown good in=一
句子要短。
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gxlint.document import Document
from gxlint.findings import Finding, Severity
from gxlint.i18n import _
from gxlint.rule import Citation, rule
from gxlint.text import Pattern

_SENTENCE = Pattern(r"[^。！？；\n]+")


class Options(NamedTuple):
    """选项。"""

    max_characters: int = 150
    """一句话最多多少字。"""


@rule(
    category="structure",
    severity=Severity.INFO,
    basis=[Citation("《标点符号用法》（GB/T 15834—2011）")],
    options=Options,
    enabled=False,
)
def check(document: Document, options: Options) -> Iterator[Finding]:
    for found in document.prose.find(_SENTENCE):
        length = len(found.text.strip())
        if length > options.max_characters:
            message = _("这句话有 {length} 字，超过 {limit} 字，请断句", length=length, limit=options.max_characters)
            yield Finding(found.span, message)
