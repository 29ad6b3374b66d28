"""Commands of an editor's menu."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pygls.exceptions import JsonRpcInvalidParams
from pygls.uris import to_fs_path

from gxlint.document import Document
from gxlint.engine import Result
from gxlint.form.skeleton import skeleton
from gxlint.i18n import _
from gxlint.server.audit import audit
from gxlint.server.features import Command
from gxlint.server.jobs import in_thread
from gxlint.server.pages import rule_page
from gxlint.text import Span

if TYPE_CHECKING:
    from gxlint.server.server import GxlintServer

EXPLAIN = "gxlint.explainRule"
PROJECT = "gxlint.projectDocx"
PREVIEW = "gxlint.previewDocx"
LINT_WORKSPACE = "gxlint.lintWorkspace"
LIST_RULES = "gxlint.listRules"
NEW_REPORT = "gxlint.newReport"


async def explain_rule(server: GxlintServer, rule: object = None) -> str:
    """A rule's documentation in Markdown.

    Args:
        server: that is asked.
        rule: its id.

    Raises:
        JsonRpcInvalidParams: there is no such rule.
    """
    rules = server.desk.rules
    if not isinstance(rule, str) or rule not in rules:
        raise JsonRpcInvalidParams(_("没有规则 {id}", id=rule))
    return rule_page(rules[rule])


async def project_docx(server: GxlintServer, uri: object = None) -> Mapping[str, object]:
    """A Word file as the text that its findings refer to.

    Args:
        server: that is asked.
        uri: of the file.

    Returns:
        ``text``; ``hash`` of the file's bytes; ``lines``, one for each line of the text, with ``anchor`` (part, path of
        child indices, offset in code points) and heading ``level``, each or null; ``problems``, why there is none.

    Raises:
        JsonRpcInvalidParams: the URI is none of a file.
    """
    return await _of_file(server, uri, _lines_of)


async def preview_docx(server: GxlintServer, uri: object = None) -> Mapping[str, object]:
    """A Word file as an editor draws it.

    Args:
        server: that is asked.
        uri: of the file.

    Returns:
        ``text``, ``hash`` and ``problems`` as of :func:`project_docx`; ``blocks``, see :mod:`gxlint.server.preview`.

    Raises:
        JsonRpcInvalidParams: the URI is none of a file.
    """
    from gxlint.server.preview import preview  # few editors draw

    encoding = server.desk.encoding

    def blocks(result: Result) -> Mapping[str, object]:
        return {"blocks": preview(result.document, result.report, encoding) if result.document else []}

    return await _of_file(server, uri, blocks)


async def _of_file(
    server: GxlintServer, uri: object, describe: Callable[[Result], Mapping[str, object]]
) -> Mapping[str, object]:
    """What is told of a Word file, read away from the event loop."""
    path = _path(uri)
    linter = server.desk.linter

    def read() -> Mapping[str, object]:
        result = linter.understand(path)
        text = result.document.text if result.document else ""
        problems = [found.message for found in result.diagnostics]
        return {"hash": _hash(path), "text": text, "problems": problems, **describe(result)}

    _thread, reading = in_thread(read)
    return await reading


def _path(uri: object) -> str:
    path = to_fs_path(uri) if isinstance(uri, str) and urlsplit(uri).scheme == "file" else None
    if not path:
        raise JsonRpcInvalidParams(_("不是文件的地址：{uri}", uri=uri))
    return path


def _hash(path: str) -> str:
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return ""


def _lines_of(result: Result) -> Mapping[str, object]:
    return {"lines": list(_lines(result.document)) if result.document else []}


def _lines(document: Document) -> Iterator[Mapping[str, object]]:
    index, source_map = document.source.lines, document.source.map
    for number in range(1, len(index) + 1):
        line = index.line(number)
        anchors = source_map.anchors(line) if source_map else iter(())
        anchor = next(anchors, None)
        paragraph = document.paragraph_at(Span(line.start, line.start))
        yield {
            "anchor": anchor and {"part": anchor[1].part, "path": list(anchor[1].path), "offset": anchor[1].offset},
            "level": paragraph.level if paragraph and paragraph.span.overlaps(line) else None,
        }


async def lint_workspace(server: GxlintServer, *folders: Any) -> Mapping[str, object]:
    """Lint all drafts of the workspace, with progress, until the user has enough.

    Args:
        server: that is asked.
        folders: their URIs; none means all folders of the workspace.

    Returns:
        ``files`` linted, ``findings``, ``cancelled``.

    Raises:
        JsonRpcInvalidParams: a URI is none of a folder.
    """
    uris = folders or tuple(folder.uri for folder in server.workspace.folders.values())
    return await audit(server, [_path(uri) for uri in uris])


async def list_rules(server: GxlintServer) -> list[Mapping[str, object]]:
    """All rules there are, each with ``id``, ``category``, ``severity``, ``enabled`` and ``summary``.

    Args:
        server: that is asked.
    """
    return [
        {
            "id": rule.id,
            "category": rule.category,
            "severity": rule.severity.label,
            "enabled": rule.enabled,
            "summary": rule.summary,
        }
        for rule in server.desk.rules.values()
    ]


async def new_report(_server: GxlintServer, agency: object = None, year: object = None) -> str:
    """A report in Markdown with everything that the form asks for and nothing filled in.

    Args:
        _server: that is asked.
        agency: the body's full name.
        year: reported on.

    Raises:
        JsonRpcInvalidParams: one of them makes no sense.
    """
    if not isinstance(agency, str) or not agency.strip():
        raise JsonRpcInvalidParams(_("机关全称应是一段文字，实为 {value}", value=repr(agency)))
    if not isinstance(year, int) or not 1000 <= year <= 9999:
        raise JsonRpcInvalidParams(_("年份应是四位数，实为 {value}", value=repr(year)))
    return skeleton(agency.strip(), year)


COMMANDS: Mapping[str, Command] = {
    EXPLAIN: explain_rule,
    PROJECT: project_docx,
    PREVIEW: preview_docx,
    LINT_WORKSPACE: lint_workspace,
    LIST_RULES: list_rules,
    NEW_REPORT: new_report,
}
