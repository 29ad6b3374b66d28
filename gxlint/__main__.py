"""``python -m gxlint``."""

from __future__ import annotations

from gxlint.cli.main import main

if __name__ == "__main__":
    main()
