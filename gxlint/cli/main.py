"""The command ``gxlint``: its subcommands, its exit status, and what a user sees when something goes wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from gxlint import __version__
from gxlint.cli import garbage, language, leaving, streams
from gxlint.cli.commands import CONTEXT, Entry, LazyGroup
from gxlint.cli.status import FAILURE, FINDINGS, INTERRUPTED, OK
from gxlint.config.values import ConfigError
from gxlint.git import GitError
from gxlint.hosting.hosting import limit_time
from gxlint.i18n import _, later, speaking

#: A shell that completes a command line sets it.
COMPLETION = "_GXLINT_COMPLETE"

ENTRIES = {
    "check": Entry("gxlint.cli.check", later("检查文稿；省略命令时就是它")),
    "fix": Entry("gxlint.cli.fix", later("修复文稿里能自动修复的问题")),
    "show": Entry("gxlint.cli.show", later("显示从文稿中读出了什么：各部分、三张表、各项说明")),
    "rules": Entry("gxlint.cli.rules", later("列出所有规则")),
    "explain": Entry("gxlint.cli.explain", later("解释一条规则：为什么、怎么改、依据、选项")),
    "baseline": Entry("gxlint.cli.baseline", later("把现有的问题记进基线，以后只提示新出现的")),
    "config": Entry("gxlint.cli.config", later("显示起作用的设置，以及写在哪里")),
    "init": Entry("gxlint.cli.init", later("写一个带说明的配置文件")),
    "new": Entry("gxlint.cli.new", later("新建一条规则，或一份报告的骨架")),
    "clean": Entry("gxlint.cli.clean", later("删除缓存的检查结果")),
    "server": Entry("gxlint.cli.server", later("启动语言服务器，供编辑器边写边查")),
    "completion": Entry("gxlint.cli.completion", later("输出命令行补全的脚本")),
    "test-rules": Entry("gxlint.cli.test_rules", later("运行规则文件里的示例")),
}


@click.command(
    cls=LazyGroup,
    entries=ENTRIES,
    default="check",
    invoke_without_command=True,
    context_settings=CONTEXT,
    options_metavar="",
    subcommand_metavar=later("[命令] [选项] [路径]…"),
    help=later("检查政府信息公开工作年度报告的文稿（.docx、.md、.txt）。"),
)
@click.option("--version", is_flag=True, is_eager=True, help=later("显示版本"))
@click.option("--debug", is_flag=True, help=later("出错时给出完整的经过"))
@click.pass_context
def cli(context: click.Context, version: bool, debug: bool) -> None:
    """The group; does what concerns all commands."""
    if version:
        click.echo(f"gxlint {__version__}")
        context.exit()
    if debug:
        import logging

        logging.basicConfig(format="%(message)s")
        logging.getLogger("gxlint").setLevel(logging.DEBUG)
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave the interpreter.

    See :mod:`gxlint.cli.status` for what it leaves.
    """
    streams.prepare()
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    before = leaving.threads()
    try:
        limit_time()
        with garbage.none_expected(), speaking(language.chosen(arguments)):
            asked = os.environ.get(COMPLETION)
            status = _complete(asked) if asked else _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has seen enough
        streams.abandon(sys.stdout)
        status = FINDINGS
    except OSError as error:
        with speaking(language.chosen(arguments)):
            streams.complain_of_output(error)
        streams.abandon(sys.stdout)
        status = FAILURE
    leaving.hurry(before, status)
    sys.exit(status)


def _run(arguments: Sequence[str]) -> int:
    try:
        with cli.make_context("gxlint", list(arguments)) as context:
            status = cli.invoke(context)
        return status if isinstance(status, int) else OK
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        from gxlint.cli.complaints import complain

        complain(error)
        return FAILURE
    except ConfigError as error:
        click.echo(_("配置有误：{error}", error=error), err=True)
        return FAILURE
    except GitError as error:
        click.echo(str(error), err=True)
        return FAILURE
    except (KeyboardInterrupt, click.Abort):
        click.echo(_("已中断"), err=True)
        return INTERRUPTED
    except Exception as error:  # the last net: a user never sees a traceback without asking for it
        if isinstance(error, BrokenPipeError) or (isinstance(error, OSError) and streams.is_of_output(error)):
            raise
        return _unexpected(error, debug="--debug" in arguments)


def _complete(instruction: str) -> int:
    from gxlint.cli.completion import answer

    return answer(instruction)


def _unexpected(error: Exception, *, debug: bool) -> int:
    if debug:
        import traceback

        traceback.print_exception(error)
    text = " ".join(f"{type(error).__name__}: {error}".split())
    hint = _("请在命令前加 --debug（gxlint --debug …）再运行一次，把屏幕上的内容发给 gxlint 的开发者")
    click.echo(_("gxlint 内部出错：{text}。{hint}", text=text, hint=hint), err=True)
    return FAILURE
