"""The least that the language server takes for an editor: it types, waits for findings, and asks questions."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from time import perf_counter
from typing import IO, Any

from bench import timing

_URI = "file:///nowhere/draft.md"
_ABILITIES = {"relatedInformation": True, "codeDescriptionSupport": True, "tagSupport": {"valueSet": [1]}}


class Editor:
    """An editor with one draft, to which findings are pushed."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self.pid = process.pid
        self._to_server: IO[bytes] = process.stdin
        self._from_server: IO[bytes] = process.stdout
        self._news = threading.Condition()
        self._published: dict[int, float] = {}
        self._answered: dict[int, float] = {}
        self._number = 0
        threading.Thread(target=self._listen, daemon=True).start()
        capabilities = {"textDocument": {"publishDiagnostics": _ABILITIES}}
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": capabilities})
        self._send({"method": "initialized", "params": {}})

    def open(self, text: str) -> None:
        """Open the draft, as version 0."""
        item = {"uri": _URI, "languageId": "markdown", "version": 0, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": item}})

    def replace(self, version: int, line: int, start: int, end: int, words: str) -> None:
        """Replace code units of a line."""
        span = {"start": {"line": line, "character": start}, "end": {"line": line, "character": end}}
        document = {"uri": _URI, "version": version}
        params = {"textDocument": document, "contentChanges": [{"range": span, "text": words}]}
        self._send({"method": "textDocument/didChange", "params": params})

    def ask(self, method: str, params: object) -> float:
        """Seconds until a question is answered."""
        self._number = number = self._number + 1
        started = perf_counter()
        self._send({"id": number, "method": method, "params": params})
        with self._news:
            self._news.wait_for(lambda: number in self._answered)
        return self._answered[number] - started

    def ask_a_trifle(self) -> float:
        """Seconds until a question is answered that costs nothing: about a draft that is not open."""
        place = {"textDocument": {"uri": "file:///nowhere/other.md"}, "position": {"line": 0, "character": 0}}
        return self.ask("textDocument/hover", place)

    def has(self, version: int) -> bool:
        """Whether the findings of a version are there."""
        return version in self._published

    def found_at(self, version: int) -> float:
        """When the findings of a version came."""
        with self._news:
            self._news.wait_for(lambda: self.has(version))
        return self._published[version]

    def leave(self) -> None:
        """End the server."""
        self.ask("shutdown", None)
        self._send({"method": "exit", "params": None})

    def _send(self, message: Mapping[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to_server.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._to_server.flush()

    def _listen(self) -> None:
        while head := self._from_server.readline():
            if head.startswith(b"Content-Length:"):
                length = int(head.split(b":")[1])
            elif not head.strip():
                body = self._from_server.read(length)
                now = perf_counter()
                self._take(json.loads(body), now)

    def _take(self, message: Mapping[str, Any], now: float) -> None:
        with self._news:
            if message.get("method") == "textDocument/publishDiagnostics":
                self._published[message["params"]["version"]] = now
            elif "method" not in message:
                self._answered[message["id"]] = now
            self._news.notify_all()


@contextmanager
def editor() -> Iterator[Editor]:
    """A server as an editor starts it, and an editor that has said hello to it."""
    command = (*timing.GXLINT, "server")
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=timing.environment(), cwd=timing.ROOT
    ) as process:
        it = Editor(process)
        yield it
        it.leave()
