"""``gxlint test-rules``: runs the examples that rules are documented with."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterator

import click

from gxlint.cli import completing
from gxlint.cli.commands import CONTEXT, Command
from gxlint.cli.status import FINDINGS, OK
from gxlint.i18n import _, later
from gxlint.rule import Rule


@click.command(
    cls=Command,
    context_settings=CONTEXT,
    options_metavar=later("[选项]"),
    help=later("运行规则文件里的示例：有问题的示例要提示在说好的位置，没问题的示例不能提示。"),
)
@click.option("--update", is_flag=True, help=later("把实际的提示和修改写进示例的 expect、fixed 块，请逐条看过"))
@click.argument("paths", nargs=-1, required=True, metavar=later("规则文件…"), shell_complete=completing.paths)
def command(update: bool, paths: tuple[str, ...]) -> int:
    """Try every example of every rule in three formats."""
    from gxlint.testing.examples import ExampleError, NotationError, cases, check_rule_examples

    failed = 0
    for path in _files(paths):
        rule = _load(path)
        try:
            if update and _update(rule):
                click.echo(_("{path}：示例已更新，请逐条看过", path=path))
                rule = _load(path)
            check_rule_examples(rule)
        except (ExampleError, NotationError) as error:
            failed += 1
            click.echo(_("{path}：没有通过", path=path))
            click.echo(str(error))
        else:
            click.echo(_("{path}：通过 {n} 个示例", path=path, n=len(list(cases(rule)))))
    return FINDINGS if failed else OK


def _update(rule: Rule) -> bool:
    """Write what is found into the examples; say whether anything has changed."""
    from gxlint.testing.examples import cases
    from gxlint.testing.updating import update_case

    changed = [update_case(case) for case in cases(rule)]
    return any(changed)


def _files(paths: tuple[str, ...]) -> Iterator[str]:
    for path in paths:
        if os.path.isdir(path):
            names = sorted(os.listdir(path))
            yield from (os.path.join(path, name) for name in names if name.endswith(".py") and name[0] != "_")
        else:
            yield path


def _load(path: str) -> Rule:
    """The rule in a file.

    Raises:
        click.UsageError: it cannot be imported, or holds no rule.
    """
    name = os.path.splitext(os.path.basename(path))[0]
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None or not os.path.isfile(path):
        raise click.UsageError(_("{path} 不是 Python 文件", path=path))
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise click.UsageError(
            _("{path} 运行不了：{error}", path=path, error=f"{type(error).__name__}: {error}")
        ) from error
    check = getattr(module, "check", None)
    if not isinstance(check, Rule):
        raise click.UsageError(_("{path} 里没有规则：check 上面缺少 @rule(…)", path=path))
    return check
