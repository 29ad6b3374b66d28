"""What rules say of themselves, folded in at the end of the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from typing import TYPE_CHECKING, Any

from gxlint.i18n import _
from gxlint.reporters.explained import explained
from gxlint.reporters.html.markup import Html, element, join, text
from gxlint.reporters.text import safety_name, severity_name
from gxlint.rule import Citation, Rule

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererProtocol
    from markdown_it.token import Token

#: Headings of an explanation stand below those of the page.
_HEADING = "h4"


def rule_id(name: str) -> str:
    """The name of a rule's explanation within the page."""
    return f"rule-{name}"


def explanations(rules: Iterable[Rule]) -> Html:
    """An explanation of each rule, closed."""
    markdown = _renderer()
    return join((_explanation(rule, markdown) for rule in rules), "\n")


def _explanation(rule: Rule, markdown: MarkdownIt) -> Html:
    summary = element("summary", element("code", text(rule.id)), text(" "), text(rule.summary))
    facts = [
        text(_("级别：{severities}", severities=severity_name(rule.severity))),
        text(_("修复：{fix}", fix=safety_name(rule.fix) if rule.fix else _("无"))),
        *(join([text(_("依据：")), citation(item)]) for item in rule.basis),
    ]
    listed = element("ul", *(element("li", fact) for fact in facts))
    body = Html(markdown.render(explained(rule)))  # escapes everything, raw HTML included
    return element("details", summary, listed, body, id=rule_id(rule.id), class_="rule")


def citation(item: Citation) -> Html:
    """An authority, with a link where it has an address."""
    return link(item.url, " ".join(filter(None, (item.source, item.locus))))


def link(url: str, label: str) -> Html:
    """A link out of the report; text alone where the address is not one of the web."""
    if not url.startswith(("https://", "http://")):
        return text(label)
    return element("a", text(label), href=url, rel="noreferrer noopener", class_="out")


def _renderer() -> MarkdownIt:
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    markdown.add_render_rule("softbreak", _soft_break)
    markdown.add_render_rule("heading_open", lambda *_arguments: f"<{_HEADING}>")
    markdown.add_render_rule("heading_close", lambda *_arguments: f"</{_HEADING}>\n")
    return markdown


def _soft_break(
    _renderer: RendererProtocol, tokens: Sequence[Token], index: int, *_options: MutableMapping[str, Any]
) -> str:
    """Chinese lines join without a space."""
    around = [token.content for token in _neighbours(tokens, index)]
    return " " if all(content.isascii() for content in (around[0][-1:], around[-1][:1])) else ""


def _neighbours(tokens: Sequence[Token], index: int) -> Iterator[Token]:
    yield tokens[max(0, index - 1)]
    yield tokens[min(len(tokens) - 1, index + 1)]
