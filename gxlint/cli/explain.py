"""``gxlint explain``."""

from __future__ import annotations

import os
from collections.abc import Iterator

import click

from gxlint.cli import completing
from gxlint.cli.choosing import config_options, project_at
from gxlint.cli.commands import CONTEXT, Command
from gxlint.cli.status import OK
from gxlint.cli.validation import advice
from gxlint.i18n import SOURCE, _, language, later
from gxlint.options import Option, options_of
from gxlint.projects import Find
from gxlint.reporters.explained import EXAMPLE, example_label
from gxlint.reporters.text import category_name, safety_name, severity_name
from gxlint.rule import CATEGORIES, Rule
from gxlint.settings import selectors


@click.command(
    cls=Command,
    context_settings=CONTEXT,
    options_metavar=later("[选项]"),
    help=later("解释一条规则：查什么、为什么、怎么改、依据和选项。"),
)
@click.argument("names", nargs=-1, metavar=later("[规则编号]…"), shell_complete=completing.rules)
@click.option(
    "--pages",
    "folder",
    metavar=later("文件夹"),
    help=later("把说明写成 Markdown 网页放进文件夹，一条规则一页，另有目录；规则可写成类别或 插件/*，不写时是全部"),
)
@config_options
def command(names: tuple[str, ...], folder: str | None, find: Find | None) -> int:
    """Print what there is to know of some rules, or write it to pages."""
    rules = project_at((), find).registry.rules
    if not names and folder is None:
        raise click.UsageError(_("请写明要解释哪条规则；gxlint rules 列出所有规则"))
    chosen = [rule for rule in rules.values() if not names or not set(names).isdisjoint(selectors(rule))]
    known = {selector for rule in chosen for selector in selectors(rule)} if folder is not None else set(rules)
    for name in names:
        if name not in known and name in CATEGORIES:
            members = _("、").join(rule.id for rule in rules.values() if rule.category == name)
            raise click.UsageError(_("{name} 是规则的类别，里面有：{rules}；请写规则的编号", name=name, rules=members))
        if name not in known:
            raise click.UsageError(_("没有规则 {id}；{advice}", id=name, advice=advice(name, list(rules))))
    if folder is not None:
        _write(folder, chosen)
        return OK
    click.echo("\n\n".join("\n".join(_lines(rules[name])) for name in names))
    return OK


def _write(folder: str, rules: list[Rule]) -> None:
    """Write the pages of some rules.

    Raises:
        click.ClickException: they cannot be written.
    """
    from gxlint.cli.rule_pages import pages_of
    from gxlint.cli.writing import why_unwritten
    from gxlint.saving import replace_file

    try:
        os.makedirs(folder, exist_ok=True)
        for name, text in pages_of(rules).items():
            replace_file(os.path.join(folder, name), text.encode())
    except OSError as error:
        raise click.ClickException(_("{path} 写不进去：{error}", path=folder, error=why_unwritten(error))) from error


def _lines(rule: Rule) -> Iterator[str]:
    yield _("{id}：{summary}", id=rule.id, summary=rule.summary)
    yield ""
    yield _("类别：{category}", category=category_name(rule.category))
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
