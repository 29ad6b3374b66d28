"""The door to gxlint for every client: the command line, the language server, scripts.

Nothing here raises for a bad draft or a bad file; what goes wrong is a diagnostic of the result, and the other files
are still linted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from gxlint.document import Document
from gxlint.engine import CRASHES, Engine, Filter, Result, Status, crash, describe
from gxlint.files import FoundFile, find_files
from gxlint.form.report import Report
from gxlint.i18n import _
from gxlint.parsers.base import UnreadableError
from gxlint.registry import Registry, suffix_of
from gxlint.settings import DEFAULTS, Settings
from gxlint.text import Source

#: Bigger files are refused; a report with all its pictures has a tenth of it.
MAX_BYTES = 100_000_000

#: Reads a text whose name does not say what it is.
DEFAULT_PARSER = "markdown"

_OFFICE = frozenset({".doc", ".wps", ".wpt", ".rtf", ".odt", ".dot", ".dotx"})


def lint_text(text: str, path: str = "", *, settings: Settings = DEFAULTS, registry: Registry | None = None) -> Result:
    """Lint text that is in no file yet; see :meth:`Linter.text`."""
    return Linter(settings, registry).text(text, path)


def lint_path(path: str, *, settings: Settings = DEFAULTS, registry: Registry | None = None) -> Result:
    """Lint a file; see :meth:`Linter.path`."""
    return Linter(settings, registry).path(path)


def lint_paths(paths: Iterable[str], *, settings: Settings = DEFAULTS, registry: Registry | None = None) -> Run:
    """Lint files, folders and patterns; see :meth:`Linter.paths`."""
    return Linter(settings, registry).paths(paths)


def understand(path: str, *, settings: Settings = DEFAULTS, registry: Registry | None = None) -> Result:
    """Read a file without running rules; see :meth:`Linter.understand`."""
    return Linter(settings, registry).understand(path)


@cache
def default_registry() -> Registry:
    """The built-in plugin and those installed, loaded once."""
    return Registry()


class Linter:
    """Rules, parsers and settings, ready for any number of files."""

    def __init__(
        self, settings: Settings = DEFAULTS, registry: Registry | None = None, *, filters: Sequence[Filter] = ()
    ) -> None:
        """Prepare to lint.

        Args:
            settings: which rules run and how.
            registry: the plugins; by default the built-in one and those installed.
            filters: what may drop findings, such as inline suppression.
        """
        self.registry = registry or default_registry()
        self.engine = Engine(self.registry, settings, filters=filters)

    def text(self, text: str, path: str = "", *, parser: str | None = None) -> Result:
        """Lint text that is in no file yet, as an editor holds it.

        Args:
            text: without a byte order mark; all spans refer to it.
            path: what to call it. Its suffix chooses the parser, Markdown where it has none.
            parser: the parser's name, if the suffix is not to choose. It must read text.
        """
        name = parser or self.registry.parser_name(path) or DEFAULT_PARSER
        return self._process(path, lambda: self._parse_text(text, path, name), self.engine.lint)

    def data(self, data: bytes, path: str = "", *, parser: str | None = None) -> Result:
        """Lint the bytes of a file, wherever they come from; arguments as for :meth:`text`."""
        name = parser or self.registry.parser_name(path) or DEFAULT_PARSER
        result = self._process(path, lambda: self._parse(data, path, name), self.engine.lint)
        return self._refuse_empty(result)

    def path(self, path: str) -> Result:
        """Lint a file that the user named."""
        return self._refuse_empty(self._process(path, lambda: self._parse_file(path), self.engine.lint))

    def paths(self, paths: Iterable[str]) -> Run:
        """Lint files, folders (walked for suffixes that can be read) and patterns."""
        return Run(self, find_files(paths, self.registry.suffixes))

    def understand(self, path: str) -> Result:
        """Read a file as :meth:`path` does, without running rules: the document, and the report if it is one."""
        return self._refuse_empty(self._process(path, lambda: self._parse_file(path), self.engine.understand))

    def met(self, path: str) -> Result:
        """Lint a file that was met in a folder. There, an empty text file is no fault: projects are full of them."""
        return self._process(path, lambda: self._parse_file(path), self.engine.lint)

    def _process(self, path: str, parse: Callable[[], Document], use: Callable[[Document], Result]) -> Result:
        try:
            document = parse()
            if not document.text.strip() and not (document.blocks or document.problems):
                return Result(path, Status.EMPTY, document=document)
            return use(document)
        except UnreadableError as error:
            return self.engine.unreadable(path, str(error))
        except OSError as error:
            return self.engine.unreadable(path, _os_error(error))
        except CRASHES as error:
            message = _("检查这个文件时 gxlint 出错，其余文件不受影响：{error}", error=describe(error))
            return Result(path, Status.FAILED, (crash(path, message, error),))

    def _parse_text(self, text: str, path: str, parser: str) -> Document:
        parse = getattr(self.registry.parser(parser), "parse_text", None)
        if parse is None:
            raise UnreadableError(_("{parser} 不是文本格式，请保存为文件再检查", parser=parser))
        document: Document = parse(text, path)
        return document

    def _parse_file(self, path: str) -> Document:
        data = _read(path)
        name = self.registry.parser_name(path)
        if name is None:
            raise UnreadableError(_unsupported(suffix_of(path), self.registry.suffixes))
        return self._parse(data, path, name)

    def _parse(self, data: bytes, path: str, name: str) -> Document:
        parser = self.registry.parser(name)
        if not data.strip() and hasattr(parser, "parse_text"):
            return Document(
                Source("", path, name), ()
            )  # a parser would refuse it; whether it is a fault is not its affair
        return parser.parse(data, path)

    def _refuse_empty(self, result: Result) -> Result:
        if result.status is not Status.EMPTY:
            return result
        return self.engine.unreadable(result.path, _("文件里没有内容；请确认文稿已经保存，或重新导出"))


class Run:
    """The linting of many files, done while it is iterated; what the caller does not keep is forgotten."""

    def __init__(self, linter: Linter, files: Sequence[FoundFile]) -> None:
        self._linter = linter
        self.files = files
        """What will be read, sorted by path."""

    def __iter__(self) -> Iterator[Result]:
        """First what is wrong with plugins, then file by file, then what rules find that read all reports."""
        engine = self._linter.engine
        yield from engine.plugin_failures()
        reports: list[Report] = []
        for file in self.files:
            result = self._linter.path(file.path) if file.named else self._linter.met(file.path)
            if result.report is not None and engine.reads_all:
                reports.append(result.report)
            yield result
        yield from engine.lint_together(reports)


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UnreadableError(_("文件超过 {size} MB；请压缩其中的图片后再检查", size=MAX_BYTES // 1_000_000))
    return data


def _os_error(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return _("没有这个文件或文件夹；请检查路径")
        case IsADirectoryError():
            return _("这是文件夹，不是文件")
        case PermissionError():
            return _("没有读取的权限，或文件正被其他程序占用；请关闭占用它的程序后再试")
        case _other:
            return _("文件读不出来（{error}）；请检查磁盘或网络位置", error=describe(error))


def _unsupported(suffix: str, known: Iterable[str]) -> str:
    if suffix in _OFFICE:
        return _("不支持 {suffix} 文件；请用 Word 或 WPS 打开，另存为 .docx 再检查", suffix=suffix)
    return _("不支持“{suffix}”类型的文件；能检查的类型是 {known}", suffix=suffix, known=_("、").join(known))
