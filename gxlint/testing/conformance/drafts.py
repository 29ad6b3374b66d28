"""Drafts that a form meets: its own in every state, and everything else that offices write."""

from __future__ import annotations

import random
from collections.abc import Iterator

from gxlint.testing.reports import CorrectReport
from gxlint.testing.shapes import PIPE_MARKDOWN

#: Disordered copies of each draft.
_COPIES = 12
_NOTICE = """\
# 关于做好{name}编制工作的通知

各镇人民政府，县直各单位：

为做好{name}的编制和发布工作，现将有关事项通知如下。

一、报送内容

各单位应当按照规定的格式编写，内容真实，数字准确。

二、报送时间

请于1月20日前将{name}报送县政府办公室。

青禾县人民政府办公室

2025年1月6日
"""
_MINUTES = """\
# 青禾县云溪镇第三次镇长办公会议纪要

12月3日，镇长主持召开会议，听取了{name}编写情况的汇报，现纪要如下。

一、会议指出，报告要如实反映全年工作。

二、会议要求，党政办公室在月底前完成初稿。
"""
_LIST = """\
| 序号 | 文件 | 日期 |
| --- | --- | --- |
| 1 | {name} | 2025年1月15日 |
| 2 | 财政预算公开目录 | 2025年2月10日 |
"""


def other_drafts(name: str) -> Iterator[tuple[str, str]]:
    """Drafts in Markdown that are no report of a form, each with what to call it.

    Args:
        name: what the form's reports are called, which others mention.
    """
    yield "an empty draft", ""
    yield "a notice about such reports", _NOTICE.format(name=name)
    yield "minutes that mention one", _MINUTES.format(name=name)
    yield "a list of documents", _LIST.format(name=name)


def disclosure_report() -> str:
    """A report of the built-in form, in Markdown."""
    return PIPE_MARKDOWN.write(CorrectReport()).decode()


def disordered(text: str) -> Iterator[tuple[str, str]]:
    """A draft in states that nobody means it to be in, each with what was done to it; the same ones each time."""
    lines = text.split("\n")
    yield "nothing but its first line", lines[0]
    yield "without its first line", "\n".join(lines[1:])
    yield "nothing but its headings", "\n\n".join(line for line in lines if line.startswith("#"))
    yield "without its headings", "\n".join(line for line in lines if not line.startswith("#"))
    yield "on one line", " ".join(lines)
    yield "there twice", f"{text}\n\n{text}"
    yield "from the end to the beginning", "\n".join(reversed(lines))
    for part in range(1, 8):
        yield f"cut off after {part} eighths", text[: len(text) * part // 8]
    for seed in range(_COPIES):
        yield f"with lines lost and moved (seed {seed})", "\n".join(_shuffled(lines, random.Random(seed)))


def _shuffled(lines: list[str], rng: random.Random) -> list[str]:
    kept = [line for line in lines if rng.random() > 0.2]
    for _ in range(len(kept) // 5):
        kept.insert(rng.randrange(len(kept)), kept.pop(rng.randrange(len(kept))))
    return kept
