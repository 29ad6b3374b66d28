"""What an editor and its server said to each other, as the recorder wrote it down."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from lsprotocol import types
from pygls.protocol import default_converter

from tests.server.clients.recorder import FROM_EDITOR, FROM_SERVER, LOG
from tests.server.mirror import Mirror

Message = Mapping[str, Any]


class Told(NamedTuple):
    """Findings as they were sent, with the text that they are about."""

    text: Mirror
    diagnostics: Sequence[types.Diagnostic]


class Conversation:
    """A recorded conversation on one draft."""

    def __init__(self, folder: Path) -> None:
        self.from_editor = tuple(_messages((folder / FROM_EDITOR).read_bytes()))
        self.from_server = tuple(_messages((folder / FROM_SERVER).read_bytes()))
        self.log = (folder / LOG).read_text(encoding="utf-8")
        self._converter = default_converter()  # type: ignore[no-untyped-call]  # pygls

    @property
    def failures(self) -> list[Message]:
        """Errors and pop-ups; that an answer is outdated is none."""
        outdated = {code.value for code in (types.LSPErrorCodes.ServerCancelled, types.LSPErrorCodes.ContentModified)}
        return [
            message
            for message in self.from_server
            if message.get("method") == types.WINDOW_SHOW_MESSAGE
            or ("error" in message and message["error"]["code"] not in outdated)
        ]

    @property
    def encoding(self) -> str:
        """Of positions, as the server has answered."""
        answers = (message["result"] for message in self.from_server if isinstance(message.get("result"), dict))
        capabilities = next(answer["capabilities"] for answer in answers if "capabilities" in answer)
        return str(capabilities.get("positionEncoding", "utf-16"))

    def texts(self) -> list[Mirror]:
        """The draft as it was opened, and after each edit."""
        return list(dict.fromkeys(self._text_at.values()))

    def told(self) -> Iterator[Told]:
        """What was found in the open draft, pushed or pulled, in order."""
        for message in self.from_server:
            if message.get("method") == types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS:
                pushed = self._read(message["params"], types.PublishDiagnosticsParams)
                if pushed.version is not None:
                    yield Told(self._text_at["version", pushed.version], pushed.diagnostics)
            elif ("question", message.get("id")) in self._text_at and message.get("result", {}).get("kind") == "full":
                report = self._read(message["result"], types.RelatedFullDocumentDiagnosticReport)
                yield Told(self._text_at["question", message["id"]], report.items)

    @cached_property
    def _text_at(self) -> dict[tuple[str, Any], Mirror]:
        """The draft by its version, and by the id of each question on what is found in it."""
        texts: dict[tuple[str, Any], Mirror] = {}
        text = Mirror("", self.encoding)
        for message in self.from_editor:
            match message.get("method"):
                case types.TEXT_DOCUMENT_DID_OPEN:
                    opened = self._read(message["params"], types.DidOpenTextDocumentParams).text_document
                    text = texts["version", opened.version] = Mirror(opened.text, text.encoding)
                case types.TEXT_DOCUMENT_DID_CHANGE:
                    changed = self._read(message["params"], types.DidChangeTextDocumentParams)
                    text = text.changed(changed.content_changes)
                    texts["version", changed.text_document.version] = text
                case types.TEXT_DOCUMENT_DIAGNOSTIC:
                    texts["question", message["id"]] = text
        return texts

    def _read(self, value: object, kind: type[Any]) -> Any:
        return self._converter.structure(value, kind)


def _messages(stream: bytes) -> Iterator[Message]:
    while stream:
        head, _, rest = stream.partition(b"\r\n\r\n")
        fields = dict(line.split(": ") for line in head.decode("ascii").split("\r\n"))
        length = int(fields["Content-Length"])
        yield json.loads(rest[:length])
        stream = rest[length:]
