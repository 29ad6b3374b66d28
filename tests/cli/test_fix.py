"""``gxlint fix`` and ``gxlint check --fix``."""

from __future__ import annotations

import json
import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from gxlint.api import Linter
from gxlint.fixes import Outcome
from gxlint.testing.drafts import Draft
from gxlint.testing.shapes import PIPE_MARKDOWN, TABBED_TEXT, TYPED_DOCX

from .conftest import CORRECT, WRONG, Run, in_a_process

pytestmark = pytest.mark.usefixtures("folder")

#: One safe fix, and one that is to be looked at.
TWO = WRONG.with_cell("disputes", "review", "total", 4)
WRONG_WORD, RIGHT_WORD = "截止2024年12月31日", "截至2024年12月31日"


def save(path: str, report: Draft = WRONG) -> bytes:
    shape = {".md": PIPE_MARKDOWN, ".txt": TABBED_TEXT, ".docx": TYPED_DOCX}[Path(path).suffix]
    data = shape.write(report)
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(data)
    return data


def names_in(folder: str | Path) -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def fixed(data: bytes) -> bytes:
    """As the safe fix leaves it."""
    assert WRONG_WORD.encode() in data
    return data.replace(WRONG_WORD.encode(), RIGHT_WORD.encode())


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
        done = gxlint("fix")
        assert done.status == 0
        assert done.out.count("修复 1 处") == 2
        assert Path("有误.docx").read_bytes() == word
        assert "有误.docx: 还不能修改这种文件，没有改动；有 1 处请照提示手工修改" in done.err
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


class TestCannotWrite:
    """A clear message, status 2, and no file harmed."""

    @pytest.fixture
    def before(self) -> bytes:
        return save("内/草稿.md")

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root")
    @pytest.mark.parametrize(("path", "mode"), [("内", 0o500), ("内/草稿.md", 0o444)])
    def test_without_permission(self, gxlint: Run, before: bytes, path: str, mode: int) -> None:
        Path(path).chmod(mode)
        done = gxlint("fix", "内/草稿.md")
        Path(path).chmod(0o700)
        assert done.status == 2
        assert "内/草稿.md: 写不进去，文件没有改动：没有写入文件或文件夹的权限" in done.err
        assert Path("内/草稿.md").read_bytes() == before

    @pytest.mark.skipif(sys.platform == "win32", reason="no user to become")
    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may become another user")
    @pytest.mark.parametrize(("path", "mode"), [("内", 0o555), ("内/草稿.md", 0o444)])
    def test_without_permission_of_a_folder_of_another_user(
        self, before: bytes, folder: Path, path: str, mode: int
    ) -> None:
        for parent in (folder, *folder.parents[:-1]):
            parent.chmod(parent.stat().st_mode | 0o055)
        Path("内").chmod(0o777)
        Path(path).chmod(mode)
        script = (
            "import os, tempfile\nimport gxlint.cli.fix, gxlint.silencing\nfrom gxlint.cli.main import main\n"
            "try:\n    main(['fix', '--dry-run', '-q', '内'])\nexcept SystemExit:\n    os.setuid(65534)\n"
            "main(['fix', '内/草稿.md'])\n"
        )
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
        assert done.returncode == 2
        assert "内/草稿.md: 写不进去，文件没有改动：没有写入文件或文件夹的权限" in done.stderr.decode()
        assert Path("内/草稿.md").read_bytes() == before
        assert names_in("内") == ["草稿.md"]

    @pytest.mark.skipif(sys.platform == "win32", reason="it has no such limits")
    def test_a_full_disk(self, before: bytes) -> None:
        save("内/另一份.md")
        limited = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        script = f"{limited}from gxlint.cli.main import main\nmain(['fix', '内'])"
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
        assert done.returncode == 2
        assert done.stderr.decode().count("写不进去，文件没有改动：") == 2
        assert done.stdout.decode().startswith("有 2 个文件写不进去，见上面的说明。")
        assert "Traceback" not in done.stderr.decode()
        assert Path("内/草稿.md").read_bytes() == before
        assert names_in("内") == ["另一份.md", "草稿.md"]

    def test_a_file_that_another_program_changes_meanwhile(
        self, gxlint: Run, before: bytes, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fix_file = Linter.fix_file

        def meanwhile(linter: Linter, path: str, **choice: Any) -> Outcome:
            outcome = fix_file(linter, path, **choice)
            Path(path).write_bytes(before + b"\n")
            return outcome

        monkeypatch.setattr(Linter, "fix_file", meanwhile)
        done = gxlint("fix", "内/草稿.md")
        assert done.status == 2
        assert "写不进去，文件没有改动：其他程序刚刚改动过它" in done.err
        assert Path("内/草稿.md").read_bytes() == before + b"\n"
        assert names_in("内") == ["草稿.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
class TestKilled:
    """At any moment each file is as it was or as it is to be."""

    @pytest.mark.parametrize(
        "moment",
        [
            "os.fsync = killed",
            "import pathlib; pathlib.Path.replace = killed",
            "import pathlib; pathlib.Path.chmod = killed",
            "import tempfile; tempfile.mkstemp = killed",
            "os.fdopen = half",
        ],
    )
    def test_while_it_writes(self, folder: Path, moment: str) -> None:
        before = save("内/草稿.md")
        Path("sitecustomize.py").write_text(
            "import os, signal\n"
            "def killed(*_, **__):\n    os.kill(os.getpid(), signal.SIGKILL)\n"
            "class half:\n"
            "    def __init__(self, handle, mode): self.handle = handle\n"
            "    def __enter__(self): return self\n"
            "    def __exit__(self, *_): pass\n"
            "    def write(self, data): os.write(self.handle, data[:500]); killed()\n"
            "def later():\n    " + moment + "\n"
            "import gxlint.fixes\n"
            "fix = gxlint.fixes.Fixer.fix\n"
            "def fix_then(self, *given):\n    outcome = fix(self, *given)\n    later()\n    return outcome\n"
            "gxlint.fixes.Fixer.fix = fix_then\n",
            encoding="utf-8",
        )
        done = in_a_process("fix", "内", cwd=folder, PYTHONPATH=str(folder))
        assert done.status == -signal.SIGKILL
        assert Path("内/草稿.md").read_bytes() == before
        assert gxlint_again(folder, "内") == 0
        assert Path("内/草稿.md").read_bytes() == fixed(before)

    def test_at_any_time(self, folder: Path) -> None:
        chance = random.Random(4)
        before = {f"内/{number}.md": save(f"内/{number}.md") for number in range(40)}
        kills = 0
        while (done := sum(Path(name).read_bytes() == fixed(data) for name, data in before.items())) < len(before):
            with subprocess.Popen([sys.executable, "-m", "gxlint", "fix", "-q", "内"]) as process:
                while (
                    process.poll() is None
                    and sum(Path(name).read_bytes() != data for name, data in before.items()) <= done
                ):
                    time.sleep(0.01)
                time.sleep(chance.random() * 0.1)
                process.kill()
            kills += process.returncode == -signal.SIGKILL
            for name, data in before.items():
                assert Path(name).read_bytes() in (data, fixed(data))
        assert kills > 2
        assert gxlint_again(folder, "内") == 0


def test_two_runs_at_once_do_not_hurt_each_other(folder: Path) -> None:
    before = {f"内/{number}.md": save(f"内/{number}.md") for number in range(8)}
    command = [sys.executable, "-m", "gxlint", "fix", "-q", "内"]
    runs = [subprocess.Popen(command, stderr=subprocess.PIPE) for _number in range(3)]
    assert [run.communicate()[1] for run in runs] == [b""] * 3
    assert [run.returncode for run in runs] == [0] * 3
    assert {name: Path(name).read_bytes() for name in before} == {name: fixed(data) for name, data in before.items()}
    assert names_in("内") == sorted(Path(name).name for name in before)


def gxlint_again(folder: Path, path: str) -> int:
    Path("sitecustomize.py").unlink(missing_ok=True)
    return in_a_process("fix", path, cwd=folder).status


class TestCheckFix:
    def test_fixes_and_reports_what_is_left(self, gxlint: Run) -> None:
        before = save("草稿.md", TWO)
        done = gxlint("check", "--fix", "--format", "json", "草稿.md")
        assert done.status == 1
        assert [item["rule"] for item in json.loads(done.out)] == ["dispute-sum-mismatch"]
        assert "草稿.md: 修复 1 处（misused-jiezhi 1）" in done.err
        assert Path("草稿.md").read_bytes() == fixed(before)

    def test_nothing_left(self, gxlint: Run) -> None:
        save("草稿.md", TWO)
        done = gxlint("check", "--fix", "--unsafe-fixes", "草稿.md")
        assert done.status == 0
        assert "没有发现问题" in done.out

    def test_a_word_file_stays_and_its_findings_are_reported(self, gxlint: Run) -> None:
        before = Path("有误.docx").read_bytes()
        done = gxlint("check", "--fix", "有误.docx")
        assert done.status == 1
        assert "misused-jiezhi" in done.out
        assert "还不能修改这种文件" in done.err
        assert Path("有误.docx").read_bytes() == before

    def test_of_the_rules_chosen(self, gxlint: Run) -> None:
        before = save("草稿.md")
        assert gxlint("check", "--fix", "--select", "table", "草稿.md").status == 0
        assert Path("草稿.md").read_bytes() == before

    @pytest.mark.skipif(sys.platform == "win32", reason="it has no such limits")
    def test_what_cannot_be_written_is_a_failure(self, folder: Path) -> None:
        before = save("草稿.md")
        limited = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        script = f"{limited}from gxlint.cli.main import main\nmain(['check', '--fix', '--exit-zero', '草稿.md'])"
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
        assert done.returncode == 2
        assert "写不进去" in done.stderr.decode()
        assert Path("草稿.md").read_bytes() == before
