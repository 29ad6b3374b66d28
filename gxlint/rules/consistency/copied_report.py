"""报告六成以上的句子与上年报告，或者与同一批里别的机关的报告相同。

## 说明
年度报告要写本年度的工作。改个年份、换个单位名称就上报，属于内容雷同，主管部门会通报批评。

比较的是“总体情况”和“存在的主要问题及改进情况”两部分的句子，单位名称和年份的不同不算不同；引言、表格、信息处理费等
各报告本来相同的内容不比较，15个字以下的短句不比较，不足8句的报告不比较。与别的机关比较，要一次检查多份报告。

## 示例

```markdown bad in=一
我镇把政务公开纳入干部培训内容，新任干部都参加了保密审查培训。
```

```text expect
「青禾县竹坪乡人民政府2024年政府信息公开工作年度报告」 16 句中有 10 句与青禾县云溪镇人民政府的报告相同，占 62%；请按本机关本年度的工作重写
  「围绕群众关心的医保缴费、农田水利和集体资产处置，及时更新办理进度。」 相同的句子
  「2024年新收到政府信息公开申请15件，…法定期限答复的情形。」 相同的句子
  「逐件清理历年制发的文件，清理结果向社会公布，文件清单同步更新。」 相同的句子
  「全年没有因政府信息公开工作被追究责任的情形，责任追究事项为零。」 相同的句子
  「一是部分栏目更新不够及时，内容偏少。」 相同的句子
  「二是政策解读形式单一，群众理解起来还有困难。」 相同的句子
  「三是经办人员变动频繁，业务能力有待提升。」 相同的句子
  「一是明确栏目责任人，按月检查更新进度。」 相同的句子
  「二是采用图文、问答等形式解读政策，把专业术语讲得通俗易懂。」 相同的句子
  「三是建立交接带教制度，新到岗人员先培训再上岗。」 相同的句子
```

```markdown other agency=青禾县竹坪乡人民政府
```

```markdown bad for=五 percent=30
一是群众关心的热点信息公开还不够及时，更新周期偏长。二是对政策的解读还停留在照搬文件，群众不容易看懂。三是村级公示栏维护不到位，个别栏面有破损现象。四是工作人员对依申请公开的答复规范掌握得不够熟练。

下一步，将逐项明确责任人和完成时限，每季度检查一次栏目更新情况。组织工作人员学习答复规范，请县政务公开办现场指导。安排专人巡查村级公示栏，发现破损及时更换。开设留言回复专栏，对群众提出的问题三个工作日内答复。
```

```text expect
「青禾县云溪镇人民政府2024年政府信息公开工作年度报告」 18 句中有 7 句与上年报告相同，占 38%；请按本机关本年度的工作重写
  1:1-1:27 相同的句子
  1:27-1:52 相同的句子
  1:52-1:75 相同的句子
  1:75-1:100 相同的句子
  3:1-3:33 相同的句子
  3:58-3:79 相同的句子
  3:79-3:105 相同的句子
```

```markdown previous for=五
一是群众关心的热点信息公开还不够及时，更新周期偏长。二是对政策的解读还停留在照搬文件，群众不容易看懂。三是村级公示栏维护不到位，个别栏面有破损现象。四是工作人员对依申请公开的答复规范掌握得不够熟练。

下一步，将逐项明确责任人和完成时限，每季度检查一次栏目更新情况。组织工作人员学习答复规范，请上级现场指导。安排专人巡查村级公示栏，发现破损及时更换。开设留言回复专栏，对群众提出的问题三个工作日内答复。
```

```markdown good for=五
一是群众关心的热点信息公开还不够及时，更新周期偏长。二是对政策的解读还停留在照搬文件，群众不容易看懂。三是村级公示栏维护不到位，个别栏面有破损现象。四是工作人员对依申请公开的答复规范掌握得不够熟练。

下一步，将逐项明确责任人和完成时限，每季度检查一次栏目更新情况。组织工作人员学习答复规范，请县政务公开办现场指导。安排专人巡查村级公示栏，发现破损及时更换。开设留言回复专栏，对群众提出的问题三个工作日内答复。
```

```markdown previous for=五
一是群众关心的热点信息公开还不够及时，更新周期偏长。二是对政策的解读还停留在照搬文件，群众不容易看懂。三是村级公示栏维护不到位，个别栏面有破损现象。四是工作人员对依申请公开的答复规范掌握得不够熟练。

下一步，将逐项明确责任人和完成时限，每季度检查一次栏目更新情况。组织工作人员学习答复规范，请县政务公开办现场指导。安排专人巡查村级公示栏，发现破损及时更换。开设留言回复专栏，对群众提出的问题三个工作日内答复。
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gxlint.findings import Finding, Related, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.report import Condensed
from gxlint.i18n import _
from gxlint.prose.agencies import same_body
from gxlint.rule import rule
from gxlint.rules.citations import regulation
from gxlint.rules.consistency._similarity import alike, bands, sentences_of

#: Fewer sentences than these prove nothing.
_FEWEST = 8
#: So many of the copied sentences are shown.
_SHOWN = 10


class Options(NamedTuple):
    """What counts as copied."""

    percent: int = 60
    """相同句子超过全部句子的百分之几，算内容雷同。"""


def condense(report: DisclosureReport) -> dict[str, object]:
    """The body, and the marks of its sentences and of those in last year's report."""
    last, own = report.previous, list(sentences_of(report))
    return {
        "name": report.agency or report.document.source.path,
        "agency": report.agency,
        "own": own,
        "bands": bands(own),
        "last": list(sentences_of(last)) if last is not None else [],
    }


@rule(
    category="consistency",
    severity=Severity.WARNING,
    basis=[regulation("第四十七条")],
    options=Options,
    condense=condense,
)
def check(reports: Sequence[Condensed], options: Options) -> Iterator[Finding]:
    sets = [item.value["own"] for item in reports]
    for item in reports:
        shared = _shared(item.value["own"], item.value["last"], options)
        if shared:
            yield from _finding(item, shared, _("上年报告"))
    for number, others in alike([item.value["bands"] for item in reports]):
        item = reports[number]
        found = [
            (shared, other)
            for other in sorted(others)
            if not same_body(item.value["agency"], reports[other].value["agency"])
            for shared in [_shared(sets[number], sets[other], options)]
            if shared
        ]
        if found:
            shared, other = max(found, key=lambda pair: len(pair[0]))
            yield from _finding(item, shared, _("{name}的报告", name=reports[other].value["name"]))


def _shared(mine: Sequence[int], theirs: Sequence[int], options: Options) -> list[int]:
    """The sentences that both have, if they are too many."""
    known = set(theirs)
    shared = [sentence for sentence in mine if sentence in known]
    return shared if len(mine) >= _FEWEST and len(shared) * 100 > len(mine) * options.percent else []


def _finding(item: Condensed, shared: Sequence[int], other: str) -> Iterator[Finding]:
    report = item.open()
    if report is None:
        return
    mine = sentences_of(report)
    message = _(
        "{total} 句中有 {shared} 句与{other}相同，占 {percent}%；请按本机关本年度的工作重写",
        total=len(mine),
        shared=len(shared),
        other=other,
        percent=len(shared) * 100 // len(mine),
    )
    related = tuple(Related(mine[sentence], _("相同的句子")) for sentence in shared[:_SHOWN] if sentence in mine)
    yield Finding(report.head, message, related, source=report.document.source)
