"""What an editor may ask of the server, as each module that answers says it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

from gxlint.server.desk import Desk


class Feature(NamedTuple):
    """A question of the protocol."""

    method: str
    handler: Callable[[Desk, Any], Awaitable[object]]
    """Called with the desk and the question's parameters; it may raise
    :class:`~gxlint.server.desk.SupersededError`."""
    options: object | None = None
    """What the server says of it at ``initialize``."""


#: A command of the editor's menu: called with the server and the arguments as the editor sent them.
Command = Callable[..., Awaitable[object]]
