"""What ``gxlint new`` writes, and ``gxlint test-rules`` on it."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import docx.shared
import pytest

from .conftest import Run


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


class TestRule:
    def test_a_new_rule_fails_until_it_is_written(self, gxlint: Run) -> None:
        done = gxlint("new", "rule", "missing-hotline", "--category", "statement")
        assert done.status == 0
        assert "missing_hotline.py" in done.out
        done = gxlint("test-rules", "missing_hotline.py")
        assert done.status == 1
        assert "没有通过" in done.out

    @pytest.mark.parametrize("arguments", [["forbidden-word"], ["--toml", "forbidden-word"]])
    def test_the_line_that_it_says_puts_the_rule_to_use(self, gxlint: Run, arguments: list[str]) -> None:
        said = gxlint("new", "rule", *arguments).out.splitlines()[-1]
        Path("gxlint.toml").write_text(said[said.index("plugins = ") :] + "\n", encoding="utf-8")
        Path("通知.md").write_text("# 通知\n\n要找的文字。\n", encoding="utf-8")
        done = gxlint("check", "--kind", "document", "--select", "local/*", "通知.md")
        assert (done.status, done.err) == (1, "")
        assert "“要找的文字”应为……  [local/forbidden-word]" in done.out

    def test_in_a_plugin_nothing_has_to_name_it(self, gxlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        gxlint("new", "plugin", "qinghe")
        monkeypatch.chdir("gxlint-qinghe")
        done = gxlint("new", "rule", "forbidden-word")
        assert "gxlint_qinghe/rules/forbidden_word.py" in done.out.replace("\\", "/")
        assert "plugins = " not in done.out

    def test_a_written_one_passes_in_three_formats(self, gxlint: Run) -> None:
        gxlint("new", "rule", "forbidden-word")
        path = Path("forbidden_word.py")
        text = path.read_text(encoding="utf-8")
        text = text.replace("要找的文字", "会被").replace("1:1-1:3 这里写提示的内容", "1:6-1:8 “会被”应为……")
        path.write_text(text, encoding="utf-8")
        done = gxlint("test-rules", "forbidden_word.py")
        assert (done.status, done.err) == (0, "")
        assert "通过 6 个示例" in done.out

    def test_an_existing_file_is_left_alone(self, gxlint: Run) -> None:
        Path("missing_hotline.py").write_text("mine", encoding="utf-8")
        done = gxlint("new", "rule", "missing-hotline")
        assert done.status == 2
        assert "missing_hotline.py" in done.err
        assert Path("missing_hotline.py").read_text(encoding="utf-8") == "mine"

    @pytest.mark.parametrize("name", ["Missing", "缺热线", "a_b", "-x", ""])
    def test_an_id_is_made_of_small_letters_and_dashes(self, gxlint: Run, name: str) -> None:
        done = gxlint("new", "rule", "--", name)
        assert done.status == 2
        assert not list(Path().iterdir())

    def test_a_folder_that_is_not_there(self, gxlint: Run) -> None:
        done = gxlint("new", "rule", "missing-hotline", "--folder", "nowhere")
        assert done.status == 2
        assert "nowhere" in done.err

    @pytest.mark.parametrize(
        ("text", "fault"),
        [("x = 1", "没有规则"), ("1 / 0", "ZeroDivisionError"), ("def (", "SyntaxError")],
    )
    def test_a_file_without_a_rule_is_refused(self, gxlint: Run, text: str, fault: str) -> None:
        Path("broken.py").write_text(text, encoding="utf-8")
        done = gxlint("test-rules", "broken.py")
        assert done.status == 2
        assert fault in done.err

    def test_a_missing_file_is_refused(self, gxlint: Run) -> None:
        done = gxlint("test-rules", "nowhere.py")
        assert done.status == 2
        assert "nowhere.py" in done.err


class TestRuleInToml:
    def test_a_new_one_fails_until_it_is_written(self, gxlint: Run) -> None:
        done = gxlint("new", "rule", "missing-hotline", "--toml")
        assert (done.status, done.err) == (0, "")
        done = gxlint("test-rules", "missing-hotline.toml")
        assert (done.status, done.err) == (1, "")
        assert "没有通过" in done.out

    def test_a_written_one_passes_and_runs(self, gxlint: Run) -> None:
        gxlint("new", "rule", "forbidden-word", "--toml")
        path = Path("forbidden-word.toml")
        text = path.read_text(encoding="utf-8").replace("要找的文字", "会被")
        path.write_text(text.replace("「被提示的文字」 这里写提示的内容", "「会被」 “会被”应为……"), encoding="utf-8")
        done = gxlint("test-rules", "forbidden-word.toml")
        assert (done.status, done.err) == (0, "")
        Path("gxlint.toml").write_text('plugins = ["forbidden-word.toml"]\n', encoding="utf-8")
        Path("草稿.md").write_text("# 青禾县教育局2024年政府信息公开工作年度报告\n\n会被看到。\n", encoding="utf-8")
        assert "“会被”应为……" in gxlint("check", "草稿.md").out

    def test_an_id_is_made_of_small_letters_and_dashes(self, gxlint: Run) -> None:
        assert gxlint("new", "rule", "缺热线", "--toml").status == 2
        assert not list(Path().iterdir())


class TestPlugin:
    def test_everything_that_a_package_needs_is_written(self, gxlint: Run) -> None:
        done = gxlint("new", "plugin", "ningxia")
        assert (done.status, done.err) == (0, "")
        written = {str(path.relative_to("gxlint-ningxia")) for path in _files()}
        assert {"pyproject.toml", "README.md", ".gitignore", "gxlint_ningxia/__init__.py"} <= written
        assert {".github/workflows/test.yml", "tests/test_rules.py", "gxlint_ningxia/rules/__init__.py"} <= written
        assert not [path for path in _files() if "«" in path.read_text(encoding="utf-8")]
        assert [path.name for path in Path().iterdir()] == ["gxlint-ningxia"]

    def test_its_rule_keeps_its_promises(self, gxlint: Run) -> None:
        gxlint("new", "plugin", "gxlint-ningxia")
        done = gxlint("test-rules", "gxlint-ningxia/gxlint_ningxia/rules/short_office_name.py")
        assert (done.status, done.err) == (0, "")
        assert "通过 6 个示例" in done.out

    @pytest.mark.parametrize(
        ("name", "remedy"),
        [
            ("Ning Xia", "如 ning-xia"),
            ("ning_xia", "如 ning-xia"),
            ("宁夏", "如 ningxia"),
            ("3-gorges", "如 gorges"),
            ("", "如 ningxia"),
            ("../x", "如 x"),
            ("wording", "另取一个"),
            ("gxlint-local", "另取一个"),
        ],
    )
    def test_a_bad_name_is_told_with_a_remedy(self, gxlint: Run, name: str, remedy: str) -> None:
        done = gxlint("new", "plugin", name)
        assert done.status == 2
        assert remedy in done.err
        assert not list(Path().iterdir())

    @pytest.mark.parametrize("taken", ["gxlint-ningxia/notes.txt", "gxlint-ningxia"])
    def test_what_is_there_is_left_alone(self, gxlint: Run, taken: str) -> None:
        Path(taken).parent.mkdir(exist_ok=True)
        Path(taken).write_text("mine", encoding="utf-8")
        done = gxlint("new", "plugin", "ningxia")
        assert done.status == 2
        assert "gxlint-ningxia 已经存在" in done.err
        assert [str(path) for path in _files()] == [taken]

    def test_an_empty_folder_of_that_name_is_filled(self, gxlint: Run) -> None:
        Path("gxlint-ningxia").mkdir()
        assert gxlint("new", "plugin", "ningxia").status == 0
        assert Path("gxlint-ningxia/pyproject.toml").exists()

    def test_nothing_is_left_where_it_cannot_be_written(self, gxlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*_arguments: object, **_options: object) -> None:
            raise OSError(errno.ENOSPC, "no space")

        monkeypatch.setattr(Path, "write_text", fail)
        done = gxlint("new", "plugin", "ningxia")
        assert done.status != 0
        assert "磁盘已满" in done.err
        assert not list(Path().iterdir())

    @pytest.mark.parametrize("start", [".", "tests", "gxlint_ningxia/rules"])
    def test_a_new_rule_finds_its_way_to_the_others(
        self, gxlint: Run, monkeypatch: pytest.MonkeyPatch, start: str
    ) -> None:
        gxlint("new", "plugin", "ningxia")
        rules = Path("gxlint-ningxia", "gxlint_ningxia", "rules").resolve()
        monkeypatch.chdir(Path("gxlint-ningxia", start))
        assert gxlint("new", "rule", "missing-hotline").status == 0
        assert (rules / "missing_hotline.py").exists()

    def test_a_new_rule_goes_where_the_user_says(self, gxlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        gxlint("new", "plugin", "ningxia")
        monkeypatch.chdir("gxlint-ningxia")
        assert gxlint("new", "rule", "missing-hotline", "--folder", ".").status == 0
        assert Path("missing_hotline.py").exists()

    def test_a_new_rule_in_a_package_under_src(self, gxlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        gxlint("new", "plugin", "ningxia")
        monkeypatch.chdir("gxlint-ningxia")
        Path("src").mkdir()
        Path("gxlint_ningxia").rename("src/gxlint_ningxia")
        assert gxlint("new", "rule", "missing-hotline").status == 0
        assert Path("src/gxlint_ningxia/rules/missing_hotline.py").exists()

    @pytest.mark.parametrize("text", ["[project]\nname = 'x'\n", "not toml", "[project.entry-points]\ngxlint = 3\n"])
    def test_a_new_rule_in_a_project_that_is_no_plugin_stays_here(self, gxlint: Run, text: str) -> None:
        Path("pyproject.toml").write_text(text, encoding="utf-8")
        assert gxlint("new", "rule", "missing-hotline").status == 0
        assert Path("missing_hotline.py").exists()


def _files() -> list[Path]:
    return [path for path in Path().rglob("*") if path.is_file()]


class TestReport:
    def test_the_skeleton_has_everything_but_content(self, gxlint: Run) -> None:
        done = gxlint("new", "report", "草稿", "--agency", "青禾县教育局", "--year", "2024")
        assert done.status == 0
        done = gxlint("check", "草稿.md", "--format", "json")
        for fault in ("missing-section", "missing-table", "missing-title", "blank-cell", "missing-reporting-period"):
            assert f'"{fault}"' not in done.out
        assert "青禾县教育局2024年政府信息公开工作年度报告" in Path("草稿.md").read_text(encoding="utf-8")

    @pytest.mark.parametrize(("name", "suffix"), [("草稿.docx", ".docx"), ("草稿.TXT", ".txt"), ("草稿.md", ".md")])
    def test_it_is_written_in_the_format_that_the_name_says(self, gxlint: Run, name: str, suffix: str) -> None:
        done = gxlint("new", "report", name, "--agency", "青禾县教育局", "--year", "2024")
        assert (done.status, done.err) == (0, "")
        assert [path.name.lower() for path in Path().iterdir()] == ["草稿" + suffix]
        shown = json.loads(gxlint("show", name, "--format", "json").out)
        assert (shown["agency"], shown["year"], len(shown["sections"])) == ("青禾县教育局", 2024, 6)
        assert shown["tables"]["applications"]["total"]["total"] == 0
        assert shown["tables"]["disputes"]["review"]["total"] == 0
        found = {item["rule"] for item in json.loads(gxlint("check", name, "--format", "json").out)}
        assert "empty-section" in found
        assert not found & {
            "missing-section",
            "missing-table",
            "unreadable-table",
            "blank-cell",
            "leftover-placeholder",
        }

    @pytest.mark.parametrize("arguments", [("草稿.pdf",), ("草稿.wps",), ("草稿", "--year", "20024")])
    def test_what_cannot_be_written_is_refused(self, gxlint: Run, arguments: tuple[str, ...]) -> None:
        done = gxlint("new", "report", *arguments)
        assert done.status == 2
        assert "可以是 .docx、.txt 或 .md" in done.err or "--year 应是 2000 到 2100 的整数" in done.err
        assert not list(Path().iterdir())

    def test_a_word_file_is_laid_out_as_official_documents_are(self, gxlint: Run) -> None:
        gxlint("new", "report", "草稿.docx")
        document = docx.Document("草稿.docx")
        page = document.sections[0]
        sizes = [length and length.mm for length in (page.page_width, page.page_height, page.left_margin)]
        assert sizes == pytest.approx([210, 297, 28], abs=0.1)
        style = next(item.style for item in document.paragraphs if item.text == "一、总体情况")
        assert style is not None
        assert (style.name, style.font.size, str(style.font.color.rgb)) == ("Heading 2", docx.shared.Pt(16), "000000")
        applications = document.tables[1]
        assert [cell.text for cell in applications.rows[0].cells].count("申请人情况") == 7
        assert applications.cell(1, 9).text == applications.cell(2, 9).text == "总计"

    def test_the_agency_that_nobody_filled_in_is_found(self, gxlint: Run) -> None:
        gxlint("new", "report", "草稿.md")
        found = json.loads(gxlint("check", "草稿.md", "--format", "json").out)
        left = [item["start"]["line"] for item in found if item["rule"] == "leftover-placeholder"]
        assert len(left) == 3, "in the title, before the contact data, and at the end"
