"""``gxlint explain``."""

from __future__ import annotations

from collections.abc import Iterator

import click

from gxlint.cli import completing
from gxlint.cli.choosing import config_options, project_at
from gxlint.cli.commands import CONTEXT, Command
from gxlint.cli.status import OK
from gxlint.cli.validation import advice
from gxlint.i18n import SOURCE, _, language, later
from gxlint.options import Option, options_of
from gxlint.reporters.explained import EXAMPLE, example_label
from gxlint.reporters.text import safety_name, severity_name
from gxlint.rule import Rule


@click.command(
    cls=Command,
    context_settings=CONTEXT,
    options_metavar=later("[选项]"),
    help=later("解释一条规则：查什么、为什么、怎么改、依据和选项。"),
)
@click.argument("rule_id", metavar=later("规则编号"), shell_complete=completing.rules)
@config_options
def command(rule_id: str, config: str | None, no_config: bool) -> int:
    """Print what there is to know of a rule."""
    rules = project_at((), config, no_config=no_config).registry.rules
    rule = rules.get(rule_id)
    if rule is None:
        raise click.UsageError(_("没有规则 {id}；{advice}", id=rule_id, advice=advice(rule_id, list(rules))))
    click.echo("\n".join(_lines(rule)))
    return OK


def _lines(rule: Rule) -> Iterator[str]:
    yield _("{id}：{summary}", id=rule.id, summary=rule.summary)
    yield ""
    yield _("类别：{category}", category=rule.category)
    severities = _("、").join(map(severity_name, (rule.severity, *sorted(rule.severities - {rule.severity}))))
    yield _("级别：{severities}", severities=severities)
    if not rule.enabled:
        yield _("默认关闭，用 --select {id} 打开", id=rule.id)
    yield _("修复：{fix}", fix=safety_name(rule.fix) if rule.fix else _("无"))
    for citation in rule.basis:
        yield _("依据：{citation}", citation=" ".join(filter(None, citation)))
    if language() != SOURCE:
        yield ""
        yield _("规则的详细说明目前只有中文：")
    yield from readable(rule.doc.partition("\n")[2])
    options = options_of(rule)
    if options:
        yield ""
        yield _("选项（写在配置的 [rules.{id}] 下）：", id=rule.id)
        for option in options:
            yield from _option(option)


def _option(option: Option) -> Iterator[str]:
    yield _("  {name}（默认 {default}）", name=option.name, default=repr(option.default))
    for line in option.doc.splitlines():
        yield f"    {line}"


def readable(doc: str) -> Iterator[str]:
    """A rule's documentation with its examples labelled in words and indented, the way people read."""
    fence = ""
    for line in doc.splitlines():
        opening = None if fence else EXAMPLE.fullmatch(line)
        if opening:
            fence = opening[1]
            yield example_label(opening)
        elif fence and line.strip() == fence:
            fence = ""
        else:
            yield f"    {line}" if fence else line.removeprefix("## ")
