"""Talks with the bundled server as an editor does, in an interpreter that refuses compiled packages.

``python -I try_bundle.py start.py``; the second time, with ``--serve``, it is that interpreter.
"""

from __future__ import annotations

import json
import runpy
import subprocess
import sys
from importlib.machinery import ExtensionFileLoader, PathFinder
from typing import IO, Any

_DRAFT = "# 青禾县云溪镇2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n截止2024年底，共公开信息10条。\n"
_URI = "file:///draft.md"
_DOCUMENT = {"textDocument": {"uri": _URI}}
_RANGE = {"start": {"line": 0, "character": 0}, "end": {"line": 5, "character": 0}}
_CLIENT = {"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": True}}}


class _Refusal(PathFinder):
    """Finds what is pure, and what is part of Python."""

    @classmethod
    def find_spec(cls, fullname: str, path: Any = None, target: Any = None) -> Any:
        spec = super().find_spec(fullname, path, target)
        is_foreign = (
            spec is not None and isinstance(spec.loader, ExtensionFileLoader) and "site-packages" in spec.origin
        )
        if is_foreign or fullname.split(".")[0] in ("docx", "lxml", "numpy", "pygments"):
            raise ImportError(f"refused: {fullname}")
        return spec


def serve(start: str) -> None:
    """Be the interpreter."""
    sys.meta_path[:] = [_Refusal if finder is PathFinder else finder for finder in sys.meta_path]
    sys.argv = [start, "server"]
    runpy.run_path(start, run_name="__main__")


def talk(start: str) -> None:
    """Ask for everything once.

    Raises:
        AssertionError: an answer is not what it should be.
    """
    command = [sys.executable, "-I", "-B", __file__, start, "--serve"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        speaker = _Speaker(server.stdin, server.stdout)
        speaker.ask("initialize", {"processId": None, "rootUri": None, "capabilities": _CLIENT})
        speaker.say("initialized", {})
        item = {"uri": _URI, "languageId": "markdown", "version": 1, "text": _DRAFT}
        speaker.say("textDocument/didOpen", {"textDocument": item})
        found = {item["code"] for item in speaker.ask("textDocument/diagnostic", _DOCUMENT)["items"]}
        assert "missing-section" in found, found
        for method in ("documentSymbol", "foldingRange"):
            assert speaker.ask(f"textDocument/{method}", _DOCUMENT), method
        options = {"tabSize": 4, "insertSpaces": True}
        speaker.ask("textDocument/formatting", {**_DOCUMENT, "options": options})
        assert speaker.ask("textDocument/codeAction", {**_DOCUMENT, "range": _RANGE, "context": {"diagnostics": []}})
        assert speaker.ask("workspace/executeCommand", {"command": "gxlint.listRules", "arguments": []})
        speaker.ask("shutdown", None)
        speaker.say("exit", None)
        assert server.wait(120) == 0


class _Speaker:
    """Speaks the protocol."""

    def __init__(self, writer: IO[bytes], reader: IO[bytes]) -> None:
        self._writer, self._reader, self._number = writer, reader, 0

    def say(self, method: str, params: object, **more: object) -> None:
        """Tell the server something."""
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        self._writer.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._writer.flush()

    def ask(self, method: str, params: object) -> Any:
        """Ask the server something and wait for the answer; what else it says is passed over."""
        self._number += 1
        self.say(method, params, id=self._number)
        while True:
            message = self._hear()
            if message.get("id") == self._number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _hear(self) -> Any:
        length = 0
        while line := self._reader.readline().strip():
            name, _colon, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server has gone"
        return json.loads(self._reader.read(length))


if __name__ == "__main__":
    (serve if "--serve" in sys.argv else talk)(sys.argv[1])
