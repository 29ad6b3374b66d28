from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from gxlint.cli.progress import Progress
from gxlint.testing.shapes import PIPE_MARKDOWN, TYPED_DOCX

from .conftest import CORRECT, Run, in_a_process

ONLY = ("--select", "missing-section,empty-section")
pytestmark = pytest.mark.usefixtures("folder")


def drop_sections(path: str) -> None:
    Path(path).write_bytes(PIPE_MARKDOWN.write(CORRECT.without_section("五").without_section("六")))


def as_json(output: str) -> list[dict[str, Any]]:
    found = json.loads(output)
    assert isinstance(found, list)
    return found


class TestFindings:
    def test_a_correct_report_passes(self, gxlint: Run) -> None:
        done = gxlint("check", "正确.md", "--fail-on", "warning")
        assert (done.status, done.err) == (0, "")
        assert "检查了 1 个文件" in done.out

    def test_a_missing_section_is_told_with_its_place(self, gxlint: Run) -> None:
        drop_sections("缺.md")
        done = gxlint("check", "缺.md", *ONLY)
        assert done.status == 1
        assert done.out.startswith("缺.md\n  错误 1:")
        assert "六、其他需要报告的事项" in done.out
        assert "[missing-section]" in done.out
        assert "^^^^" in done.out

    def test_the_command_may_be_left_out(self, gxlint: Run) -> None:
        drop_sections("缺.md")
        assert gxlint("缺.md", *ONLY) == gxlint("check", "缺.md", *ONLY)
        assert gxlint("--format", "json", "缺.md", *ONLY).out == gxlint("check", "缺.md", "--format=json", *ONLY).out

    def test_json_gives_the_same_as_an_array(self, gxlint: Run) -> None:
        drop_sections("缺.md")
        done = gxlint("check", "--format", "json", "缺.md", *ONLY)
        assert done.status == 1
        (found,) = as_json(done.out)
        assert (found["path"], found["rule"], found["severity"]) == ("缺.md", "missing-section", "error")
        assert found["start"]["line"] == 1

    def test_folders_are_walked_and_what_is_no_report_is_passed_over(self, gxlint: Run) -> None:
        done = gxlint("check", *ONLY)
        assert done.status == 0
        assert "检查了 4 个文件，没有发现问题。\n1 个文件跳过：不是年度报告。\n" in done.out

    def test_a_report_that_is_not_recognised_can_be_insisted_on(self, gxlint: Run) -> None:
        done = gxlint("check", "通知.md")
        assert (done.status, done.out.splitlines()[0]) == (0, "1 个文件跳过：不是年度报告。")
        assert "--kind disclosure" in done.out
        assert "missing-section" in gxlint("check", "通知.md", "--kind", "disclosure").out

    def test_all_formats_are_read(self, gxlint: Run) -> None:
        done = gxlint("check", "--format", "json", "有误.md", "有误.docx", "有误.txt", "--select", "missing-title")
        assert (done.status, as_json(done.out)) == (0, [])

    def test_standard_input(self, gxlint: Run) -> None:
        draft = PIPE_MARKDOWN.write(CORRECT.without_section("五"))
        for name in ("草稿.md", ""):
            done = gxlint("check", "-", "--stdin-filename", name, "--format", "json", *ONLY, stdin=draft)
            assert done.status == 1
            assert [(item["path"], item["rule"]) for item in as_json(done.out)] == [(name, "missing-section")]


class TestStatus:
    @pytest.fixture(autouse=True)
    def _draft(self, folder: Path) -> None:
        drop_sections("缺.md")

    @pytest.mark.parametrize(
        ("arguments", "status"),
        [
            ((), 1),
            (("--fail-on", "error"), 1),
            (("--fail-on", "info"), 1),
            (("--fail-on", "never"), 0),
            (("--exit-zero",), 0),
            (("--ignore", "missing-section"), 0),
            (("--ignore", "missing-section，empty-section"), 0),
            (("--kind", "none"), 0),
        ],
    )
    def test_depends_on_findings(self, gxlint: Run, arguments: tuple[str, ...], status: int) -> None:
        assert gxlint("check", "缺.md", *ONLY, *arguments).status == status

    def test_a_warning_fails_unless_only_errors_do(self, gxlint: Run) -> None:
        Path("空.md").write_bytes(PIPE_MARKDOWN.write(CORRECT.with_section("五")))
        assert gxlint("check", "空.md", "--select", "empty-section").status == 1
        assert gxlint("check", "空.md", "--select", "empty-section", "--fail-on", "error").status == 0

    def test_unreadable_weighs_more_than_findings(self, gxlint: Run) -> None:
        assert gxlint("check", "缺.md", "没有.md", "--exit-zero").status == 2

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (("--formt", "json"), "没有选项 --formt；是不是 --format"),
            (("--format", "xml"), "没有这种输出格式：xml；可用的有 text、concise、"),
            (("--kind", "notice"), "没有这种种类：notice；可用的有 disclosure、document、none"),
            (("--select", "missing-sections"), "没有编号或类别为 missing-sections 的规则；是不是 missing-section"),
            (("--ignore", "zzzzzz"), "没有编号或类别为 zzzzzz 的规则；用 gxlint rules 查看所有规则"),
            (("--fail-on", "fatal"), "--fail-on 只能是 error、warning、info、never"),
            (("--select",), "选项 --select 的用法不对，它后面要有一个值"),
            (("-", "缺.md"), "- （标准输入）不能与其他路径同时使用"),
        ],
    )
    def test_wrong_usage_is_2_and_says_what_would_be_right(
        self, gxlint: Run, arguments: tuple[str, ...], message: str
    ) -> None:
        done = gxlint("check", *arguments)
        assert (done.status, done.out) == (2, "")
        assert message in done.err

    def test_a_misspelt_command_is_not_taken_for_a_file(self, gxlint: Run) -> None:
        done = gxlint("chek", "缺.md")
        assert done.status == 2
        assert "没有命令 chek；是不是 check？" in done.err


LEGACY = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)
PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))
NO_TEXT = bytes(range(256)) * 40
MOJIBAKE = PIPE_MARKDOWN.write(CORRECT).decode().encode("gb18030").decode("utf-8", "replace").encode()


class TestStandardInput:
    @pytest.mark.parametrize("arguments", [(), ("--stdin-filename", "草稿.docx")])
    def test_a_word_file_needs_no_name(self, gxlint: Run, arguments: tuple[str, ...]) -> None:
        data = TYPED_DOCX.write(CORRECT.with_paragraph("六", "截止2024年底，已更新栏目8个。"))
        done = gxlint("check", "-", "--select", "misused-jiezhi", *arguments, stdin=data)
        assert (done.status, done.err) == (1, "")
        assert "“截止”后面不能带时点，应为“截至”" in done.out

    def test_a_word_file_of_old_is_called_so(self, gxlint: Run) -> None:
        done = gxlint("check", "-", stdin=LEGACY)
        assert done.status == 2
        assert done.out.startswith("标准输入\n  错误 文件是旧版 .doc，请在 Word 或 WPS 中另存为 .docx。")


class TestWrongInput:
    @pytest.mark.parametrize(
        ("name", "data", "remedy"),
        [
            ("空.md", b"", "没有内容"),
            ("空白.txt", b" \r\n\n", "没有内容"),
            ("空.docx", b"", "重新"),
            ("旧版.docx", LEGACY, "另存为 .docx"),
            ("照片.md", PICTURE, "图片"),
            ("乱字节.txt", NO_TEXT, "另存为"),
            ("乱码.md", MOJIBAKE, "GB18030"),
            ("汇总.xlsx", b"PK\x03\x04", "不支持"),
            ("旧版.doc", LEGACY, "另存为 .docx"),
            ("已公布.pdf", b"%PDF-1.7", "pip install gxlint-pdf"),
            ("无后缀", b"text", "类型"),
        ],
    )
    def test_is_named_with_the_remedy_and_other_files_are_linted(
        self, gxlint: Run, name: str, data: bytes, remedy: str
    ) -> None:
        Path(name).write_bytes(data)
        drop_sections("缺.md")
        done = gxlint("check", "--format", "json", name, "缺.md", *ONLY)
        assert done.status == 2
        found = {item["path"]: item for item in as_json(done.out)}
        assert found["缺.md"]["rule"] == "missing-section"
        assert found[name]["rule"] == "unreadable-document"
        assert remedy in found[name]["message"]
        assert "Traceback" not in done.err + done.out

    def test_a_zip_that_is_no_document(self, gxlint: Run) -> None:
        with zipfile.ZipFile("附件.docx", "w") as file:
            file.writestr("说明.txt", "这不是 Word 文件")
        done = gxlint("check", "附件.docx")
        assert done.status == 2
        assert "附件.docx\n  错误 " in done.out
        assert ".docx" in done.out.splitlines()[1]

    def test_a_path_that_does_not_exist(self, gxlint: Run) -> None:
        done = gxlint("check", "没有.md", "正确.md", *ONLY)
        assert done.status == 2
        assert "没有.md\n  错误 没有这个文件或文件夹；请检查路径" in done.out
        assert "检查了 1 个文件" in done.out

    def test_a_pattern_that_no_draft_matches(self, gxlint: Run) -> None:
        Path("旧版.doc").write_bytes(LEGACY)
        done = gxlint("check", "*.doc")
        assert done.status == 2
        assert "没有与这个通配符相符、可以检查的文件" in done.out
        assert "没有检查 旧版.doc：请用 Word 或 WPS 打开，另存为 .docx 再检查。" in done.out

    @pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
    def test_links_that_lead_nowhere(self, gxlint: Run) -> None:
        Path("断.md").symlink_to("没有.md")
        Path("圈.md").symlink_to("圈.md")
        done = gxlint("check", "断.md", "圈.md")
        assert done.status == 2
        assert "断.md\n  错误 这是链接，它指向的文件不存在" in done.out
        assert "圈.md\n  错误 这是链接，转来转去又指回自己" in done.out

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such pipes on Windows")
    def test_a_pipe_is_not_waited_for(self, gxlint: Run) -> None:
        os.mkfifo("管道.md")
        done = gxlint("check", ".", *ONLY)
        assert done.status == 2
        assert "管道.md\n  错误 这是管道或设备，不是文件" in done.out

    def test_word_files_of_old_met_in_a_folder_are_told(self, gxlint: Run) -> None:
        for name in ("甲.doc", "乙.wps", "已转.doc", "照片.png", "归档/丙.doc"):
            file = Path("报送", name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(LEGACY)
        Path("报送/已转.docx").write_bytes(TYPED_DOCX.write(CORRECT))
        Path("gxlint.toml").write_text('exclude = ["归档/"]', encoding="utf-8")
        done = gxlint("check", "报送", *ONLY)
        assert done.status == 0
        told = "没有检查 {}：请用 Word 或 WPS 打开，另存为 .docx 再检查。"
        assert told.format(f"{Path('报送/乙.wps')} 等 2 个文件") in done.out
        assert "乙.wps" in gxlint("check", "报送", "--format", "html").out
        Path("报送/乙.wps").unlink()
        assert told.format(Path("报送", "甲.doc")) in gxlint("check", "报送", *ONLY).out
        assert "甲.doc" not in gxlint("check", "报送/已转.docx", *ONLY).out

    def test_a_folder_without_drafts(self, gxlint: Run) -> None:
        Path("附件").mkdir()
        done = gxlint("check", "附件")
        assert done.status == 0
        assert "没有找到可以检查的文件（.md、" in done.err

    def test_an_empty_file_met_in_a_folder_is_no_fault(self, gxlint: Run) -> None:
        Path("附件").mkdir()
        Path("附件", "占位.md").touch()
        done = gxlint("check", "附件")
        assert done.status == 0
        assert "1 个文件跳过：没有内容。" in done.out

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root")
    def test_a_file_that_may_not_be_read(self, gxlint: Run) -> None:
        Path("正确.md").chmod(0)
        done = gxlint("check", "正确.md")
        assert done.status == 2
        assert "没有读取的权限" in done.out

    def test_a_huge_file_is_refused_unread(self, gxlint: Run) -> None:
        with Path("大.md").open("wb") as file:
            file.truncate(200_000_000)
        done = gxlint("check", "大.md")
        assert done.status == 2
        assert "超过 100 MB" in done.out


class TestOutput:
    def test_help_speaks_chinese(self, gxlint: Run) -> None:
        for arguments in ((), ("--help",), ("check", "-h")):
            done = gxlint(*arguments)
            assert done.status == 0
            assert "用法：gxlint" in done.out
            assert not {"Usage", "Options", "Show this message"} & set(done.out.replace(":", " ").split())

    def test_version(self, gxlint: Run) -> None:
        assert gxlint("--version").out.startswith("gxlint 0.")

    def test_quiet_leaves_out_the_summary(self, gxlint: Run) -> None:
        assert gxlint("check", "正确.md", "--quiet", *ONLY) == (0, "", "")

    @pytest.mark.parametrize(
        ("color", "environment", "coloured"),
        [("always", {}, True), ("auto", {}, False), ("never", {}, False), ("always", {"NO_COLOR": "1"}, True)],
    )
    def test_colour(
        self, gxlint: Run, monkeypatch: pytest.MonkeyPatch, color: str, environment: dict[str, str], coloured: bool
    ) -> None:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        drop_sections("缺.md")
        assert ("\x1b[" in gxlint("check", "缺.md", "--color", color, *ONLY).out) == coloured

    def test_a_bar_is_drawn_on_a_terminal_only(self) -> None:
        class Terminal:
            def __init__(self, *, tty: bool) -> None:
                self.tty = tty
                self.text = ""

            def isatty(self) -> bool:
                return self.tty

            def write(self, text: str) -> int:
                self.text += text
                return len(text)

            def flush(self) -> None: ...

        for tty in (True, False):
            terminal = Terminal(tty=tty)
            progress = Progress(terminal, 200, patience=0)  # type: ignore[arg-type]  # as much of a stream as it needs
            progress.show(50)
            progress.clear()
            assert ("50/200" in terminal.text) == tty
            assert terminal.text.endswith("\x1b[K") == tty


class TestProcess:
    """What only a process of its own shows."""

    def test_output_is_utf_8_whatever_the_system_says(self, folder: Path) -> None:
        drop_sections("缺.md")
        done = in_a_process("check", "缺.md", cwd=folder, PYTHONIOENCODING="ascii")
        assert done.status == 1
        assert "缺.md" in done.out

    def test_a_reader_who_leaves_early_hears_nothing(self, folder: Path) -> None:
        for number in range(300):
            drop_sections(f"缺{number}.md")
        command = [sys.executable, "-m", "gxlint", "check", "--format", "text"]
        with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.readline()
            process.stdout.close()
            assert process.stderr.read() == b""

    def test_an_unexpected_error_is_one_line(self, folder: Path) -> None:
        (folder / "sitecustomize.py").write_text(
            "import gxlint.files\ndef broken(*_, **__):\n    raise RuntimeError('意外')\n"
            "gxlint.files.find_files = broken\n",
            encoding="utf-8",
        )
        done = in_a_process("check", "正确.md", cwd=folder, PYTHONPATH=str(folder))
        assert done.status == 2
        assert done.err.count("\n") == 1
        assert "RuntimeError: 意外" in done.err
        assert "--debug" in done.err
        debugged = in_a_process("--debug", "check", "正确.md", cwd=folder, PYTHONPATH=str(folder))
        assert "Traceback" in debugged.err

    def test_an_interrupt_is_one_line(self, folder: Path) -> None:
        (folder / "sitecustomize.py").write_text(
            "import gxlint.files\ndef broken(*_, **__):\n    raise KeyboardInterrupt\n"
            "gxlint.files.find_files = broken\n",
            encoding="utf-8",
        )
        assert in_a_process("check", cwd=folder, PYTHONPATH=str(folder)) == (130, "", "已中断\n")

    def test_a_check_imports_nothing_that_it_does_not_need(self, folder: Path) -> None:
        script = (
            "import sys\nfrom gxlint.cli.main import main\n"
            "try:\n    main(['check', '有误.txt'])\nfinally:\n    print(*sys.modules, file=sys.stderr)\n"
        )
        done = subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, check=False)
        loaded = set(done.stderr.decode().split())
        unwanted = {"lsprotocol", "pygls", "docx", "lxml", "rich.console", "importlib.metadata", "markdown_it"}
        assert "gxlint.engine" in loaded
        assert sorted(loaded & unwanted) == []
