"""Plugins at work: what they print, and how long they take."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Run, in_a_process, wait_for
from .unruly import RULE, checked, write

pytestmark = pytest.mark.usefixtures("unruly")


class TestOutput:
    """What a plugin prints; in a process, where standard output is a file."""

    NOISE = (
        "print('噪声')",
        "sys.stdout.write('噪声')",
        "sys.stdout.writelines(['噪', '声'])",
        "sys.stdout.buffer.write('噪声'.encode())",
        "os.write(1, '噪声'.encode())",
        "__import__('subprocess').run(['echo', '噪声'])",
        "threading.Thread(target=print, args=['噪声']).start()",
    )

    @pytest.mark.parametrize("code", NOISE)
    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_is_no_part_of_what_gxlint_says(self, folder: Path, code: str, jobs: str) -> None:
        for number in range(8):
            Path(f"又{number}.md").write_bytes(Path("有误.md").read_bytes())
        write(RULE + f"    {code}\n    yield Finding(Span(0, 1), '一')")
        done = in_a_process("check", "--format", "json", "--jobs", jobs, cwd=folder)
        assert len([item for item in json.loads(done.out) if item["rule"] == "local/bad"]) == 12
        assert "噪声" not in done.out
        assert "噪声" in done.err

    def test_is_said_once_to_be_the_plugins(self, folder: Path) -> None:
        write("print('载入')" + RULE + "    print('运行')\n    yield Finding(Span(0, 1), '一')")
        done = in_a_process("check", "--format", "json", "--jobs", "1", cwd=folder)
        assert json.loads(done.out)
        lines = [line for line in done.err.splitlines() if "gxlint" not in line]
        assert lines == [
            "插件 bad.py 往标准输出写了内容，已转到标准错误：",
            "载入",
            "规则 local/bad 往标准输出写了内容，已转到标准错误：",
            *["运行"] * 4,
        ]

    @pytest.mark.parametrize("code", ["sys.stdout.close()", "os.close(1)", "sys.stdout = None"])
    def test_a_plugin_cannot_close_it(self, folder: Path, code: str) -> None:
        write(RULE + f"    {code}\n    yield Finding(Span(0, 1), '一')")
        done = in_a_process("check", "--format", "json", "有误.md", cwd=folder)
        assert "local/bad" in {item["rule"] for item in json.loads(done.out)}

    def test_lists_are_clean_too(self, folder: Path) -> None:
        write("print('噪声')" + RULE + "    yield")
        done = in_a_process("rules", "--format", "json", cwd=folder)
        assert "local/bad" in {item["id"] for item in json.loads(done.out)}


class TestEnding:
    """In a process: what keeps it from coming to an end."""

    def test_what_cannot_be_interrupted_is_named_before_the_process_is_left(self, folder: Path) -> None:
        write(RULE + "    while True:\n        try: time.sleep(1000)\n        except BaseException: pass")
        done = in_a_process("check", "--format", "json", "有误.md", cwd=folder)
        assert (done.status, done.out) == (2, "")
        assert done.err == "规则 local/bad 有误.md 运行超过 1 秒没有结束，也中断不了，gxlint 就此停止\n"

    def test_what_never_comes_back_to_python_is_left_with_its_calls(self, folder: Path) -> None:
        write(RULE + "    sum(__import__('itertools').repeat(0))")
        done = in_a_process("check", "--format", "json", "有误.md", cwd=folder)
        assert done.status != 0
        assert done.out == ""
        assert "bad.py" in done.err

    def test_in_one_of_several_processes_it_takes_one_file_with_it(self, folder: Path) -> None:
        for number in range(6):
            Path(f"又{number}.md").write_bytes(Path("有误.md").read_bytes())
        write(
            RULE + "    while '又3' in document.source.path:\n"
            "        try: time.sleep(1000)\n        except BaseException: pass\n"
            "    time.sleep(0.2)\n    yield Finding(Span(0, 1), '一')"
        )
        done = in_a_process("check", "--format", "json", "--jobs", "2", cwd=folder)
        assert done.status == 2
        found = json.loads(done.out)
        (died,) = [item for item in found if item["rule"] == "internal-error"]
        assert died["path"] == "又3.md"
        assert "规则 local/bad 又3.md 运行超过 1 秒没有结束" in done.err
        assert len([item for item in found if item["rule"] == "local/bad"]) == 9

    def test_what_was_too_slow_once_does_not_run_again(self, gxlint: Run) -> None:
        write(RULE + "    while True: pass")
        status, found = checked(gxlint, "--jobs", "1")
        assert status == 2
        told = [item["message"] for item in found if item["rule"] == "internal-error"]
        assert len(told) == 4
        assert [message for message in told if "这次没有再运行" not in message] == told[:1]
        assert checked(gxlint, "--jobs", "1")[0] == 2  # and none of it was kept

    def test_threads_left_behind_are_not_waited_for(self, folder: Path) -> None:
        write(RULE + "    threading.Thread(target=time.sleep, args=[1000], name='没完').start()\n    return iter(())")
        done = in_a_process("check", "--format", "json", "有误.md", cwd=folder)
        assert done.status == 1
        assert json.loads(done.out)
        assert done.err == "插件留下的线程没有结束，不再等候：没完\n"

    def test_threads_that_end_with_the_interpreter_are_no_fault(self, folder: Path) -> None:
        pool = "__import__('concurrent.futures').futures.ThreadPoolExecutor().submit(int)"
        write(RULE + f"    {pool}\n    return iter(())")
        done = in_a_process("check", "有误.md", cwd=folder)
        assert (done.status, done.err) == (1, "")

    def test_ctrl_c_ends_it(self, folder: Path) -> None:
        begin = "    open('begun', 'w').close()\n"
        write(RULE + begin + "    while True:\n        try: time.sleep(1000)\n        except Exception: pass")
        command = [sys.executable, "-m", "gxlint", "check", "有误.md"]
        run = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=_patient())
        wait_for(folder / "begun", run)
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=30)
        assert (run.returncode, out.decode(), err.decode()) == (130, "", "已中断\n")


def _patient() -> dict[str, str]:
    import os

    return {**os.environ, "GXLINT_TIME_LIMIT": "0"}
