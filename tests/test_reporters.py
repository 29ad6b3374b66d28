from __future__ import annotations

import io
import json
import re
from collections.abc import Sequence
from itertools import pairwise

import pytest
from rich.cells import cell_len

from gxlint.engine import Result, Status
from gxlint.findings import Diagnostic, Edit, Fix, Related, Safety, Severity
from gxlint.reporters import FORMATS
from gxlint.reporters.base import Style, Summary
from gxlint.reporters.excerpt import excerpt, visible
from gxlint.text import Source, Span

TEXT = "# 青禾县云溪镇人民政府2024年政府信息公开工作年度报告\r\n\r\n截止2024年12月31日，共公开政府信息81条。\r\n"
SOURCE = Source(TEXT, "草稿.md", "markdown")


def at(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def a_diagnostic(words: str = "截止", **changes: object) -> Diagnostic:
    diagnostic = Diagnostic(
        "草稿.md",
        "misused-jiezhi",
        "wording",
        Severity.WARNING,
        "“截止”后接时点，应改为“截至”",
        SOURCE,
        at(words),
        "一、总体情况 第1段",
        (Related(at("12月"), "时点在此"),),
        (Fix("改为“截至”", (Edit(at("截止"), "截至"),), Safety.SAFE),),
        "https://example.gov.cn/jiezhi",
    )
    return diagnostic._replace(**changes)  # type: ignore[arg-type]  # any field


PLAIN = Style()
OPEN = {item.name: item.open for item in FORMATS}


def written(name: str, *files: Sequence[Diagnostic], style: Style = PLAIN, summary: Summary | None = None) -> str:
    stream = io.StringIO()
    reporter = OPEN[name](stream, style, {})
    for diagnostics in files:
        reporter.add(Result(diagnostics[0].path, Status.LINTED, tuple(diagnostics)))
    reporter.finish(summary or Summary())
    return stream.getvalue()


class TestJson:
    def test_a_finding_has_all_that_the_format_promises(self) -> None:
        (found,) = json.loads(written("json", [a_diagnostic()]))
        start = {"line": 3, "column": 1, "offset": 33}
        end = {"line": 3, "column": 3, "offset": 35}
        assert TEXT[33:35] == "截止"
        assert found == {
            "path": "草稿.md",
            "rule": "misused-jiezhi",
            "category": "wording",
            "severity": "warning",
            "message": "“截止”后接时点，应改为“截至”",
            "start": start,
            "end": end,
            "place": "一、总体情况 第1段",
            "related": [
                {
                    "start": {"line": 3, "column": 8, "offset": 40},
                    "end": {"line": 3, "column": 11, "offset": 43},
                    "message": "时点在此",
                }
            ],
            "fixes": [
                {"title": "改为“截至”", "safety": "safe", "edits": [{"start": start, "end": end, "text": "截至"}]}
            ],
            "url": "https://example.gov.cn/jiezhi",
        }

    def test_without_a_place_both_ends_are_null(self) -> None:
        (found,) = json.loads(written("json", [a_diagnostic(source=None, span=None, related=(), fixes=())]))
        assert found["start"] is None
        assert found["end"] is None

    def test_sorted_by_path_and_place_however_they_came(self) -> None:
        files = [
            [a_diagnostic("报告", path="乙.md"), a_diagnostic("截止", path="乙.md")],
            [a_diagnostic(path="丙.md")],
            [a_diagnostic("青禾", path="乙.md"), a_diagnostic(path="甲.md", source=None, span=None)],
        ]
        found = json.loads(written("json", *files))
        assert [(item["path"], item["start"] and item["start"]["column"]) for item in found] == [
            ("丙.md", 1),
            ("乙.md", 3),
            ("乙.md", 28),
            ("乙.md", 1),
            ("甲.md", None),
        ]

    def test_nothing_found_is_an_empty_array(self) -> None:
        assert json.loads(written("json")) == []


class TestText:
    def test_shows_the_words_in_their_line(self) -> None:
        assert written("text", [a_diagnostic()], style=Style(quiet=True)).splitlines() == [
            "草稿.md",
            "  警告 3:1 “截止”后接时点，应改为“截至”  [misused-jiezhi]",
            "       │ 位置：一、总体情况 第1段",
            "     3 │ 截止2024年12月31日，共公开政府信息81条。",
            "       │ ^^^^",
            "       │ 相关：3:8 时点在此",
            "       │ 修复：改为“截至”（可自动修复）",
            "",
        ]

    def test_underlines_by_cells(self) -> None:
        lines = written("text", [a_diagnostic("81条")]).splitlines()
        line, marks = next(pair for pair in pairwise(lines) if "^" in pair[1])
        assert marks.count("^") == 4
        assert cell_len(line[: line.index("81条")]) == cell_len(marks[: marks.index("^")])

    def test_groups_by_file(self) -> None:
        output = written("text", [a_diagnostic(), a_diagnostic("81条")], [a_diagnostic(path="乙.md")])
        assert [line for line in output.splitlines() if line.endswith(".md")] == ["草稿.md", "乙.md"]

    def test_a_finding_without_place_has_no_line(self) -> None:
        output = written("text", [a_diagnostic(source=None, span=None, place="", related=(), fixes=())])
        assert output.splitlines()[1] == "  警告 “截止”后接时点，应改为“截至”  [misused-jiezhi]"
        assert "│" not in output

    def test_colours_only_where_they_are_welcome(self) -> None:
        plain = written("text", [a_diagnostic()])
        coloured = written("text", [a_diagnostic()], style=Style(color=True))
        assert "\x1b" not in plain
        assert "\x1b[33" in coloured
        assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain

    def test_many_related_places_are_cut_short(self) -> None:
        related = tuple(Related(at("81条"), f"第{number}项") for number in range(20))
        output = written("text", [a_diagnostic(related=related)])
        assert "第7项" in output
        assert "第8项" not in output
        assert "另有 12 处" in output

    def test_the_draft_cannot_command_the_terminal(self) -> None:
        text = "全年\x1b[2J公开\u202e信息\x07"
        output = written(
            "text", [a_diagnostic(source=Source(text), span=Span(0, len(text)), message=text, path=text, related=())]
        )
        assert not set(output) & {"\x1b", "\u202e", "\x07"}
        assert "全年␛[2J公开" in output

    def test_the_summary_counts(self) -> None:
        summary = Summary()
        summary.checked, summary.skipped, summary.empty, summary.failed = 4, 3, 2, 1
        summary.count([a_diagnostic(), a_diagnostic(severity=Severity.ERROR, fixes=())])
        assert written("text", summary=summary).splitlines() == [
            "检查了 4 个文件，发现 2 个问题：1 个错误，1 个警告，0 个提示。",
            "其中 1 个可自动修复，0 个可在确认后修复。",
            "3 个文件跳过：不是年度报告。",
            "2 个文件跳过：没有内容。",
            "1 个文件没有检查成，见上面的说明。",
        ]
        assert written("text", summary=summary, style=Style(quiet=True)) == ""

    def test_writes_each_file_at_once_and_keeps_nothing(self) -> None:
        stream = io.StringIO()
        reporter = OPEN["text"](stream, PLAIN, {})
        reporter.add(Result("草稿.md", Status.LINTED, (a_diagnostic(),)))
        assert "misused-jiezhi" in stream.getvalue()


class TestExcerpt:
    def shown(self, text: str, span: Span, width: int = 40) -> list[tuple[int, str, str]]:
        return [
            (line.number, line.text, " " * line.before + "^" * line.cells)
            for line in excerpt(Source(text), span, width)
        ]

    @pytest.mark.parametrize("before", ["", "一" * 5, "一" * 500, "a" * 300])
    @pytest.mark.parametrize("words", ["截止", "八十一条政府信息", "x", "政" * 300])
    @pytest.mark.parametrize("after", ["", "。" * 5, "。" * 500])
    def test_a_long_line_is_cut_around_the_words(self, before: str, words: str, after: str) -> None:
        text = before + words + after
        ((_number, shown, marks),) = self.shown(text, Span(len(before), len(before) + len(words)))
        assert cell_len(shown) <= 40
        left, marked = len(marks) - len(marks.lstrip()), marks.strip()
        kept = words if cell_len(words) <= 40 else shown.strip("…")
        assert cell_len(shown[: shown.index(kept)]) == left
        assert len(marked) >= min(cell_len(kept), 39)
        assert ("…" in shown) == (cell_len(text) > 40)

    def test_a_huge_line_costs_no_more_than_a_long_one(self) -> None:
        text = "政府信息公开，" * 200_000 + "截止" + "政府信息公开，" * 200_000
        ((_number, shown, _marks),) = self.shown(text, at("截止", text))
        assert "截止" in shown
        assert len(shown) <= 40

    def test_words_over_several_lines_show_the_first_and_the_last(self) -> None:
        text = "甲乙丙\n丁\n戊己庚\n"
        assert self.shown(text, Span(1, 8)) == [(1, "甲乙丙", "  ^^^^"), (3, "戊己庚", "^^^^")]

    def test_a_place_between_characters_is_marked(self) -> None:
        assert self.shown("甲乙\n", Span(2, 2)) == [(1, "甲乙", "    ^")]
        assert self.shown("", Span(0, 0)) == [(1, "", "^")]

    def test_tabs_become_room(self) -> None:
        ((_number, shown, marks),) = self.shown("总计\t0\t14", Span(5, 7))
        assert shown[cell_len("总计") // 2 :].endswith("14")
        assert cell_len(shown) - 2 == marks.index("^")


def test_what_is_visible_stays() -> None:
    assert visible("（七）总计　14，“三安全”😀") == "（七）总计　14，“三安全”😀"
    assert "\n" not in visible("两\n行\r")
