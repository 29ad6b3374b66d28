"""Where compiled catalogues of plugins are."""

from __future__ import annotations

import os


def compiled_in(folder: str, language: str) -> list[str]:
    """The paths of a plugin's compiled catalogues for a language.

    Args:
        folder: that holds ``<language>/LC_MESSAGES/*.mo``; it need not have the language.
        language: the language.
    """
    place = os.path.join(folder, language, "LC_MESSAGES")
    names = sorted(os.listdir(place)) if os.path.isdir(place) else []
    return [os.path.join(place, name) for name in names if name.endswith(".mo")]
