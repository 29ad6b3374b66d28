"""Writes the pages on the rules from the rules themselves: docs/rules/index.md and one page a rule.

Run it from the repository's root: ``.venv/bin/python docs/generate.py``; with ``--check`` it writes nothing and fails
where a page is not what it should be.
"""

from __future__ import annotations

import sys
from pathlib import Path

from gxlint.cli.rule_pages import pages_of
from gxlint.registry import Registry

HERE = Path(__file__).parent / "rules"


def pages() -> dict[Path, str]:
    """Every page by its path."""
    made = pages_of(Registry(installed=False).rules.values())
    return {HERE / name: text for name, text in made.items()}


def main() -> int:
    """Write the pages, or check them."""
    wanted = pages()
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    stale += [path for path in HERE.glob("*.md") if path not in wanted]
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path}: run docs/generate.py")
        return int(bool(stale))
    HERE.mkdir(exist_ok=True)
    for path in stale:
        if path in wanted:
            path.write_text(wanted[path], encoding="utf-8")
        else:
            path.unlink()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
