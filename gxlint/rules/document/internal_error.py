"""规则或插件在运行中出错，这一部分没有检查完。

## 说明

这不是文稿的错，而是 gxlint 的某条规则、某个解析器或某个插件本身有缺陷。提示中写明了出错的是谁、错误是什么。其余规则
照常运行，它们的结果可以信任；出错的规则已经报告的问题也保留。为了不让没有检查过的内容看起来像是没有问题，这一条不能
关闭，也不能降低级别，命令的退出状态为 2。

## 怎么办

1. 换用 `gxlint --debug check 文件` 再运行一次，屏幕上会给出完整的出错经过；
2. 规则编号带斜杠的（如 `ningxia/missing-hotline`）来自插件，请把出错经过告诉插件的作者，其余的告诉 gxlint 的作者；
3. 在修好之前，可用 `--ignore 规则编号` 让出错的规则不运行。
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Finding, Severity
from gxlint.rule import rule


@rule(category="document", severity=Severity.ERROR)
def check(document: Document) -> Iterator[Finding]:  # noqa: ARG001 - the engine reports it when something crashes
    """Nothing: the engine reports it when something crashes."""
    return iter(())
