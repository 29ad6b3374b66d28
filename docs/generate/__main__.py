"""Writes the pages that are made from the source: those on the rules in docs/rules, the reference in docs/api.

Run it from the repository's root: ``.venv/bin/python docs/generate``; with ``--check`` it writes nothing and fails
where a page is not what it should be, or something public has no docstring.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from reference import Reference

from gxlint.cli.rule_pages import pages_of
from gxlint.plugins.registry import Registry

DOCS = Path(__file__).parent.parent


def main() -> int:
    """Write the pages, or check them."""
    reference = Reference()
    folders = {
        DOCS / "rules": dict(pages_of(Registry(installed=False).rules.values())),
        DOCS / "api": reference.pages(),
    }
    stale = {path: text for folder, pages in folders.items() for path, text in _stale(folder, pages)}
    if "--check" in sys.argv:
        faults = [f"{path}: run docs/generate" for path in stale]
        faults += [f"{name}: public, and without a docstring" for name in reference.undocumented()]
        print("\n".join(faults))
        return int(bool(faults))
    for path, text in stale.items():
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return 0


def _stale(folder: Path, pages: Mapping[str, str]) -> Iterator[tuple[Path, str | None]]:
    """Pages that are not what they should be, each with that; ``None`` for one that should not be there."""
    for name, text in pages.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            yield path, text
    yield from ((path, None) for path in folder.glob("*.md") if path.name not in pages)


if __name__ == "__main__":
    raise SystemExit(main())
