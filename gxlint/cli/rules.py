"""``gxlint rules``."""

from __future__ import annotations

import json
from typing import Any

import click

from gxlint.cli.choosing import config_options, project_at
from gxlint.cli.commands import CONTEXT, Command, aligned
from gxlint.cli.options import text_or_json_option
from gxlint.cli.status import OK
from gxlint.i18n import _, later
from gxlint.options import options_of
from gxlint.projects import Find
from gxlint.reporters.text import category_name, safety_name, severity_name
from gxlint.rule import Rule


@click.command(
    cls=Command,
    context_settings=CONTEXT,
    options_metavar=later("[选项]"),
    help=later("按类别列出所有规则：编号、级别、能否修复、说明。"),
)
@text_or_json_option
@config_options
def command(format_name: str, find: Find | None) -> int:
    """List the rules."""
    rules = project_at((), find).registry.rules.values()
    if format_name == "json":
        click.echo(json.dumps([as_json(rule) for rule in rules], ensure_ascii=False, indent=2))
        return OK
    categories = dict.fromkeys(rule.category for rule in rules)
    rows = [_row(rule) for rule in rules]
    lines = dict(zip((rule.id for rule in rules), aligned(rows), strict=True))
    for category in categories:
        click.echo(category_name(category))
        for rule in rules:
            if rule.category == category:
                click.echo(f"  {lines[rule.id]}")
        click.echo()
    return OK


def as_json(rule: Rule) -> dict[str, Any]:
    """A rule as an object."""
    return {
        "id": rule.id,
        "category": rule.category,
        "severity": rule.severity.label,
        "enabled": rule.enabled,
        "fix": rule.fix.value if rule.fix else None,
        "summary": rule.summary,
        "basis": [citation._asdict() for citation in rule.basis],
        "options": [{"name": option.name, "default": option.default, "doc": option.doc} for option in options_of(rule)],
    }


def _row(rule: Rule) -> tuple[str, str, str, str]:
    severity = severity_name(rule.severity) if rule.enabled else _("关闭")
    return rule.id, severity, safety_name(rule.fix) if rule.fix else "", rule.summary
