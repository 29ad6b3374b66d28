"""Completion as a real bash does it, and what shells are told."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import Git, Run

BASH = shutil.which("bash") or ""
pytestmark = pytest.mark.skipif(not BASH, reason="no bash")


@pytest.fixture(autouse=True)
def _in_path(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command called gxlint that shells find."""
    command = folder / "bin" / "gxlint"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m gxlint "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{command.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


#: Does what bash does before it calls a completion function, and prints what that offers.
OFFER = """
source <(gxlint completion bash)
compopt() { echo "files"; }
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_gxlint_completion gxlint
printf '%s\\n' "${COMPREPLY[@]}"
"""


def offered(*words: str) -> list[str]:
    """What is offered for the last word; ``=`` between an option and its value is a word of its own in bash."""
    done = subprocess.run([BASH, "--norc", "-c", OFFER, "bash", *words], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout.split()


class TestOffers:
    def test_commands_and_their_options(self) -> None:
        assert {"check", "fix", "baseline", "completion"} <= set(offered("gxlint", ""))
        assert offered("gxlint", "ba") == ["baseline"]
        assert offered("gxlint", "baseline", "--pr") == ["--prune", "--previous"]
        assert offered("gxlint", "--max") == offered("gxlint", "check", "a.md", "--max") == ["--max-warnings"]
        assert offered("gxlint", "check", "--quiet", "--qui") == []

    def test_rules_one_after_the_other(self) -> None:
        assert offered("gxlint", "explain", "row-su") == ["row-sum-mismatch"]
        assert offered("gxlint", "--select", "missing-ti") == ["missing-title"]
        assert offered("gxlint", "fix", "--ignore", "wording,missing-ti") == ["wording,missing-title"]
        assert offered("gxlint", "check", "--select", "=", "typog") == ["typography"]

    def test_formats_kinds_and_other_choices(self) -> None:
        assert offered("gxlint", "check", "--format", "js") == ["json", "jsonl"]
        assert offered("gxlint", "--format", "=", "sa") == ["sarif"]
        assert offered("gxlint", "check", "--format", "=", "json", "--kind", "") == ["disclosure", "document", "none"]
        assert offered("gxlint", "check", "--fail-on", "w") == ["warning"]
        assert offered("gxlint", "new", "re") == ["report"]
        assert offered("gxlint", "--lang", "") == ["zh", "en"]

    def test_files(self) -> None:
        for words in (("有",), ("check", "有"), ("fix", "正确.md", "有"), ("check", "--config", ""), ("show", "有")):
            assert offered("gxlint", *words) == ["files"]

    def test_branches(self, git: Git) -> None:
        git("commit", "--quiet", "--allow-empty", "--message", "起始")
        git("branch", "修改")
        assert offered("gxlint", "check", "--changed", "修") == ["files", "修改"]
        assert offered("gxlint", "check", "--changed-lines", "=", "m") == ["files", "main"]

    def test_outside_of_a_repository_there_are_none(self) -> None:
        assert offered("gxlint", "check", "--changed", "") == ["files"]

    def test_nothing_of_the_folder_is_run(self, folder: Path) -> None:
        (folder / "坏.py").write_text("open('跑过', 'w').close()\n", encoding="utf-8")
        (folder / "gxlint.toml").write_text('plugins = ["坏.py"]\nfail-on = "错"\n', encoding="utf-8")
        assert offered("gxlint", "--select", "missing-ti") == ["missing-title"]
        assert not (folder / "跑过").exists()

    @pytest.mark.parametrize("words", [("chek", "--"), ("check", "--none", ""), ('"', ""), ("--lang", "fr", "")])
    def test_mistakes_are_passed_over(self, words: tuple[str, ...]) -> None:
        offered("gxlint", *words)


class Typing:
    """A bash in a terminal."""

    def __init__(self, folder: Path) -> None:
        self._process, self._terminal = pty.fork()
        if not self._process:
            os.chdir(folder)
            environment = {**os.environ, "PS1": "READY ", "INPUTRC": os.devnull, "TERM": "dumb", "HISTFILE": ""}
            os.execve(BASH, [BASH, "--norc", "--noprofile", "-i"], environment)
        self.wait_for("READY ")

    def type(self, keys: str) -> None:
        os.write(self._terminal, keys.encode())

    def wait_for(self, text: str) -> str:
        seen, until = "", time.monotonic() + 60
        while text not in seen and time.monotonic() < until:
            if select.select([self._terminal], [], [], 1)[0]:
                seen += os.read(self._terminal, 65536).decode("utf-8", "replace")
        assert text in seen, seen
        return seen

    def close(self) -> None:
        self.type("\x15exit\n")
        os.waitpid(self._process, 0)
        os.close(self._terminal)


@pytest.fixture
def typing(folder: Path, _in_path: None) -> Iterator[Typing]:
    shell = Typing(folder)
    yield shell
    shell.close()


def test_in_a_terminal(typing: Typing) -> None:
    typing.type('eval "$(gxlint completion bash)"\n')
    typing.wait_for("READY ")
    typing.type("gxlint expl\trow-su\t")
    typing.wait_for("row-sum-mismatch")
    typing.type("\x15gxlint check 正\t")
    typing.wait_for("正确.md")
    typing.type("\x15gxlint --select=missing-ti\t")
    typing.wait_for("missing-title")


class TestScripts:
    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
    def test_there_is_one_for_each_shell(self, gxlint: Run, shell: str) -> None:
        done = gxlint("completion", shell)
        assert (done.status, done.err) == (0, "")
        assert f"{shell}_complete" in done.out

    @pytest.mark.parametrize("shell", ["zsh", "fish"])
    def test_the_shell_takes_it(self, gxlint: Run, shell: str) -> None:
        if shutil.which(shell) is None:
            pytest.skip(f"no {shell}")
        script = gxlint("completion", shell).out
        check = f"compdef() {{ }}\n{script}" if shell == "zsh" else script
        assert subprocess.run([shell, "-c", check], capture_output=True, text=True, check=True).stderr == ""

    def test_explanations_are_in_the_user_s_language(self) -> None:
        asked = {"COMP_WORDS": "gxlint --no-g", "COMP_CWORD": "1", "_GXLINT_COMPLETE": "zsh_complete"}
        for language, word in (("zh", "忽略"), ("en", "ignores")):
            done = subprocess.run(
                ["gxlint"],
                env={**os.environ, **asked, "GXLINT_LANG": language},
                capture_output=True,
                text=True,
                check=True,
            )
            assert word in done.stdout

    def test_an_unknown_shell(self, gxlint: Run) -> None:
        done = gxlint("completion", "cmd")
        assert (done.status, done.out) == (2, "")
        assert "只能是 bash、zsh、fish、powershell" in done.err

    def test_an_unknown_question(self) -> None:
        done = subprocess.run(
            ["gxlint"], env={**os.environ, "_GXLINT_COMPLETE": "tcsh_complete"}, capture_output=True, check=False
        )
        assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
