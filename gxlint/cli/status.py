"""Exit status."""

from __future__ import annotations

from typing import Final

OK: Final = 0
"""Nothing at or above ``--fail-on``."""
FINDINGS: Final = 1
"""Findings at or above ``--fail-on``."""
FAILURE: Final = 2
"""Wrong usage or configuration, unreadable input, or a crashed rule."""
INTERRUPTED: Final = 130
"""Stopped from the keyboard."""
