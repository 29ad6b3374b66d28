"""``python -m gxlint.locale [PACKAGE]``: bring catalogues in step with the code, and say what is left to translate.

PACKAGE is the folder of a plugin's package; without it gxlint's own catalogues are meant.
"""

from __future__ import annotations

import sys
from pathlib import Path

from gxlint.locale.upkeep import PACKAGE, TRANSLATIONS, update


def main(arguments: list[str]) -> int:
    """Update the catalogues of a package.

    Returns:
        0 if everything is translated, 1 if not, 2 if there is no such package.
    """
    package = Path(arguments[0]).resolve() if arguments else PACKAGE
    if not package.is_dir():
        print(f"{package}: no such folder", file=sys.stderr)
        return 2
    left = [f"{language}: {text}" for language in TRANSLATIONS for text in update(language, package)]
    print("\n".join(left) if left else "All messages are translated.")
    return int(bool(left))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
