"""Reads a draft and hands it to its engine; whatever goes wrong on the way is a diagnostic of the result."""

from __future__ import annotations

from collections.abc import Callable

from gxlint.crashes import crash, describe
from gxlint.document import Document
from gxlint.engine import Engine, Result, Status
from gxlint.hosting.interrupts import pass_on
from gxlint.i18n import _
from gxlint.parsers.base import UnreadableError
from gxlint.plugins.errors import PluginError
from gxlint.plugins.registry import Registry
from gxlint.reading import why_unopened

#: Reads a draft with the parsers of a registry.
Parse = Callable[[Registry], Document]
#: What an engine does with a draft.
Use = Callable[[Engine, Document], Result]


class Processor:
    """Processes drafts one after the other; none of them harms the others."""

    def __init__(self, engine: Callable[[str], Engine]) -> None:
        """Get ready.

        Args:
            engine: gives the engine for a draft, by its path; it may raise ``ConfigError``.
        """
        self._engine = engine

    def process(self, path: str, parse: Parse, use: Use, *, may_be_empty: bool = False) -> Result:
        """What an engine makes of a draft.

        Args:
            path: of the draft.
            parse: reads it.
            use: what the engine is to do.
            may_be_empty: whether a draft without content is no fault.

        Raises:
            ConfigError: the draft's configuration is broken.
        """
        engine = self._engine(path)
        try:
            document = parse(engine.registry)
            if document.text.strip() or document.blocks or document.problems:
                return use(engine, document)
        except UnreadableError as error:
            return engine.unreadable(path, str(error))
        except OSError as error:
            return engine.unreadable(path, why_unopened(error))
        except PluginError as error:
            return Result(path, Status.FAILED, (crash(path, str(error), error),))
        except BaseException as error:
            pass_on(error)
            message = _("检查这个文件时 gxlint 出错，其余文件不受影响：{error}", error=describe(error))
            return Result(path, Status.FAILED, (crash(path, message, error),))
        if may_be_empty:
            return Result(path, Status.EMPTY, document=document)
        return engine.unreadable(path, _("文件里没有内容；请确认文稿已经保存，或重新导出"))
