"""Every question that the server answers, and every command that it obeys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gxlint.server import actions, hints, hover, navigation
from gxlint.server.features import Command, Feature

FEATURES: Sequence[Feature] = (*actions.FEATURES, *hover.FEATURES, *hints.FEATURES, *navigation.FEATURES)
COMMANDS: Mapping[str, Command] = {}
