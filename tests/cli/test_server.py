"""``gxlint server`` on the command line: its help, and what it says when it cannot be used as asked."""

from __future__ import annotations

import importlib.util
import socket
from collections.abc import Iterator

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def taken() -> Iterator[str]:
    """A port that another program waits at."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield str(other.getsockname()[1])


def test_the_help_names_every_way_to_connect(gxlint: Run) -> None:
    shown = gxlint("server", "--help")
    assert shown.status == 0
    for option in ("--stdio", "--tcp 端口", "--ws 端口", "--host 地址", "--trust", "--log-level 级别", "--lang 语言"):
        assert option in shown.out
    assert "--tcp PORT" in gxlint("server", "--help", "--lang", "en").out


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (["--stdin"], "没有选项 --stdin；是不是 --stdio"),
        (["--tcp", "lsp"], "--tcp 应是 1 到 65535 的整数"),
        (["--tcp", "0"], "--tcp 应是 1 到 65535 的整数"),
        (["--ws", "70000"], "--ws 应是 1 到 65535 的整数"),
        (["--tcp", "4000", "--ws", "4001"], "--stdio、--tcp 与 --ws 只能选一个"),
        (["--stdio", "--tcp", "4000"], "--stdio、--tcp 与 --ws 只能选一个"),
        (["--log-level", "loud"], "--log-level 只能是 debug、info、warning、error"),
        (["草稿.md"], "多余的参数：草稿.md"),
    ],
)
def test_wrong_usage_is_explained(gxlint: Run, arguments: list[str], fault: str) -> None:
    said = gxlint("server", *arguments)
    assert (said.status, said.out) == (2, "")
    first, second = said.err.splitlines()
    assert first.startswith(f"用法有误：{fault}")
    assert second == "用 gxlint server --help 查看用法"


@pytest.mark.parametrize("way", ["--tcp", "--ws"])
def test_a_port_that_is_taken_is_named(gxlint: Run, taken: str, way: str) -> None:
    said = gxlint("server", way, taken)
    assert (said.status, said.out) == (2, "")
    assert said.err == f"127.0.0.1:{taken} 已被其他程序占用；请换一个端口，或结束占用它的程序\n"


@pytest.mark.parametrize("host", ["nowhere.invalid", "192.0.2.1"])
def test_an_address_of_another_machine_is_refused(gxlint: Run, host: str) -> None:
    said = gxlint("server", "--tcp", "4000", "--host", host)
    assert said.status == 2
    assert said.err == f"不能在 {host}:4000 上等候：{host} 不是这台机器的地址\n"


def test_what_websockets_need_is_named(gxlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "websockets" else find(name))
    said = gxlint("server", "--ws", "4000")
    assert said.status == 2
    assert "pip install 'gxlint[ws]'" in said.err
