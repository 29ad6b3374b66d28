"""``gxlint fix``."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from gxlint.testing.shapes import PIPE_MARKDOWN, TYPED_DOCX

from .conftest import CORRECT, WRONG, Run
from .fixing import RIGHT_WORD, TWO, WRONG_WORD, fixed, names_in, save

pytestmark = pytest.mark.usefixtures("folder")


class TestWhatIsFixed:
    @pytest.mark.parametrize("suffix", [".md", ".txt"])
    def test_safe_fixes_by_default(self, gxlint: Run, suffix: str) -> None:
        before = save("草稿" + suffix, TWO)
        done = gxlint("fix", "草稿" + suffix)
        assert (done.status, done.err) == (0, "")
        assert Path("草稿" + suffix).read_bytes() == fixed(before)
        assert done.out.splitlines() == [
            f"草稿{suffix}: 修复 1 处（misused-jiezhi 1）",
            "修复了 1 个文件里的 1 处。还有 1 个问题，用 gxlint check 查看。",
        ]

    def test_unsafe_ones_on_request(self, gxlint: Run) -> None:
        save("草稿.md", TWO)
        assert gxlint("fix", "--unsafe-fixes", "草稿.md").status == 0
        assert Path("草稿.md").read_bytes() == fixed(PIPE_MARKDOWN.write(WRONG))
        assert gxlint("check", "草稿.md").status == 0

    @pytest.mark.parametrize(
        ("arguments", "changes"),
        [
            (("--select", "misused-jiezhi"), True),
            (("--select", "wording"), True),
            (("--select", "wording", "--ignore", "misused-jiezhi"), False),
            (("--select", "table"), False),
            (("--ignore", "wording"), False),
            (("--ignore", "table"), True),
            (("--kind", "none"), False),
        ],
    )
    def test_of_the_rules_chosen(self, gxlint: Run, arguments: tuple[str, ...], changes: bool) -> None:
        before = save("草稿.md")
        assert gxlint("fix", "草稿.md", *arguments).status == 0
        assert (Path("草稿.md").read_bytes() != before) == changes

    def test_a_rule_that_is_off_if_it_is_chosen(self, gxlint: Run) -> None:
        save("草稿.md", CORRECT.with_paragraph("一", "全镇 共公开政府信息81条。"))
        assert gxlint("fix", "草稿.md").status == 0
        assert "全镇 共公开" in Path("草稿.md").read_text(encoding="utf-8")
        assert gxlint("fix", "草稿.md", "--select", "stray-space").status == 0
        assert "全镇共公开" in Path("草稿.md").read_text(encoding="utf-8")

    def test_as_the_configuration_says(self, gxlint: Run) -> None:
        before = save("甲/草稿.md")
        Path("甲/gxlint.toml").write_text('ignore = ["wording"]', encoding="utf-8")
        assert gxlint("fix", "甲").status == 0
        assert Path("甲/草稿.md").read_bytes() == before
        assert gxlint("fix", "甲", "--select", "wording").status == 0
        assert Path("甲/草稿.md").read_bytes() == fixed(before)

    def test_nothing_that_is_suppressed(self, gxlint: Run) -> None:
        before = save("草稿.md", WRONG).replace(
            WRONG_WORD.encode(), f"<!-- gxlint-disable-next-line misused-jiezhi: 引用 -->\n{WRONG_WORD}".encode()
        )
        Path("草稿.md").write_bytes(before)
        assert gxlint("fix", "草稿.md").status == 0
        assert Path("草稿.md").read_bytes() == before

    def test_a_whole_folder(self, gxlint: Run) -> None:
        word = Path("有误.docx").read_bytes()
        Path("正确.docx").write_bytes(TYPED_DOCX.write(CORRECT))
        done = gxlint("fix")
        assert done.status == 0
        assert done.out.count("修复 1 处") == 2
        assert Path("有误.docx").read_bytes() == word
        assert "有误.docx: 还不能修改这种文件，没有改动；有 1 处请照提示手工修改" in done.err
        assert "正确.docx" not in done.err
        assert {item["path"] for item in json.loads(gxlint("check", "--format", "json").out)} == {"有误.docx"}

    def test_what_is_no_report_is_left_alone(self, gxlint: Run) -> None:
        text = f"# 关于开会的通知\n\n{WRONG_WORD}报名。\n"
        Path("通知.md").write_text(text, encoding="utf-8")
        assert gxlint("fix", "通知.md").status == 0
        assert Path("通知.md").read_text(encoding="utf-8") == text

    def test_again_changes_nothing(self, gxlint: Run) -> None:
        save("草稿.md")
        gxlint("fix", "草稿.md")
        after = Path("草稿.md").stat()
        done = gxlint("fix", "草稿.md")
        assert done.out == "没有可以修复的问题。\n"
        assert Path("草稿.md").stat().st_mtime_ns == after.st_mtime_ns


class TestHow:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be", "big5"])
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_encoding_mark_and_line_ends_stay(self, gxlint: Run, encoding: str, end: str) -> None:
        text = PIPE_MARKDOWN.write(WRONG).decode()
        if encoding == "big5":  # it has traditional characters only
            text = (
                text.encode(encoding, "ignore").decode(encoding).replace("2024年12月31日，", "截止2024年12月31日，", 1)
            )
        before = text.replace("\n", end)
        data = before.encode(encoding)
        Path("草稿.md").write_bytes(data)
        done = gxlint("fix", "草稿.md", "--select", "misused-jiezhi")
        assert done.status == 0
        assert Path("草稿.md").read_bytes() == before.replace(WRONG_WORD, RIGHT_WORD).encode(encoding)
        if encoding != "big5":
            assert "修复 1 处" in done.out

    def test_what_is_put_in_has_the_files_line_ends(self, gxlint: Run) -> None:
        report = CORRECT.with_section("六", "除上述情况外，没有其他需要报告的事项")
        before = PIPE_MARKDOWN.write(report).decode().replace("\n", "\r\n")
        Path("草稿.md").write_bytes(before.encode())
        assert gxlint("fix", "草稿.md", "--unsafe-fixes").status == 0
        after = Path("草稿.md").read_bytes().decode()
        assert "信息处理费" in after.partition("六、")[2]
        assert after.count("\n") == after.count("\r\n")

    @pytest.mark.skipif(sys.platform == "win32", reason="it has no such permissions")
    @pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
    def test_permissions_stay(self, gxlint: Run, mode: int) -> None:
        save("草稿.md")
        Path("草稿.md").chmod(mode)
        assert gxlint("fix", "草稿.md").status == 0
        assert stat.S_IMODE(Path("草稿.md").stat().st_mode) == mode

    @pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
    def test_of_a_link_the_file_is_replaced(self, gxlint: Run) -> None:
        before = save("真/草稿.md")
        Path("链接.md").symlink_to(Path("真", "草稿.md"))
        assert gxlint("fix", "链接.md").status == 0
        assert Path("链接.md").is_symlink()
        assert Path("真/草稿.md").read_bytes() == fixed(before)

    def test_nothing_else_is_left_behind(self, gxlint: Run, tmp_path: Path) -> None:
        names = names_in(tmp_path)
        gxlint("fix")
        assert names_in(tmp_path) == names


class TestLooking:
    def test_a_diff_that_patch_understands(self, gxlint: Run) -> None:
        for name in ("草稿.md", "草稿.txt"):
            save(name, TWO)
        Path("带标记.md").write_bytes(b"\xef\xbb\xbf" + PIPE_MARKDOWN.write(WRONG).rstrip())
        names = ("草稿.md", "草稿.txt", "带标记.md")
        before = {name: Path(name).read_bytes() for name in names}
        done = gxlint("fix", "--diff", "--unsafe-fixes", *names)
        assert done.status == 1
        assert "可以修复" in done.err
        assert {name: Path(name).read_bytes() for name in names} == before
        subprocess.run(["patch", "-p0", "--binary"], input=done.out.encode(), check=True, stdout=subprocess.DEVNULL)
        patched = {name: Path(name).read_bytes() for name in names}
        for name in names:
            Path(name).write_bytes(before[name])
        gxlint("fix", "--unsafe-fixes", *names)
        assert {name: Path(name).read_bytes() for name in names} == patched

    def test_a_diff_shows_little_else(self, gxlint: Run) -> None:
        save("草稿.md", TWO)
        lines = gxlint("fix", "--diff", "--unsafe-fixes", "草稿.md").out.splitlines()
        assert lines[:2] == ["--- 草稿.md", "+++ 草稿.md"]
        assert [line[0] for line in lines[2:] if line[0] in "+-"] == ["-", "+", "-", "+"]

    def test_an_empty_diff(self, gxlint: Run) -> None:
        done = gxlint("fix", "--diff", "正确.md")
        assert (done.status, done.out) == (0, "")

    def test_a_dry_run(self, gxlint: Run) -> None:
        before = save("草稿.md")
        done = gxlint("fix", "--dry-run", "草稿.md")
        assert done.status == 1
        assert "草稿.md: 可以修复 1 处（misused-jiezhi 1）" in done.out
        assert "没有写入" in done.out
        assert Path("草稿.md").read_bytes() == before
        assert gxlint("fix", "--dry-run", "正确.md").status == 0

    def test_quiet(self, gxlint: Run) -> None:
        save("草稿.md")
        assert gxlint("fix", "-q", "草稿.md") == (0, "", "")


class TestStandardInput:
    def run(self, data: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "gxlint", "fix", "-", *arguments], input=data, capture_output=True, check=False
        )

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
    def test_to_standard_output(self, encoding: str) -> None:
        text = PIPE_MARKDOWN.write(WRONG).decode().replace("\n", "\r\n")
        done = self.run(text.encode(encoding), "--stdin-filename", "草稿.md")
        assert done.returncode == 0
        assert done.stdout == text.replace(WRONG_WORD, RIGHT_WORD).encode(encoding)
        assert "修复 1 处" in done.stderr.decode()

    def test_what_needs_no_fix_passes_through(self) -> None:
        data = PIPE_MARKDOWN.write(CORRECT)
        assert self.run(data).stdout == data

    def test_a_word_file_passes_through(self) -> None:
        data = TYPED_DOCX.write(WRONG)
        done = self.run(data, "--stdin-filename", "草稿.docx")
        assert (done.returncode, done.stdout) == (0, data)
        assert "还不能修改这种文件" in done.stderr.decode()

    def test_a_diff(self) -> None:
        done = self.run(PIPE_MARKDOWN.write(WRONG), "--diff", "--stdin-filename", "草稿.md")
        assert done.returncode == 1
        assert done.stdout.decode().startswith("--- 草稿.md\n+++ 草稿.md\n@@ ")

    def test_what_cannot_be_read(self) -> None:
        done = self.run(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
        assert done.returncode == 2
        assert "图片" in done.stderr.decode()
        assert b"Traceback" not in done.stderr


class TestWrong:
    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (("fix", "--select", "misused-jezhi"), "没有编号或类别为 misused-jezhi 的规则；是不是 misused-jiezhi"),
            (("fix", "--unsafe"), "没有选项 --unsafe；是不是 --unsafe-fixes"),
            (("fix", "-", "草稿.md"), "- （标准输入）不能与其他路径同时使用"),
            (("fix", "--kind", "x"), "没有这种种类：x"),
            (("check", "--unsafe-fixes"), "--unsafe-fixes 要与 --fix 一起用"),
            (("check", "--fix", "-"), "--fix 和 --add-suppressions 不能用于标准输入"),
        ],
    )
    def test_usage(self, gxlint: Run, arguments: tuple[str, ...], message: str) -> None:
        before = save("草稿.md")
        done = gxlint(*arguments)
        assert (done.status, done.out) == (2, "")
        assert message in done.err
        assert Path("草稿.md").read_bytes() == before

    def test_files_that_cannot_be_read_do_not_stop_the_others(self, gxlint: Run) -> None:
        before = save("草稿.md")
        Path("照片.md").write_bytes(b"\x89PNG\r\n\x1a\n")
        Path("表.xlsx").write_bytes(b"PK")
        done = gxlint("fix", "没有.md", "照片.md", "表.xlsx", "草稿.md")
        assert done.status == 2
        assert Path("草稿.md").read_bytes() == fixed(before)
        for words in ("没有.md: 没有这个文件", "照片.md: 文件其实是图片", "表.xlsx: 不支持"):
            assert words in done.err
