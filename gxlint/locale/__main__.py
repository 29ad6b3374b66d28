"""``python -m gxlint.locale``: bring the catalogues in step with the code, and say what is left to translate."""

from __future__ import annotations

import sys

from gxlint.locale.upkeep import TRANSLATIONS, update

if __name__ == "__main__":
    left = [f"{language}: {text}" for language in TRANSLATIONS for text in update(language)]
    print("\n".join(left) if left else "All messages are translated.")
    sys.exit(bool(left))
