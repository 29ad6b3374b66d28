"""``gxlint server``."""

from __future__ import annotations

import errno
import importlib.util
import socket

import click

from gxlint.cli.commands import CONTEXT, Command
from gxlint.cli.status import FAILURE, OK
from gxlint.i18n import _, later

_PORT = click.IntRange(1, 65_535)


@click.command(
    cls=Command,
    context_settings=CONTEXT,
    options_metavar=later("[选项]"),
    help=later("启动语言服务器，供编辑器边写边查；平时由编辑器启动，通过标准输入输出通信。"),
)
@click.option("--stdio", is_flag=True, help=later("通过标准输入输出通信（默认）"))
@click.option("--tcp", type=_PORT, metavar=later("端口"), help=later("在这个 TCP 端口上等候编辑器"))
@click.option("--ws", type=_PORT, metavar=later("端口"), help=later("在这个 WebSocket 端口上等候编辑器"))
@click.option("--host", default="127.0.0.1", metavar=later("地址"), help=later("等候时监听的地址（默认只限本机）"))
@click.option("--trust", is_flag=True, help=later("加载配置里按路径指定的插件；编辑器自己会说明的不必给"))
@click.option(
    "--log-level",
    type=click.Choice(["debug", "info", "warning", "error"]),
    default="warning",
    metavar=later("级别"),
    help=later("日志的详细程度：debug、info、warning（默认）、error"),
)
def command(stdio: bool, tcp: int | None, ws: int | None, host: str, trust: bool, log_level: str) -> int:
    """Serve one editor."""
    if sum((stdio, tcp is not None, ws is not None)) > 1:
        raise click.UsageError(_("--stdio、--tcp 与 --ws 只能选一个"))
    if ws is not None and importlib.util.find_spec("websockets") is None:
        raise click.UsageError(_("WebSocket 需要另装一个包：pip install 'gxlint[ws]'"))
    from gxlint.server import running, tidying  # costs forty bare interpreter starts

    tidying.only_in_pauses()
    running.log_to_stderr(log_level)
    serve = running.serve_tcp if ws is None else running.serve_websocket
    port = tcp or ws
    if port is None:
        running.serve_stdio(trusted=trust)
        return OK
    try:
        serve(host, port, trusted=trust)
    except OSError as error:
        click.echo(_why_no_port(host, port, error), err=True)
        return FAILURE
    return OK


def _why_no_port(host: str, port: int, error: OSError) -> str:
    """What kept the server from waiting for an editor, and what to do."""
    place = f"{host}:{port}"
    if error.errno == errno.EADDRINUSE:
        return _("{place} 已被其他程序占用；请换一个端口，或结束占用它的程序", place=place)
    if error.errno == errno.EADDRNOTAVAIL or isinstance(error, socket.gaierror):
        return _("不能在 {place} 上等候：{host} 不是这台机器的地址", place=place, host=host)
    if error.errno == errno.EACCES:
        return _("没有使用 {place} 的权限；请换一个 1024 以上的端口", place=place)
    return _("不能在 {place} 上等候编辑器：{error}", place=place, error=error.strerror or error)
