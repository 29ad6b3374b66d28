"""Every question that the server answers, and every command that it obeys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gxlint.server import actions
from gxlint.server.features import Command, Feature

FEATURES: Sequence[Feature] = (*actions.FEATURES,)
COMMANDS: Mapping[str, Command] = {}
