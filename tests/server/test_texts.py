"""Whatever is typed, the server has the editor's text and finds in it what a fresh linting finds."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lsprotocol import types

from gxlint.api import Linter
from gxlint.server.desk import Desk
from gxlint.server.diagnostics import shown_diagnostics
from gxlint.server.drafts import Draft
from gxlint.testing import CorrectReport
from gxlint.testing.shapes import HTML_MARKDOWN, PIPE_MARKDOWN, TABBED_TEXT
from tests.server.editor import Editor, editor
from tests.server.mirror import Mirror

ENCODINGS = ("utf-8", "utf-16", "utf-32")
#: All line ends of the protocol, what others take for one, and what is wide, astral, combined or part of a table.
PIECES = (
    *("\n", "\r", "\r\n", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\t", "\u3000", "\ufeff", "\0"),
    *(
        "𠮷",
        "e\u0301",
        "👨\u200d👩\u200d👧",
        "。",
        "。。",
        "7",
        "\uff17",
        "截止12月底",
        "|",
        "\n| 规章 | 0 | 1 | 0 |\n",
        "<td>",
    ),
    *("\n## 六、其他需要报告事项\n", "<!-- gxlint-disable-file -->", "**", "`", "[", "]", "](", "\\"),
)
REPORT = (
    CorrectReport()
    .with_paragraph("六", "𠮷祥社区e\u0301点\u3000的意见\u2028已办结。。")
    .with_cell("applications", "granted", "total", "9")
)
DRAFTS = tuple(shape.write(REPORT).decode() for shape in (PIPE_MARKDOWN, HTML_MARKDOWN, TABBED_TEXT))
SMALL = ("", "甲\u2028乙\x0b丙\n𠮷丁\r\n| 戊 | 1 |\r己", "一、总体情况\r\r\n\n。。")


class Change(NamedTuple):
    """An edit, whatever the text is by then."""

    start: int
    length: int
    """Negative for all that follows."""
    words: str
    whole: bool = False
    """The editor sends its text as a whole, with the words put in front."""

    def place(self, text: str) -> tuple[int, int]:
        """Where it is made: never inside a CRLF, where an editor has no place."""
        start = _outside(text, self.start % (len(text) + 1))
        return start, len(text) if self.length < 0 else _outside(text, min(start + self.length, len(text)))


def _outside(text: str, offset: int) -> int:
    return offset - (text[max(0, offset - 1) : offset + 1] == "\r\n")


WORDS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=4).map("".join)
PLACES = st.integers(0, 10_000)
TYPED = st.builds(Change, PLACES, st.just(0), WORDS)
REPLACED = st.builds(Change, PLACES, st.integers(0, 400), WORDS)
RARE = st.builds(Change, PLACES, st.just(-1), WORDS) | st.builds(Change, PLACES, st.just(0), WORDS, st.just(True))
#: What an editor tells at once.
NOTICES = st.lists(TYPED | TYPED | REPLACED | RARE, min_size=1, max_size=4)
SESSIONS = st.lists(NOTICES, min_size=1, max_size=6)
TEXTS = st.sampled_from((*DRAFTS, *SMALL)) | st.lists(st.sampled_from(PIECES)).map("".join)


def typed(mirror: Mirror, notice: Iterable[Change]) -> tuple[Mirror, list[types.TextDocumentContentChangeEvent]]:
    """The text after edits that are told at once, and what the editor tells."""
    told: list[types.TextDocumentContentChangeEvent] = []
    for change in notice:
        if change.whole:
            mirror = mirror._replace(text=change.words + mirror.text)
            told.append(types.TextDocumentContentChangeWholeDocument(mirror.text))
        else:
            start, end = change.place(mirror.text)
            told.append(types.TextDocumentContentChangePartial(mirror.range(start, end), change.words))
            mirror = mirror._replace(text=mirror.text[:start] + change.words + mirror.text[end:])
    return mirror, told


def fresh(mirror: Mirror, suffix: str) -> list[tuple[types.Range, str | int | None, str]]:
    """What linting anew finds."""
    found = Linter().text(mirror.text, f"/nowhere/草稿{suffix}").diagnostics
    spans = [item.span or (0, 0) for item in found]
    return [(mirror.range(*span), item.rule, item.message) for span, item in zip(spans, found, strict=True)]


def shown(found: Iterable[types.Diagnostic]) -> list[tuple[types.Range, str | int | None, str]]:
    """The same of what the server has found."""
    return [(item.range, item.code, item.message) for item in found]


SUFFIXES = st.sampled_from((".md", ".txt"))


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=TEXTS, session=SESSIONS)
@settings(max_examples=200, deadline=None)
@example("甲\u2028乙\n丙", [[Change(4, 1, "丁")]])
@example("甲\r\n乙", [[Change(3, 0, "\r"), Change(4, 0, "\n")]])
def test_the_text_is_the_editors(encoding: str, text: str, session: Sequence[Sequence[Change]]) -> None:
    mirror = Mirror(text, encoding)
    draft = Draft(types.TextDocumentItem("file:///nowhere/草稿.md", "markdown", 0, text), encoding)
    for version, notice in enumerate(session, 1):
        mirror, told = typed(mirror, notice)
        draft.change(told, version)
        assert draft.text == mirror.text
        for offset in {_outside(mirror.text, offset) for offset in range(0, len(mirror.text) + 1, 37)}:
            assert draft.places.position(offset) == mirror.position(offset)


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=TEXTS, session=SESSIONS, suffix=SUFFIXES)
@settings(max_examples=40, deadline=None)
def test_a_desk_finds_what_is_there(encoding: str, text: str, session: Sequence[Sequence[Change]], suffix: str) -> None:
    asyncio.run(_at_a_desk(Mirror(text, encoding), session, suffix))


async def _at_a_desk(mirror: Mirror, session: Sequence[Sequence[Change]], suffix: str) -> None:
    desk = Desk(lambda _message, *, warning=False: None)
    uri = f"file:///nowhere/草稿{suffix}"
    draft = desk.drafts.open(types.TextDocumentItem(uri, "markdown", 0, mirror.text), mirror.encoding)
    for version, notice in enumerate(session, 1):
        mirror, told = typed(mirror, notice)
        draft.change(told, version)
        desk.outdated(draft)
        linted = await desk.linted(uri)
        assert linted is not None
        assert shown(shown_diagnostics(desk, linted)) == fresh(mirror, suffix)


class Sitting:
    """An editor that stays open for many drafts."""

    def __init__(self, encoding: str) -> None:
        self._runner = asyncio.Runner()
        self._editor = editor(pulls=encoding != "utf-16", encodings=[encoding])
        self._it: Editor = self._runner.run(self._editor.__aenter__())
        self._numbers = count()
        assert self._it.encoding == encoding

    def type(self, mirror: Mirror, session: Sequence[Sequence[Change]], suffix: str) -> None:
        """Type in a new draft."""
        self._runner.run(self._type(mirror, session, suffix))

    async def _type(self, mirror: Mirror, session: Sequence[Sequence[Change]], suffix: str) -> None:
        uri = f"file:///nowhere/{next(self._numbers)}{suffix}"
        self._it.open(mirror.text, uri)
        for notice in session:
            mirror, told = typed(mirror, notice)
            self._it.change(*told, uri=uri)
        assert shown(await self._it.found(uri)) == fresh(mirror, suffix)
        self._it.close(uri)

    def end(self) -> None:
        """Leave; nothing must have been complained of."""
        assert not self._it.client.messages
        self._runner.run(self._editor.__aexit__(None, None, None))
        self._runner.close()


@pytest.fixture(scope="module", params=ENCODINGS)
def sitting(request: pytest.FixtureRequest) -> Iterator[tuple[Sitting, str]]:
    it = Sitting(request.param)
    yield it, request.param
    it.end()


@given(text=TEXTS, session=SESSIONS, suffix=SUFFIXES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_server_finds_what_is_there(
    sitting: tuple[Sitting, str], text: str, session: Sequence[Sequence[Change]], suffix: str
) -> None:
    it, encoding = sitting
    it.type(Mirror(text, encoding), session, suffix)
