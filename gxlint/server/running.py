"""Starts the server on what connects it with an editor."""

from __future__ import annotations

import logging
import os
import sys
from typing import BinaryIO

from gxlint.server.server import GxlintServer


def serve_stdio(*, trusted: bool = False) -> None:
    """Speak with the editor that started this process, until it leaves."""
    reader, writer = _take_streams()
    GxlintServer(trusted=trusted).start_io(reader, writer)


def serve_tcp(host: str, port: int, *, trusted: bool = False) -> None:
    """Wait for an editor at a port of this machine."""
    GxlintServer(trusted=trusted).start_tcp(host, port)


def serve_websocket(host: str, port: int, *, trusted: bool = False) -> None:
    """Wait for an editor in a browser."""
    GxlintServer(trusted=trusted).start_ws(host, port)


def log_to_stderr(level: str) -> None:
    """Write the log to where editors keep it; of pygls only what is fatal, for it calls every stale request an error.

    Args:
        level: ``debug``, ``info``, ``warning`` or ``error``.
    """
    logging.basicConfig(stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s")
    logging.getLogger("gxlint").setLevel(level.upper())
    logging.getLogger("pygls").setLevel(logging.DEBUG if level == "debug" else logging.CRITICAL)


def _take_streams() -> tuple[BinaryIO, BinaryIO]:
    """The streams to the editor, kept from everybody else: a plugin's ``print`` would end the conversation."""
    sys.stdout.flush()
    reader, writer = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return reader, writer
