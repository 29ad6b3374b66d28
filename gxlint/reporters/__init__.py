"""Output formats."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TextIO

from gxlint.i18n import later
from gxlint.reporters.base import Format, Reporter, Style
from gxlint.rule import Rule


def _text(stream: TextIO, style: Style, _rules: Mapping[str, Rule]) -> Reporter:
    from gxlint.reporters.text import TextReporter

    return TextReporter(stream, style)


def _json(stream: TextIO, _style: Style, _rules: Mapping[str, Rule]) -> Reporter:
    from gxlint.reporters.json import JsonReporter

    return JsonReporter(stream)


def _concise(stream: TextIO, _style: Style, _rules: Mapping[str, Rule]) -> Reporter:
    from gxlint.reporters.concise import ConciseReporter

    return ConciseReporter(stream)


def _jsonl(stream: TextIO, _style: Style, _rules: Mapping[str, Rule]) -> Reporter:
    from gxlint.reporters.jsonl import JsonLinesReporter

    return JsonLinesReporter(stream)


def _sarif(stream: TextIO, _style: Style, rules: Mapping[str, Rule]) -> Reporter:
    from gxlint.reporters.sarif import SarifReporter

    return SarifReporter(stream, rules)


def _github(stream: TextIO, _style: Style, _rules: Mapping[str, Rule]) -> Reporter:
    from gxlint.reporters.github import GithubReporter

    return GithubReporter(stream)


def _gitlab(stream: TextIO, _style: Style, _rules: Mapping[str, Rule]) -> Reporter:
    from gxlint.reporters.gitlab import GitlabReporter

    return GitlabReporter(stream)


def _junit(stream: TextIO, _style: Style, _rules: Mapping[str, Rule]) -> Reporter:
    from gxlint.reporters.junit import JunitReporter

    return JunitReporter(stream)


def _html(stream: TextIO, _style: Style, rules: Mapping[str, Rule]) -> Reporter:
    from gxlint.reporters.html.reporter import HtmlReporter

    return HtmlReporter(stream, rules)


FORMATS = (
    Format("text", later("给人看：按文件列出，标出原文"), _text),
    Format("concise", later("给人和编辑器看：每个问题一行"), _concise),
    Format("html", later("给人看：一个网页文件，文稿和问题对照，可筛选、可打印"), _html, reads_drafts=True),
    Format("json", later("给程序用：一个 JSON 数组，每个问题一个对象"), _json),
    Format("jsonl", later("给程序用：每行一个 JSON 对象"), _jsonl),
    Format("sarif", later("静态分析结果交换格式 SARIF 2.1.0"), _sarif),
    Format("github", later("GitHub 工作流的注释"), _github),
    Format("gitlab", later("GitLab 的代码质量报告"), _gitlab),
    Format("junit", later("JUnit XML：每个文件一个测试"), _junit),
)
