"""The drafts that an editor has open, with the text as it stands there.

pygls keeps texts, too, but ends lines at U+2028, vertical tabs and form feeds, where the protocol does not: after an
edit behind one of them its copy would differ from the editor's for good. So the protocol's messages on texts end here.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from urllib.parse import unquote, urlsplit, urlunsplit

from lsprotocol import types
from pygls.uris import to_fs_path

from gxlint.server.places import Places

#: The scheme of a Word file shown as its linear text. Its text is the server's own; nobody edits it.
PROJECTION = "gxlint-docx"
_SHOWN_AS = ".txt"


class Draft:
    """An open draft."""

    def __init__(self, item: types.TextDocumentItem, encoding: str) -> None:
        self.uri = item.uri
        self.language_id = item.language_id
        self.version = item.version
        self.text = item.text
        self._encoding = encoding

    @property
    def is_projection(self) -> bool:
        """Whether it shows a Word file, which itself is at :attr:`path`."""
        return urlsplit(self.uri).scheme == PROJECTION

    @cached_property
    def path(self) -> str:
        """The file's path; empty for a draft that is in no file yet."""
        parts = urlsplit(self.uri)
        if parts.scheme not in ("file", PROJECTION):
            return ""
        path = os.path.normpath(to_fs_path(urlunsplit(parts._replace(scheme="file"))) or "")
        return path.removesuffix(_SHOWN_AS) if self.is_projection else path

    @cached_property
    def places(self) -> Places:
        """The places of its text as the editor names them."""
        return Places(self.text, self._encoding)

    def change(self, changes: Sequence[types.TextDocumentContentChangeEvent], version: int) -> None:
        """Make edits, each in the text that the one before has left."""
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = self.places.span(change.range)
                self.text = self.text[:start] + change.text + self.text[end:]
            else:
                self.text = change.text
            self.__dict__.pop("places", None)
        self.version = version


class Drafts:
    """The open drafts, by URI. Editors do not agree which characters of one are to be escaped."""

    def __init__(self) -> None:
        self._drafts: dict[str, Draft] = {}

    def __iter__(self) -> Iterator[Draft]:
        return iter(tuple(self._drafts.values()))

    def open(self, item: types.TextDocumentItem, encoding: str) -> Draft:
        """Take up a draft; one that is open already is replaced."""
        draft = self._drafts[unquote(item.uri)] = Draft(item, encoding)
        return draft

    def get(self, uri: str) -> Draft | None:
        """The draft, if it is open."""
        return self._drafts.get(unquote(uri))

    def close(self, uri: str) -> Draft | None:
        """Forget a draft."""
        return self._drafts.pop(unquote(uri), None)
