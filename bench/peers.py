"""Other linters for Chinese text or Markdown on the same files, where they are installed.

They are looked for in ``node_modules``, as ``npm install`` leaves them (README.md names the packages); nothing is
installed from here.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from bench import corpus, timing
from bench.startup import BARE

#: The command of each; ``{}`` stands for the files.
PEERS = {
    "textlint": ("textlint", "--config", "textlint.json", "{}"),
    "zhlint": ("zhlint", "*.md"),
    "markdownlint-cli2": ("markdownlint-cli2", "{}"),
    "lint-md": ("lint-md", "{}"),
}
#: Rules of general use, without which textlint does nothing.
_TEXTLINT_RULES = ("no-todo", "max-comma", "sentence-length", "no-dead-link")


def main(rounds: int, modules: Path, count: int) -> None:
    """Print the time for one file and for *count* files as multiples of gxlint's."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for files in (1, count):
            paths = corpus.write(folder / str(files), corpus.SHAPES["markdown"], files)
            _configure_textlint(folder / str(files), modules)
            commands = {BARE: timing.BARE, "gxlint": (*timing.GXLINT, "check", "--no-cache", *map(str, paths))}
            for name, words in PEERS.items():
                program = modules / ".bin" / words[0]
                if program.exists():
                    commands[name] = (str(program), *_with_files(words[1:], [path.name for path in paths]))
                elif files == 1:
                    print(f"{name}: skipped, {program} does not exist")
            seconds = timing.children(commands, rounds if files == 1 else 1, folder=folder / str(files))
            for name, taken in seconds.items():
                print(f"{files:5} files, {name:18} {taken:7.2f} s CPU, {taken / seconds['gxlint']:6.2f} times gxlint")


def _with_files(words: tuple[str, ...], files: list[str]) -> list[str]:
    return [given for word in words for given in (files if word == "{}" else [word])]


def _configure_textlint(folder: Path, modules: Path) -> None:
    """Switch on those of the rules that are installed."""
    rules = {name: True for name in _TEXTLINT_RULES if (modules / f"textlint-rule-{name}").exists()}
    (folder / "textlint.json").write_text(json.dumps({"rules": rules}))
