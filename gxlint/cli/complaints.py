"""What click finds wrong with a command line, in the user's language."""

from __future__ import annotations

import click

from gxlint.cli.commands import nearest, placeholder
from gxlint.i18n import _


def complain(error: click.ClickException) -> None:
    """Say what is wrong and what to do, on standard error."""
    if not isinstance(error, click.UsageError):
        click.echo(error.format_message(), err=True)
        return
    click.echo(_("用法有误：{fault}", fault=_fault(error)), err=True)
    context = getattr(error, "ctx", None)
    if context is not None:
        click.echo(_("用 {command} --help 查看用法", command=context.command_path), err=True)


def _fault(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            # of a single letter nothing can be guessed
            hint = nearest(error.option_name, _options(error.ctx)) if error.option_name.startswith("--") else []
            fault = _("没有选项 {option}", option=error.option_name)
            return _("{fault}；是不是 {hint}？", fault=fault, hint=_("、").join(hint)) if hint else fault
        case click.MissingParameter(param=click.Parameter(type=click.Choice(choices=choices))):
            return _("缺少{name}：{choices}", name=_name(error), choices=_("、").join(map(str, choices)))
        case click.MissingParameter():
            return _("缺少{name}", name=_name(error))
        case click.BadParameter(param=click.Parameter(type=click.Choice(choices=choices))):
            return _("{name} 只能是 {choices}", name=_name(error), choices=_("、").join(map(str, choices)))
        case click.BadParameter(param=click.Parameter(type=click.IntRange(min=int() as low, max=int() as high))):
            return _("{name} 应是 {least} 到 {most} 的整数", name=_name(error), least=low, most=high)
        case click.BadParameter(param=click.Parameter(type=click.types.IntParamType() as number)):
            least = getattr(number, "min", None)
            if least is None:
                return _("{name} 应是一个整数", name=_name(error))
            return _("{name} 应是不小于 {least} 的整数", name=_name(error), least=least)
        case click.BadParameter():
            return _("{name}：{message}", name=_name(error), message=error.message)
        case click.BadOptionUsage():
            return _("选项 {option} 的用法不对，它后面要有一个值", option=error.option_name)
        case _other:
            return error.format_message()


def _name(error: click.BadParameter) -> str:
    if error.param is None or error.ctx is None:
        return str(error.param_hint or "")
    if isinstance(error.param, click.Option):
        return error.param.opts[-1]
    return placeholder(error.param.make_metavar(error.ctx))


def _options(context: click.Context | None) -> list[str]:
    return [name for param in context.command.get_params(context) for name in param.opts] if context else []
