"""``gxlint check --add-suppressions``: what is found now is silenced, with a reason."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from gxlint.testing.drafts import Draft
from gxlint.testing.shapes import PIPE_MARKDOWN, SHAPES, TYPED_DOCX, Shape

from .conftest import CORRECT, Run

REASON = "已核实：引用原文"
EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
FAULTY = (
    CORRECT.with_paragraph("一", "截止2024年12月31日，本机关布署工作。", "截止2025年1月15日，已经办结。")
    .with_cell("disputes", "review", "total", 9)
    .with_cell("applications", "total", "business", 5)
    .with_cell("disclosure", "coercion", "decisions", "")
    .with_heading("五", "五、存在主要问题及改进情况")
    .without_section("六")
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def add(gxlint: Run, path: str, *arguments: str) -> list[str]:
    """Add suppressions, make sure that nothing is found any more, and give the lines that are new."""
    before = Path(path).read_bytes().decode().split("\n")
    done = gxlint("check", path, "--add-suppressions", REASON, *arguments)
    assert done.status == 0, done
    assert "没有发现问题" in done.out
    after = Path(path).read_bytes().decode()
    again = gxlint("check", path, *arguments)
    assert (again.status, again.err) == (0, "")
    assert "没有发现问题" in again.out
    new = [line for line in after.split("\n") if "gxlint-" in line]
    assert [line for line in after.split("\n") if line not in new] == before
    return [line.strip("\r") for line in new]


def save(path: str, text: str) -> None:
    Path(path).write_bytes(text.encode())


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape.suffix != ".docx"], ids=lambda shape: shape.name)
class TestEveryShape:
    def test_nothing_is_found_any_more(self, gxlint: Run, shape: Shape) -> None:
        Path("草稿" + shape.suffix).write_bytes(shape.write(FAULTY))
        lines = add(gxlint, "草稿" + shape.suffix)
        assert len(lines) > 4
        assert all(REASON in line for line in lines if "gxlint-enable" not in line)

    def test_with_windows_line_ends(self, gxlint: Run, shape: Shape) -> None:
        path = Path("草稿" + shape.suffix)
        path.write_bytes(shape.write(FAULTY).replace(b"\n", b"\r\n"))
        add(gxlint, str(path))
        assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")

    def test_a_correct_one_stays(self, gxlint: Run, shape: Shape) -> None:
        path = Path("草稿" + shape.suffix)
        path.write_bytes(shape.write(CORRECT))
        assert add(gxlint, str(path)) == []


@pytest.mark.parametrize("name", ["云溪镇2024年度报告.md", "云溪镇2024年度报告.txt"])
def test_the_examples(gxlint: Run, name: str) -> None:
    Path(name).write_bytes((EXAMPLES / name).read_bytes())
    assert add(gxlint, name)


class TestWhere:
    def text(self, *paragraphs: str) -> str:
        return PIPE_MARKDOWN.write(CORRECT.with_paragraph("一", *paragraphs)).decode()

    def test_above_the_line_with_all_its_rules(self, gxlint: Run) -> None:
        save("草稿.md", self.text("截止2024年12月31日，本机关布署工作，布署三次。"))
        (line,) = add(gxlint, "草稿.md")
        assert line == f"<!-- gxlint-disable-next-line misspelling, misused-jiezhi: {REASON} -->"

    def test_above_the_table(self, gxlint: Run) -> None:
        report = CORRECT.with_cell("disputes", "review", "total", 9)
        save("草稿.md", PIPE_MARKDOWN.write(report).decode())
        (line,) = add(gxlint, "草稿.md")
        assert line == f"<!-- gxlint-disable-next-line dispute-sum-mismatch: {REASON} -->"
        text = Path("草稿.md").read_text(encoding="utf-8")
        assert f"{line}\n| 行政复议 |" in text

    @pytest.mark.parametrize(("suffix", "opening"), [(".md", "<!-- "), (".txt", "// ")])
    def test_around_a_paragraph_that_a_page_break_has_cut(self, gxlint: Run, suffix: str, opening: str) -> None:
        cut = (
            "全镇各村（社区）认真落实政府信息公开各项要求，主动回应群众关切，\n由党政办公室布署工作，按月检查更新进度。"
        )
        save("草稿" + suffix, self.text("占位的一段。").replace("占位的一段。", cut))
        begin, end = add(gxlint, "草稿" + suffix)
        assert begin.startswith(f"{opening}gxlint-disable misspelling: {REASON}")
        assert end.startswith(f"{opening}gxlint-enable misspelling")
        text = Path("草稿" + suffix).read_text(encoding="utf-8")
        assert f"{begin}\n{cut}\n{end}\n" in text

    def test_below_front_matter(self, gxlint: Run) -> None:
        text = "---\ntitle: 报告\n---\n" + self.text("截止2024年12月31日，共公开信息81条。")
        save("草稿.md", text)
        add(gxlint, "草稿.md")
        assert Path("草稿.md").read_text(encoding="utf-8").startswith("---\ntitle: 报告\n---\n# ")

    def test_beside_those_that_are_there(self, gxlint: Run) -> None:
        there = "<!-- gxlint-disable-next-line misspelling: 早先 -->"
        line = "截止2024年12月31日，本机关布署工作。"
        save("草稿.md", self.text(line).replace(line, f"{there}\n{line}"))
        done = gxlint("check", "草稿.md", "--add-suppressions", REASON)
        assert done.status == 0
        text = Path("草稿.md").read_text(encoding="utf-8")
        assert f"{there}\n<!-- gxlint-disable-next-line misused-jiezhi: {REASON} -->\n{line}" in text

    def test_stale_ones_go(self, gxlint: Run) -> None:
        line = "截止2024年12月31日，本机关部署工作。"
        text = self.text(line)
        stale = "<!-- gxlint-disable-next-line misspelling: 早先 -->\n"
        save("草稿.md", text.replace(line, stale + line))
        assert gxlint("check", "草稿.md", "--add-suppressions", REASON).status == 0
        added = f"<!-- gxlint-disable-next-line misused-jiezhi: {REASON} -->\n"
        assert Path("草稿.md").read_text(encoding="utf-8") == text.replace(line, added + line)

    def test_of_the_rules_chosen(self, gxlint: Run) -> None:
        save("草稿.md", self.text("截止2024年12月31日，本机关布署工作。"))
        assert gxlint("check", "草稿.md", "--select", "misspelling", "--add-suppressions", REASON).status == 0
        assert "gxlint-disable-next-line misspelling: " in Path("草稿.md").read_text(encoding="utf-8")
        assert "misused-jiezhi" in gxlint("check", "草稿.md").out

    def test_a_finding_about_two_reports(self, gxlint: Run) -> None:
        text = PIPE_MARKDOWN.write(CORRECT).decode()
        for name, agency in (("甲.md", "临江市教育局"), ("乙.md", "临江市水务局")):
            save(name, text.replace("青禾县云溪镇人民政府", agency))
        assert "copied-report" in gxlint("check", "--select", "copied-report").out
        assert gxlint("check", "--select", "copied-report", "--add-suppressions", REASON).status == 0
        assert gxlint("check", "--select", "copied-report").status == 0

    def test_after_fixing(self, gxlint: Run) -> None:
        save("草稿.md", PIPE_MARKDOWN.write(FAULTY).decode())
        done = gxlint("check", "草稿.md", "--fix", "--add-suppressions", REASON)
        assert done.status == 0
        text = Path("草稿.md").read_text(encoding="utf-8")
        assert "截至2024年12月31日，本机关部署工作。" in text
        assert "misspelling" not in text
        assert "row-sum-mismatch" in text or "outcome-sum-mismatch" in text

    def test_encodings_stay(self, gxlint: Run) -> None:
        text = self.text("截止2024年12月31日，共公开信息81条。").replace("\n", "\r\n")
        Path("草稿.md").write_bytes(text.encode("gb18030"))
        assert gxlint("check", "草稿.md", "--add-suppressions", REASON).status == 0
        assert f"misused-jiezhi: {REASON} -->\r\n截止" in Path("草稿.md").read_bytes().decode("gb18030")


class TestNot:
    def draft(self, name: str, report: Draft = FAULTY) -> bytes:
        data = (TYPED_DOCX if name.endswith(".docx") else PIPE_MARKDOWN).write(report)
        Path(name).write_bytes(data)
        return data

    def test_in_word_files_yet(self, gxlint: Run) -> None:
        before = self.draft("草稿.docx")
        done = gxlint("check", "草稿.docx", "--add-suppressions", REASON)
        assert done.status == 1
        assert "草稿.docx: 还不能往这种文件里写压制注释；在 Word 里可以用批注" in done.err
        assert Path("草稿.docx").read_bytes() == before

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (("草稿.md", "--add-suppressions"), "选项 --add-suppressions 的用法不对，它后面要有一个值"),
            (("草稿.md", "--add-suppressions", " "), "--add-suppressions 后面要写明理由"),
            (("草稿.md", "--add-suppressions", "好 --> 坏"), "不能有 -->"),
            (("草稿.md", "--add-suppressions", "好\n坏"), "写在一行里"),
            (("-", "--add-suppressions", "好"), "不能用于标准输入"),
        ],
    )
    def test_without_a_proper_reason(self, gxlint: Run, arguments: tuple[str, ...], message: str) -> None:
        before = self.draft("草稿.md")
        done = gxlint("check", *arguments)
        assert (done.status, done.out) == (2, "")
        assert message in done.err
        assert Path("草稿.md").read_bytes() == before

    @pytest.mark.skipif(sys.platform == "win32", reason="it has no such limits")
    def test_on_a_full_disk(self) -> None:
        before = self.draft("草稿.md")
        limited = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        script = f"{limited}from gxlint.cli.main import main\nmain(['check', '草稿.md', '--add-suppressions', '理由'])"
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
        assert done.returncode == 2
        assert "写不进去，文件没有改动" in done.stderr.decode()
        assert Path("草稿.md").read_bytes() == before
