"""Answers that may fail: the editor gets one line, the log the rest."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInternalError

from gxlint.crashes import describe
from gxlint.i18n import speaking
from gxlint.server.desk import SupersededError

_Answer = TypeVar("_Answer")
_logger = logging.getLogger("gxlint")


async def guarded(method: str, language: str, answer: Callable[[], Awaitable[_Answer]]) -> _Answer:
    """An answer in the editor's language.

    Args:
        method: of the question.
        language: of the answer.
        answer: makes it.

    Raises:
        JsonRpcException: it failed, or the draft has changed meanwhile.
    """
    with speaking(language):
        try:
            return await answer()
        except SupersededError:
            raise _outdated(method) from None
        except JsonRpcException:
            raise
        except Exception as error:
            _logger.exception("%s", method)
            raise JsonRpcInternalError(describe(error)) from None  # pygls would send the traceback


def _outdated(method: str) -> JsonRpcException:
    """What tells the editor to ask again if it still wants to know."""
    if method == types.TEXT_DOCUMENT_DIAGNOSTIC:
        data = types.DiagnosticServerCancellationData(retrigger_request=True)
        return JsonRpcException("the draft has changed", types.LSPErrorCodes.ServerCancelled, data)
    return JsonRpcException("the draft has changed", types.LSPErrorCodes.ContentModified)
