"""What cannot be written or read: a clear message, status 2, nothing half-written, no file harmed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Outcome, Run, in_a_process

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it has no such limits, devices and users")

#: The commands that write files; only the last word of a path that exists already may be replaced.
WRITING = {
    "结果.json": ("check", "--format", "json", "-o", "结果.json", "有误.md"),
    "结果.html": ("check", "--format", "html", "-o", "结果.html", "有误.md"),
    "gxlint-baseline.json": ("baseline", "有误.md"),
    "gxlint.toml": ("init",),
    "missing_hotline.py": ("new", "rule", "missing-hotline"),
    "骨架.md": ("new", "report", "骨架"),
}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def with_little_room(folder: Path, *arguments: str) -> Outcome:
    """Run where no file can be longer than a few bytes, which is like a full disk."""
    script = (
        "import resource, sys\nresource.setrlimit(resource.RLIMIT_FSIZE, (2, 2))\n"
        "from gxlint.cli.main import main\nmain(sys.argv[1:])"
    )
    done = subprocess.run([sys.executable, "-c", script, *arguments], cwd=folder, capture_output=True, check=False)
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


class TestFiles:
    @pytest.mark.parametrize(("name", "command"), WRITING.items())
    def test_a_full_disk(self, folder: Path, name: str, command: tuple[str, ...]) -> None:
        before = contents(folder)
        done = with_little_room(folder, *command)
        assert (done.status, done.out) == (2, "")
        assert done.err == f"{name} 写不进去：文件太大\n"
        assert contents(folder) == before

    @pytest.mark.parametrize("name", ["结果.json", "gxlint-baseline.json"])
    def test_a_full_disk_leaves_the_old_file(self, gxlint: Run, folder: Path, name: str) -> None:
        gxlint(*WRITING[name])
        before = contents(folder)
        Path("有误.md").write_bytes(Path("正确.md").read_bytes())
        before["有误.md"] = before["正确.md"]
        assert with_little_room(folder, *WRITING[name]).status == 2
        assert contents(folder) == before

    @pytest.mark.parametrize(("name", "command"), WRITING.items())
    def test_a_folder_of_another_user(self, folder: Path, name: str, command: tuple[str, ...]) -> None:
        if os.geteuid() == 0:  # nothing is forbidden to root, who may become somebody else
            for parent in (folder, *folder.parents[:-1]):
                parent.chmod(parent.stat().st_mode | 0o055)
        folder.chmod(0o555)
        script = (
            "import os, sys\nfrom gxlint import saving\n"
            "def as_nobody(write):\n"
            "    def writing(*given, **named):\n"
            "        if os.getuid() == 0: os.seteuid(65534)\n"
            "        try:\n            return write(*given, **named)\n"
            "        finally:\n            os.seteuid(os.getuid())\n"
            "    return writing\n"
            "saving.create_file = as_nobody(saving.create_file)\n"
            "saving.replace_file = as_nobody(saving.replace_file)\n"
            "from gxlint.cli.main import main\nmain(sys.argv[1:])"
        )
        before = contents(folder)
        done = subprocess.run([sys.executable, "-c", script, *command], cwd=folder, capture_output=True, check=False)
        folder.chmod(0o755)
        assert done.returncode == 2
        fault = f"{name} 写不进去：没有写入文件或文件夹的权限，或文件正被其他程序占用\n"
        assert done.stderr.decode() == fault
        assert contents(folder) == before

    @pytest.mark.parametrize(
        ("command", "fault"),
        [
            (("check", "-o", "没有/结果.json"), "用法有误：没有/结果.json 写不进去：没有文件夹"),
            (("check", "-o", "."), "用法有误：. 写不进去：这是文件夹，不是文件"),
            (("baseline", "--baseline", "没有/清单.json"), "没有/清单.json 写不进去：没有这个文件夹"),
            (
                ("baseline", "--baseline", "有误.md/清单"),
                "有误.md/清单 写不进去：路径里有一段是文件，不是文件夹",
            ),
            (("init", "没有"), "没有/gxlint.toml 写不进去：没有这个文件夹"),
            (("init", "有误.md"), "有误.md/gxlint.toml 写不进去：路径里有一段是文件，不是文件夹"),
            (("new", "report", "骨架", "--folder", "没有"), "没有/骨架.md 写不进去：没有这个文件夹"),
            (("new", "report", "长" * 100), f"{'长' * 100}.md 写不进去：文件名太长"),
        ],
    )
    def test_no_such_place(self, gxlint: Run, folder: Path, command: tuple[str, ...], fault: str) -> None:
        before = contents(folder)
        done = gxlint(*command)
        assert (done.status, done.out) == (2, "")
        assert done.err.startswith(fault)
        assert contents(folder) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
class TestStreams:
    @pytest.mark.parametrize("unbuffered", ["", "1"])
    @pytest.mark.parametrize(
        "command",
        [
            ("check", "有误.md"),
            ("check", "--format", "json"),
            ("fix", "--diff", "有误.md"),
            ("rules",),
            ("show", "有误.md"),
            ("--help",),
        ],
    )
    def test_output_that_cannot_be_written(self, folder: Path, command: tuple[str, ...], unbuffered: str) -> None:
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "gxlint", *command],
                env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
        assert done.returncode == 2
        assert done.stderr.decode().splitlines()[-1] == "输出写不进去：磁盘已满"

    def test_neither_output_nor_complaints(self, folder: Path) -> None:
        with Path("/dev/full").open("wb") as full:
            command = [sys.executable, "-m", "gxlint", "有误.md"]
            assert subprocess.run(command, stdout=full, stderr=full, check=False).returncode == 2

    @pytest.mark.parametrize(("closing", "status"), [(">&-", 1), ("2>&-", 1), ("<&-", 1), (">&- 2>&- <&-", 1)])
    def test_closed_streams(self, folder: Path, closing: str, status: int) -> None:
        shell = f'exec "{sys.executable}" -m gxlint 有误.md {closing}'
        done = subprocess.run(["sh", "-c", shell], capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (status, b"")


@pytest.mark.usefixtures("folder")
class TestStandardInput:
    def test_without_a_name_it_is_called_what_it_is(self, gxlint: Run) -> None:
        data = Path("有误.md").read_bytes()
        assert gxlint("check", "-", stdin=data).out.startswith("标准输入\n  警告 ")
        assert gxlint("check", "-", stdin=b"").out.startswith("标准输入\n  错误 文件里没有内容")
        assert gxlint("fix", "-", stdin=data).err.startswith("-: 修复 1 处")

    def test_plugins_are_no_input(self, gxlint: Run) -> None:
        Path("坏.py").write_text("1 / 0\n", encoding="utf-8")
        Path("gxlint.toml").write_text('plugins = ["坏.py"]\n', encoding="utf-8")
        assert gxlint("check", "-", stdin=Path("正确.md").read_bytes()).out.startswith("插件与规则\n")


def test_wrong_usage_is_told_apart_from_trouble(folder: Path) -> None:
    assert "用法有误" not in with_little_room(folder, "init").err
    assert in_a_process("init", "--froce", cwd=folder).err.startswith("用法有误：没有选项 --froce")
