"""文件读不出来：损坏、加密、过大、类型不对或编码有误。

## 说明

读不出来的文件无法检查，其余文件照常检查。常见的情形和办法：

- **扩展名与内容不符**：旧版 Word 的 .doc 文件改名为 .docx，或图片改名为 .md。请用 Word 或 WPS 打开原文件，
  “另存为” .docx；
- **文件加密**：请去掉打开密码后再检查；
- **文件损坏或为空**：请重新导出，或从备份恢复；
- **编码有误**：满篇“�”说明文件按错误的编码打开并保存过。请从原文件重新打开，编码选 GB18030（或 GBK），再另存为 UTF-8；
- **不支持的类型**：目前能读 .docx、.md 和 .txt，其他类型请先另存。

整个文件读不出来时，提示没有行列；只有个别地方有误时，提示标在出错的地方。命令的退出状态为 2。
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Finding, Severity
from gxlint.rule import rule


@rule(category="document", severity=Severity.ERROR)
def check(document: Document) -> Iterator[Finding]:
    """The places that the parser could not read; the engine reports what concerns the file as a whole."""
    for problem in document.problems:
        if problem.span is not None:
            yield Finding(problem.span, problem.message)
