from __future__ import annotations

import pytest

from gxlint.testing.notation import NotationError, read_examples

DOC = """时点前误用“截止”。

```toml
[rules]
```

```markdown bad in=一 formats=markdown,docx reason="纯文本没有加粗" max-length=20
截止2023年。
```

```text expect
1:1-1:3 应为“截至”
  「青禾县」 见标题
「引言」 另一处
```

```markdown fixed
截至2023年。
```

```markdown previous for=引言
去年的引言。
```

````markdown good in=whole
```
代码
```
````
"""


def test_examples_are_read_with_their_blocks() -> None:
    bad, good = read_examples(DOC)
    assert bad.bad
    assert (bad.fragment.place, bad.fragment.replaces, bad.fragment.text) == ("一", False, "截止2023年。")
    assert bad.fragment.options == {"max-length": "20"}
    assert bad.formats == ("markdown", "docx")
    assert [finding.lines for finding in bad.expected] == [
        ["1:1-1:3 应为“截至”", "  「青禾县」 见标题"],
        ["「引言」 另一处"],
    ]
    assert bad.fixed == "截至2023年。"
    assert bad.previous is not None
    assert (bad.previous.place, bad.previous.replaces) == ("引言", True)
    assert not good.bad
    assert good.fragment.text == "```\n代码\n```"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("```markdown bad in=七\n```", "写明放在哪里"),
        ("```markdown bad\n```", "写明放在哪里"),
        ("```markdown bad in=一 for=一\n```", "写明放在哪里"),
        ("```markdown bad in=一", "没有结束"),
        ("```text expect\n```", "前面没有示例"),
        ("```markdown good in=一\n```\n```text expect\n```", "不能有 expect"),
        ("```markdown bad in=一\n```\n```text expect\n第一行\n```", "第 4 行：提示要写成"),
        ("```markdown bad in=一\n```\n```text expect\n  1:1-1:2 无主\n```", "第 4 行：提示要写成"),
        ("```markdown bad in=一\n```\n```text expects\n```", "不认识 expects"),
        ("```markdown bad in=一 formats=docx\n```", "说明理由"),
        ("```markdown bad in=一 formats=pdf reason=无\n```", "formats 只能写"),
        ("```markdown bad in=一 第二\n```", "第二 不是设置"),
    ],
)
def test_mistakes_are_told(text: str, complaint: str) -> None:
    with pytest.raises(NotationError, match=complaint):
        read_examples(text)
