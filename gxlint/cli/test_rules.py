"""``gxlint test-rules``: runs the examples that rules are documented with."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterator, Sequence

import click

from gxlint.cli import completing
from gxlint.cli.commands import CONTEXT, Command
from gxlint.cli.status import FINDINGS, OK
from gxlint.config.finding import FILE, PYPROJECT
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
        if update and path.endswith(".toml"):
            click.echo(_("{file}：TOML 里的示例请自己改写", file=path), err=True)
        for number, rule in enumerate(_load(path)):
            name = f"{path} {rule.id}" if rule.written else path
            try:
                if update and not rule.written and _update(rule):
                    click.echo(_("{path}：示例已更新，请逐条看过", path=name))
                    rule = _load(path)[number]
                check_rule_examples(rule)
            except (ExampleError, NotationError) as error:
                failed += 1
                click.echo(_("{path}：没有通过", path=name))
                click.echo(str(error))
            else:
                click.echo(_("{path}：通过 {n} 个示例", path=name, n=len(list(cases(rule)))))
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
            yield from (os.path.join(path, name) for name in names if _holds_rules(name))
        else:
            yield path


def _holds_rules(name: str) -> bool:
    """Whether a file of a folder is one of rules: none of helpers, and no configuration."""
    return name.endswith((".py", ".toml")) and name[0] != "_" and name not in (FILE, PYPROJECT)


def _load(path: str) -> Sequence[Rule]:
    """The rules in a file.

    Raises:
        click.UsageError: it cannot be imported, holds no rule, or a rule in it is not written as it should be.
    """
    return _written(path) if path.endswith(".toml") else [_programmed(path)]


def _written(path: str) -> Sequence[Rule]:
    from gxlint.toml_rules import read_rules

    file = read_rules(path)
    if file.mistakes:
        raise click.ClickException("\n".join([_("{path} 写得不对：", path=path), *map(str, file.mistakes)]))
    return file.rules


def _programmed(path: str) -> Rule:
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
