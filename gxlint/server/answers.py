"""Every question that the server answers, and every command that it obeys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gxlint.server import actions, commands, completion, formatting, hints, hover, navigation, outline
from gxlint.server.features import Command, Feature

FEATURES: Sequence[Feature] = [
    feature
    for module in (actions, hover, hints, navigation, outline, completion, formatting)
    for feature in module.FEATURES
]
COMMANDS: Mapping[str, Command] = commands.COMMANDS
