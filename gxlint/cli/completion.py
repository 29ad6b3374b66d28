"""``gxlint completion``: scripts by which shells complete what is typed; and the answers that these ask for."""

from __future__ import annotations

import os

import click

from gxlint.cli.commands import CONTEXT, Command
from gxlint.cli.status import OK
from gxlint.i18n import _, later

_NAME = "gxlint"
_SHELLS = ("bash", "zsh", "fish", "powershell")


@click.command(
    cls=Command,
    context_settings=CONTEXT,
    options_metavar="",
    help=later(
        "输出命令行补全的脚本，按 Tab 就能补全命令、选项、规则编号、格式和种类：\n"
        "  bash（4.4 以上）  gxlint completion bash > ~/.local/share/bash-completion/completions/gxlint\n"
        "  zsh               gxlint completion zsh > ~/.zfunc/_gxlint，并在 .zshrc 的 compinit 之前写 fpath+=~/.zfunc\n"
        "  fish              gxlint completion fish > ~/.config/fish/completions/gxlint.fish\n"
        "  PowerShell        gxlint completion powershell >> $PROFILE\n"
        "写好后重新打开终端。"
    ),
)
@click.argument("shell", type=click.Choice(_SHELLS), metavar=later("外壳"))
def command(shell: str) -> int:
    """Print the script."""
    from click.shell_completion import ShellComplete, get_completion_class

    from gxlint.cli.main import COMPLETION, cli

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(_("装着的 click 太旧，不支持 {shell} 补全；请升级：pip install -U click", shell=shell))
    click.echo(ShellComplete.source(kind(cli, {}, _NAME, COMPLETION)), nl=False)
    return OK


def answer(instruction: str) -> int:
    """Answer a script.

    Args:
        instruction: what :data:`~gxlint.cli.main.COMPLETION` holds.

    Returns:
        The exit status. Whatever goes wrong, nobody wants to read of it between two words of a command.
    """
    from click.shell_completion import shell_complete

    from gxlint.cli.main import COMPLETION, cli

    _join_options()
    try:
        return shell_complete(cli, {}, _NAME, COMPLETION, instruction)
    except Exception:
        return 1


def _join_options() -> None:
    """Make ``--select = a`` of bash, which splits words there, into ``--select a``, which click understands."""
    import shlex

    from click.shell_completion import split_arg_string

    words, current = split_arg_string(os.environ.get("COMP_WORDS", "")), os.environ.get("COMP_CWORD", "")
    signs = [at for at in range(1, len(words) - 1) if words[at] == "=" and words[at - 1].startswith("--")]
    if not signs or not current.isdigit():
        return
    os.environ["COMP_WORDS"] = shlex.join([word for at, word in enumerate(words) if at not in signs])
    os.environ["COMP_CWORD"] = str(int(current) - sum(at < int(current) for at in signs))
