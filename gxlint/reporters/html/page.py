"""The page around the articles: counts, index, filters, explanations; one file that asks the network for nothing."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files

from gxlint import __version__
from gxlint.findings import Severity
from gxlint.i18n import _, language
from gxlint.reporters.base import Summary
from gxlint.reporters.html.article import File, article, counted
from gxlint.reporters.html.explanations import explanations
from gxlint.reporters.html.markup import NOTHING, Html, element, join, text
from gxlint.reporters.text import severity_name, unconverted_lines, withheld_lines
from gxlint.rule import Rule

_LANGUAGES = {"zh": "zh-CN", "en": "en"}
#: From so many drafts on, a browser lays out those only that are looked at.
_MANY = 20


def page(listed: Sequence[File], rules: Mapping[str, Rule], summary: Summary) -> str:
    """The report.

    Args:
        listed: the files, and what belongs to none.
        rules: all rules by id.
        summary: of the run.
    """
    name = _("年度报告检查结果")
    style, script = _resource("report.css"), _resource("report.js")
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(style, script)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="generator", content=f"gxlint {__version__}"),
        element("title", text(name)),
        element("style", style),
    )
    body = element("body", *_body(name, listed, rules, summary), element("script", script))
    root = element("html", head, Html("\n"), body, lang=_LANGUAGES[language()])
    return f"<!DOCTYPE html>\n{root}\n"


def _body(name: str, listed: Sequence[File], rules: Mapping[str, Rule], summary: Summary) -> Iterator[Html]:
    shown = [file for file in listed if file.shown]
    total = sum((file.counts() for file in listed), Counter[Severity]())
    yield element("a", text(_("跳到文稿")), class_="skip", href="#main")
    count = text(_("{count} 个文件", count=sum(file.number > 0 for file in listed)))
    others = [text(line.rstrip("。.")) for line in (*withheld_lines(summary), *unconverted_lines(summary))]
    counts = join([count, counted(total), *others], " · ")
    yield element("header", element("h1", text(name)), element("p", counts), class_="top")
    if len(listed) != 1 or not shown:
        yield _index(listed)
    if total:
        yield _filters(listed)
    used = {diagnostic.rule for file in listed for diagnostic in file.diagnostics}
    known = [rules[rule] for rule in sorted(used) if rule in rules]
    explained = {rule.id for rule in known}
    articles = (article(file, explained, folded=not file.diagnostics and len(listed) > 1) for file in shown)
    length = "long" if len(shown) > _MANY else None
    yield element("main", Html("\n"), join(articles, "\n"), Html("\n"), id="main", class_=length, tabindex=-1)
    if known:
        head = element("h2", text(_("规则说明")), id="rules-name")
        yield element("section", head, explanations(known), id="rules", aria_labelledby="rules-name")
    yield element("footer", element("p", text(f"gxlint {__version__}")))


def _index(listed: Sequence[File]) -> Html:
    severities = sorted(Severity, reverse=True)
    heads = [_("文件"), *map(severity_name, severities)]
    head = element("thead", element("tr", *(element("th", text(word), scope="col") for word in heads)))
    rows = element("tbody", *(_index_row(file, severities) for file in listed))
    return element("nav", element("table", head, rows, class_="index"), aria_label=_("文件"))


def _index_row(file: File, severities: Sequence[Severity]) -> Html:
    name = element("a", text(file.name), href=f"#{file.id}") if file.shown else text(file.name)
    status = {
        "skipped": _("跳过：不是年度报告"),
        "empty": _("跳过：没有内容"),
        "failed": _("没有检查成"),
    }.get(file.checked.status, "")
    note = element("span", text(status), class_="status") if status else NOTHING
    counts = file.counts()
    cells = [
        element("td", text(counts[severity]), class_=f"figure {severity.label}" if counts[severity] else "figure")
        for severity in severities
    ]
    return element("tr", element("th", name, note, scope="row"), *cells)


def _filters(listed: Sequence[File]) -> Html:
    """The form that chooses what is shown; hidden where no script runs."""
    found = [diagnostic for file in listed for diagnostic in file.diagnostics]
    severities = Counter(diagnostic.severity for diagnostic in found)
    rules = Counter(diagnostic.rule for diagnostic in found)
    by_severity = [
        _choice("severity", severity.label, severity_name(severity), severities[severity])
        for severity in sorted(severities, reverse=True)
    ]
    by_rule = [_choice("rule", rule, rule, count) for rule, count in sorted(rules.items())]
    return element(
        "form",
        element("fieldset", element("legend", text(_("级别"))), *by_severity),
        element(
            "details",
            element("summary", text(_("规则"))),
            element("div", *by_rule, role="group", aria_label=_("规则")),
            element("button", text(_("全选")), type="button", data_choose="all"),
            element("button", text(_("全不选")), type="button", data_choose="none"),
        ),
        element("button", text(_("上一个")), type="button", data_go="-1"),
        element("button", text(_("下一个")), type="button", data_go="1"),
        element("output", data_text=_("显示 {shown} / {total} 个问题", shown="%1", total="%2"), aria_live="polite"),
        id="filters",
        hidden="",
        aria_label=_("筛选"),
    )


def _choice(kind: str, value: str, label: str, count: int) -> Html:
    box = element("input", type="checkbox", name=kind, value=value, checked="")
    return element("label", box, text(f" {label} "), element("span", text(count), class_="count"))


def _resource(name: str) -> Html:
    """Our own style or script, which needs no escaping."""
    return Html(files("gxlint.reporters.html").joinpath(name).read_text(encoding="utf-8"))


def _policy(style: str, script: str) -> str:
    """Nothing may be loaded and nothing run but what stands here."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
