"""Suppressions as writers put them into their drafts, in three formats."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import docx
import pytest

from gxlint.testing.drafts import Draft
from gxlint.testing.shapes import PIPE_MARKDOWN, TABBED_TEXT, TYPED_DOCX

from .conftest import CORRECT, Run

WRONG_WORDS = "截止2024年12月31日，本机关布署工作。"
LATER_WORDS = "截止2025年1月15日，已经办结。"
#: Two faults in one paragraph, one in another, one in a table.
FAULTY = CORRECT.with_paragraph("一", WRONG_WORDS, LATER_WORDS).with_cell("disputes", "review", "total", 9)
ALL = [
    ("misused-jiezhi", "截止"),
    ("misspelling", "布署"),
    ("misused-jiezhi", "截止"),
    ("dispute-sum-mismatch", "9"),
]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Text:
    """A draft in a text format, into which remarks are put."""

    def __init__(self, suffix: str) -> None:
        self.path = Path("草稿" + suffix)
        self.remark = "<!-- {} -->" if suffix == ".md" else "// {}"
        self.text = (PIPE_MARKDOWN if suffix == ".md" else TABBED_TEXT).write(FAULTY).decode()

    def save(self, *, end: str = "\n", **remarks: str) -> None:
        """Save it with a line above the first paragraph that begins with the words given."""
        text = self.text
        for words, remark in remarks.items():
            place = {"first": WRONG_WORDS, "second": LATER_WORDS}.get(words, words)
            line = next(line for line in text.split("\n") if place in line)
            text = text.replace(line, f"{self.remark.format(remark)}\n{line}", 1)
        self.path.write_bytes(text.replace("\n", end).encode())


@pytest.fixture(params=[".md", ".txt"])
def draft(request: pytest.FixtureRequest) -> Text:
    return Text(request.param)


def found(gxlint: Run, path: str | Path, *arguments: str) -> list[tuple[str, str]]:
    """Rule and words of each finding."""
    return [(item["rule"], item["words"]) for item in details(gxlint, path, *arguments)]


def details(gxlint: Run, path: str | Path, *arguments: str) -> list[dict[str, Any]]:
    done = gxlint("check", "--format", "json", str(path), *arguments)
    items: list[dict[str, Any]] = json.loads(done.out)
    text = gxlint("show", "--text", str(path)).out
    if not str(path).endswith(".docx"):
        text = Path(path).read_bytes().decode()
    return [{**item, "words": words_at(text, item)} for item in items]


def words_at(text: str, item: dict[str, Any]) -> str:
    return text[item["start"]["offset"] : item["end"]["offset"]] if item["start"] else ""


class TestReach:
    def test_without_any_everything_is_found(self, gxlint: Run, draft: Text) -> None:
        draft.save()
        assert found(gxlint, draft.path) == ALL

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_the_next_line(self, gxlint: Run, draft: Text, end: str) -> None:
        draft.save(first="gxlint-disable-next-line misused-jiezhi: 引用原文", end=end)
        assert found(gxlint, draft.path) == ALL[1:]

    @pytest.mark.parametrize(
        ("names", "left"),
        [
            ("misused-jiezhi, misspelling", ALL[2:]),
            ("misused-jiezhi，misspelling：理由", ALL[2:]),
            ("wording：理由", ALL[2:]),
            ("", ALL[2:]),
            (": 只有理由", ALL[2:]),
        ],
    )
    def test_several_rules_a_category_or_all(
        self, gxlint: Run, draft: Text, names: str, left: list[tuple[str, str]]
    ) -> None:
        draft.save(first=f"gxlint-disable-next-line {names}")
        assert found(gxlint, draft.path) == left

    def test_blank_lines_and_other_remarks_lie_between(self, gxlint: Run, draft: Text) -> None:
        draft.save(first="gxlint-disable-next-line misspelling: 乙\n\n" + draft.remark.format("说明").strip() + "\n")
        draft.save()
        other = draft.remark.format("gxlint-disable-next-line misused-jiezhi: 甲")
        above = draft.remark.format("gxlint-disable-next-line misspelling: 乙")
        text = draft.text.replace(WRONG_WORDS, f"{above}\n\n{draft.remark.format('说明')}\n{other}\n{WRONG_WORDS}")
        draft.path.write_text(text, encoding="utf-8")
        assert found(gxlint, draft.path) == ALL[2:]

    def test_a_whole_table(self, gxlint: Run, draft: Text) -> None:
        head = "| 行政复议 |" if draft.path.suffix == ".md" else "行政复议\t"
        draft.save(**{head: "gxlint-disable-next-line dispute-sum-mismatch: 已核实"})
        assert found(gxlint, draft.path) == ALL[:3]

    def test_a_block(self, gxlint: Run, draft: Text) -> None:
        draft.save(first="gxlint-disable misused-jiezhi: 引用", second="gxlint-enable misused-jiezhi")
        assert found(gxlint, draft.path) == ALL[1:]

    def test_a_block_up_to_the_end(self, gxlint: Run, draft: Text) -> None:
        draft.save(second="gxlint-disable: 以下未定稿")
        assert found(gxlint, draft.path) == ALL[:2]

    def test_enable_ends_what_it_names(self, gxlint: Run, draft: Text) -> None:
        draft.save(first="gxlint-disable misused-jiezhi, misspelling", second="gxlint-enable misspelling")
        assert found(gxlint, draft.path) == ALL[3:]

    def test_the_whole_file_from_anywhere(self, gxlint: Run, draft: Text) -> None:
        draft.save(second="gxlint-disable-file misused-jiezhi: 引用")
        assert found(gxlint, draft.path) == [ALL[1], ALL[3]]

    def test_it_is_no_text_to_other_rules(self, gxlint: Run, draft: Text) -> None:
        draft.save(first="gxlint-disable-file: 截止2024年底，布署(有误),", second="说明：截止2024年底，布署(有误),")
        assert found(gxlint, draft.path) == []

    def test_standard_input(self, gxlint: Run) -> None:
        draft = Text(".md")
        draft.save(first="gxlint-disable-file: 全部")
        assert json.loads(gxlint("check", "-", "--format", "json", stdin=draft.path.read_bytes()).out) == []


class TestUnused:
    @pytest.mark.parametrize(
        ("remark", "words", "message"),
        [
            (
                "gxlint-disable-next-line misused-jiezhi, stale-year: 理由",
                "stale-year",
                "这里没有“stale-year”的提示要压下，可以删去",
            ),
            (
                "gxlint-disable-next-line wording, stale-yaer",
                "stale-yaer",
                "没有名为“stale-yaer”的规则，是不是“stale-year”？",
            ),
            ("gxlint-disable-next-line wording, zzzzzz", "zzzzzz", "没有名为“zzzzzz”的规则，请改正或删去"),
            ("gxlint-disable-file table, privacy", "privacy", "这里没有“privacy”的提示要压下，可以删去"),
        ],
    )
    def test_a_name(self, gxlint: Run, draft: Text, remark: str, words: str, message: str) -> None:
        draft.save(first=remark)
        (item,) = [item for item in details(gxlint, draft.path) if item["rule"] == "unused-suppression"]
        assert (item["words"], item["message"], item["severity"]) == (words, message, "warning")
        assert item["fixes"][0]["safety"] == "safe"

    def test_a_whole_one(self, gxlint: Run, draft: Text) -> None:
        draft.save(**{"二、主动公开": "gxlint-disable-next-line: 理由"})
        (item,) = [item for item in details(gxlint, draft.path) if item["rule"] == "unused-suppression"]
        assert item["message"] == "这条 gxlint-disable-next-line 没有压下任何提示，可以删去"
        assert item["words"] == draft.remark.format("gxlint-disable-next-line: 理由")

    def test_an_end_without_beginning(self, gxlint: Run, draft: Text) -> None:
        draft.save(first="gxlint-enable misused-jiezhi")
        assert "gxlint-enable 前面没有与它对应的 gxlint-disable" in gxlint("check", str(draft.path)).out

    @pytest.mark.parametrize(
        ("remark", "message"),
        [
            (
                "gxlint-disable-nextline misspelling",
                "没有 gxlint-disable-nextline 这种注释，是不是 gxlint-disable-next-line？",
            ),
            ("gxlint-ignore misspelling", "没有 gxlint-ignore 这种注释"),
        ],
    )
    def test_a_misspelt_one(self, gxlint: Run, draft: Text, remark: str, message: str) -> None:
        draft.save(first=remark)
        done = gxlint("check", str(draft.path))
        assert message in done.out
        assert "misspelling" in done.out

    def test_fixed(self, gxlint: Run, draft: Text) -> None:
        draft.save(
            first="gxlint-disable-next-line misused-jiezhi, stale-year, misspeling: 理由",
            second="gxlint-disable-nextline misused-jiezhi: 理由",
            **{"二、主动公开": "gxlint-disable-next-line table, privacy: 理由"},
        )
        assert gxlint("fix", str(draft.path), "--select", "unused-suppression").status == 0
        mended = draft.path.read_text(encoding="utf-8")
        draft.save(
            first="gxlint-disable-next-line misused-jiezhi, misspelling: 理由",
            second="gxlint-disable-next-line misused-jiezhi: 理由",
        )
        assert mended == draft.path.read_text(encoding="utf-8")
        assert found(gxlint, draft.path) == ALL[3:]

    def test_what_a_misspelt_one_meant_to_keep_is_not_fixed(self, gxlint: Run, draft: Text) -> None:
        draft.save(
            first="gxlint-disable-nextline misused-jiezhi, misspeling: 理由",
            second="gxlint-disable-next-line misused-jeizhi: 理由",
        )
        gxlint("fix", str(draft.path), "--ignore", "stale-year")
        mended = draft.path.read_text(encoding="utf-8")
        draft.save(
            first="gxlint-disable-next-line misused-jiezhi, misspelling: 理由",
            second="gxlint-disable-next-line misused-jiezhi: 理由",
        )
        assert mended == draft.path.read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        ("remark", "arguments"),
        [
            ("gxlint-disable-next-line stale-year", ("--ignore", "stale-year")),
            ("gxlint-disable-next-line consistency", ("--ignore", "stale-year")),
            ("gxlint-disable-next-line consistency", ("--select", "unused-suppression,stale-year")),
            ("gxlint-disable-next-line", ("--ignore", "wording")),
            ("gxlint-disable-next-line misused-jiezhi", ("--select", "table,unused-suppression")),
            ("gxlint-disable-next-line copied-report", ()),
            ("gxlint-disable-next-line stale-year", ("--ignore", "unused-suppression")),
        ],
    )
    def test_what_another_run_may_need_is_left_alone(
        self, gxlint: Run, draft: Text, remark: str, arguments: tuple[str, ...]
    ) -> None:
        draft.save(first=remark)
        assert "unused-suppression" not in [rule for rule, _words in found(gxlint, draft.path, *arguments)]

    def test_it_can_itself_be_suppressed_by_name(self, gxlint: Run, draft: Text) -> None:
        draft.save(first="gxlint-disable-next-line stale-year", **{"二、": "gxlint-disable-file unused-suppression"})
        assert found(gxlint, draft.path) == ALL

    def test_a_crashing_rule_makes_none_unused(self, gxlint: Run, draft: Text) -> None:
        Path("规则.py").write_text(
            "from gxlint.document import Document\nfrom gxlint.findings import Severity\n"
            "from gxlint.rule import rule\n\n@rule(category='wording', severity=Severity.ERROR)\n"
            "def check(document: Document):\n    raise ValueError\n",
            encoding="utf-8",
        )
        Path("gxlint.toml").write_text('plugins = ["规则.py"]', encoding="utf-8")
        draft.save(first="gxlint-disable-next-line local/规则, misused-jiezhi, misspelling")
        rules = [rule for rule, _words in found(gxlint, draft.path)]
        assert "internal-error" in rules
        assert "unused-suppression" not in rules


class TestRunsOfSeveral:
    def test_a_finding_about_two_reports(self, gxlint: Run) -> None:
        for name, agency in (("甲.md", "临江市教育局"), ("乙.md", "临江市水务局")):
            text = PIPE_MARKDOWN.write(CORRECT).decode().replace("青禾县云溪镇人民政府", agency)
            Path(name).write_text(text, encoding="utf-8")
        assert "copied-report" in gxlint("check", "--select", "copied-report,unused-suppression").out
        for name in ("甲.md", "乙.md"):
            Path(name).write_text(
                "<!-- gxlint-disable-file copied-report: 合署办公 -->\n" + Path(name).read_text("utf-8"), "utf-8"
            )
        assert gxlint("check", "--select", "copied-report,unused-suppression").status == 0


def with_comments(report: Draft, *comments: tuple[str, str]) -> None:
    """Save a Word file with comments, each on the paragraph that holds some words, or on the words' own run."""
    document = docx.Document(io.BytesIO(TYPED_DOCX.write(report)))
    for words, text in comments:
        paragraph = next(item for item in document.paragraphs if words in item.text)
        before, _words, after = paragraph.text.partition(words)
        for run in paragraph.runs[1:]:
            run._element.getparent().remove(run._element)
        paragraph.runs[0].text = before
        middle = paragraph.add_run(words)
        paragraph.add_run(after)
        document.add_comment(middle, text=text, author="审核", initials="审")
    document.save("草稿.docx")


class TestWord:
    def test_without_any_everything_is_found(self, gxlint: Run) -> None:
        with_comments(FAULTY, ("截止2024", "请核对"))
        assert found(gxlint, "草稿.docx") == ALL

    @pytest.mark.parametrize("action", ["disable", "disable-next-line"])
    @pytest.mark.parametrize(
        ("words", "names", "left"),
        [
            ("截止", "misused-jiezhi: 引用原文", ALL[1:]),
            ("止2024年", "misused-jiezhi：引用原文", ALL[1:]),
            (WRONG_WORDS, "misused-jiezhi, misspelling", ALL[2:]),
            (WRONG_WORDS, "", ALL[2:]),
            (WRONG_WORDS, "misused-jiezhi\n与党政办核对过：属实", ALL[1:]),
            ("本机关", "", [*ALL]),
        ],
    )
    def test_what_is_commented_on(
        self, gxlint: Run, action: str, words: str, names: str, left: list[tuple[str, str]]
    ) -> None:
        with_comments(FAULTY, (words, f"gxlint-{action} {names}"))
        assert [item for item in found(gxlint, "草稿.docx") if item[0] != "unused-suppression"] == left

    def test_the_whole_file_from_anywhere(self, gxlint: Run) -> None:
        with_comments(FAULTY, ("统计期限", "gxlint-disable-file wording, table: 已核实"))
        assert found(gxlint, "草稿.docx") == []

    def test_unused_ones_are_told_without_a_fix(self, gxlint: Run) -> None:
        with_comments(CORRECT, ("统计期限", "gxlint-disable stale-yaer: 理由"))
        (item,) = details(gxlint, "草稿.docx")
        assert (item["rule"], item["words"], item["fixes"]) == ("unused-suppression", "统计期限", [])
        assert "是不是“stale-year”？" in item["message"]

    def test_a_comment_is_no_text(self, gxlint: Run) -> None:
        with_comments(CORRECT, ("统计期限", "截止2024年底，布署(有误),"))
        assert found(gxlint, "草稿.docx") == []
