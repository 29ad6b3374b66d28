"""``gxlint fix`` where files cannot be written, change meanwhile, or the process is killed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from gxlint.api import Linter
from gxlint.fixes import Outcome

from .conftest import Run, in_a_process
from .fixing import fixed, names_in, save

pytestmark = pytest.mark.usefixtures("folder")


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
