"""Neovim and Emacs, set up as the documentation says: what they show is what ``gxlint check`` finds."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest
from lsprotocol import types

from gxlint.testing import CorrectReport
from gxlint.testing.shapes import PIPE_MARKDOWN
from tests.server.clients.conversation import Told
from tests.server.clients.session import EGLOT, NEOVIM, Client, Found, Step, checked, drive
from tests.server.mirror import Mirror

#: Behind an astral letter, a letter with a combining mark, a full-width space and a soft break, which ends no line.
REPORT = (
    CorrectReport()
    .with_paragraph("六", "𠮷祥社区e\u0301点\u3000的意见\u2028已办结。。𠮷祥社区截止12月底没有新的意见。")
    .with_cell("applications", "granted", "total", "9")
)
DRAFT = PIPE_MARKDOWN.write(REPORT).decode()
STEPS: list[Step] = [
    ("replace", "𠮷祥社区e", "𠮷祥、𠮷庆社区\u2029e"),
    ("act", "。。", "只留"),
    ("replace", "| 0 | 9 |", "| 0 | 7 |"),
]
#: At first, and after each step.
TEXTS = [
    DRAFT,
    MOVED := DRAFT.replace("𠮷祥社区e", "𠮷祥、𠮷庆社区\u2029e"),
    FIXED := MOVED.replace("。。", "。"),
    FIXED.replace("| 0 | 9 |", "| 0 | 7 |"),
]


CLIENTS = pytest.mark.parametrize("client", [NEOVIM, EGLOT], ids=lambda client: client.name)


@CLIENTS
def test_an_editor_shows_what_is_found(client: Client, tmp_path: Path) -> None:
    seen, conversation = drive(client, tmp_path / "editor", DRAFT, STEPS)
    assert [[found.rule for found in state.found] for state in seen] == [
        ["misused-jiezhi", "outcome-sum-mismatch", "repeated-punctuation", "row-sum-mismatch"],
        ["misused-jiezhi", "outcome-sum-mismatch", "repeated-punctuation", "row-sum-mismatch"],
        ["misused-jiezhi", "outcome-sum-mismatch", "row-sum-mismatch"],
        ["misused-jiezhi"],
    ]
    for number, state in enumerate(seen):
        assert state.found == checked(tmp_path / str(number), state.text)
    assert [state.text for state in seen] == TEXTS
    assert [text.text for text in conversation.texts()] == TEXTS
    assert not conversation.failures
    assert not conversation.log
    told = [(told.text.text, _as_checked(told)) for told in conversation.told()]
    # An editor that sends its settings after the draft is told the same again.
    assert [one for one, _again in groupby(told)] == [(state.text, state.found) for state in seen]


@CLIENTS
def test_settings_of_the_editor_count(client: Client, tmp_path: Path) -> None:
    lose: Step = ("lose", "misused-jiezhi", "")
    seen, conversation = drive(client, tmp_path / "editor", DRAFT, [lose], ignored="misused-jiezhi")
    assert [found.rule for found in seen[-1].found] == [
        "outcome-sum-mismatch",
        "repeated-punctuation",
        "row-sum-mismatch",
    ]
    assert not conversation.failures


def _as_checked(told: Told) -> list[Found]:
    """Findings as they were sent, in the words of ``gxlint check``."""
    by_points = Mirror(told.text.text, "utf-32")

    def place(position: types.Position) -> tuple[int, int]:
        point = by_points.position(told.text.offset(position))
        return point.line + 1, point.character + 1

    return sorted(
        Found(str(item.code), *place(item.range.start), *place(item.range.end), item.message)
        for item in told.diagnostics
    )
