"""Where a report tells of 依申请公开."""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.form.report import Report
from gxlint.prose.clauses import Prose
from gxlint.prose.phrases import has_any, wordlist
from gxlint.text import Pattern

_MARK = Pattern(r"[（(]|[一二三四五六七八九十]{1,2}(?:是|、)|第[一二三四五六七八九十][，,]|\d\d?[.．、]")
_REQUESTS = wordlist("依申请公开 依法申请公开 申请公开 公开申请 申请办理 申请处理 信息依申请")
_OTHER_TOPICS = wordlist(
    "主动公开 信息管理 公开管理 平台 载体 渠道建设 网站建设 监督 保障 组织领导 解读 回应 培训 考核 审查 "
    "规范性文件 队伍 机制 制度 问题 不足 下一步"
)
#: So many characters of a sentence tell its topic.
_HEAD = 24


def sentences_on_requests(report: Report, prose: Prose) -> frozenset[int]:
    """Where the sentences start that stand under 依申请公开: behind its heading, or behind 二是依申请公开."""
    return frozenset(_track(report, prose))


def _track(report: Report, prose: Prose) -> Iterator[int]:
    inside, style, section = False, "", ""
    for sentence in prose.sentences:
        if sentence.opens:
            within = report.section_at(prose.span(sentence.start, sentence.start))
            here = within.key if within else ""
            if here != section:
                inside, section = here == "applications", here
        head = sentence.text[:_HEAD]
        mark = _mark_of(head)
        begins = bool(mark) or sentence.opens
        if begins and has_any(head, _REQUESTS):
            inside, style = True, mark
        elif begins and inside and ((mark and mark == style) or has_any(head, _OTHER_TOPICS)):
            inside = False
        if inside:
            yield sentence.start


def _mark_of(head: str) -> str:
    """What kind of mark opens an item: a bracket, 是, a point; empty if none does."""
    found = _MARK.match(head)
    return found.group()[-1] if found else ""
