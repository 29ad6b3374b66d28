"""Baselines as files: JSON, sorted, a line a finding, so that people can read what changes in them."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping

from gxlint.baselines.known import Baseline, Entries, Entry
from gxlint.config.values import ConfigError, Origin
from gxlint.i18n import _

_VERSION = 1


def read_baseline(path: str) -> Baseline:
    """Read a baseline.

    Args:
        path: of its file.

    Raises:
        ConfigError: it cannot be read, or is none.
    """
    path = os.path.abspath(path)
    try:
        with open(path, "rb") as file:
            data = file.read()
        content = json.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise ConfigError(Origin(path), _("基线文件读不出来：{error}", error=error.strerror or error)) from error
    except UnicodeDecodeError as error:
        raise ConfigError(Origin(path), _broken(_("不是 UTF-8 编码"))) from error
    except json.JSONDecodeError as error:
        raise ConfigError(
            Origin(path, error.lineno), _broken(_("不是正确的 JSON：{fault}", fault=error.msg))
        ) from error
    except RecursionError as error:
        raise ConfigError(Origin(path), _broken(_("不是正确的 JSON：{fault}", fault="nested"))) from error
    try:
        return Baseline(path, dict(_files(content)), data)
    except (ValueError, KeyError) as error:
        fault = " ".join(str(error).split())
        raise ConfigError(Origin(path), _broken(_("内容不对：{fault}", fault=fault))) from error


def _broken(fault: str) -> str:
    return _("基线文件{fault}；请改正，或删去它，再用 gxlint baseline 重新写", fault=fault)


def _files(content: object) -> Iterator[tuple[str, Entries]]:
    """The entries of each file.

    Raises:
        ValueError, KeyError: the content is of another shape.
    """
    if not isinstance(content, dict) or content.get("version") != _VERSION or not isinstance(content["files"], dict):
        raise ValueError('"version": 1')
    for name, listed in content["files"].items():
        if not isinstance(listed, list):
            raise ValueError(name)
        entries: Entries = Counter()
        for item in listed:
            entry, count = _entry(item)
            entries[entry] += count  # two lines may have become alike in a merge
        yield name, entries


def _entry(item: object) -> tuple[Entry, int]:
    if isinstance(item, dict) and item.keys() == {*Entry._fields, "count"}:
        values, count = [item[field] for field in Entry._fields], item["count"]
        if all(isinstance(value, str) for value in values) and isinstance(count, int) and count > 0:
            return Entry(*values), count
    raise ValueError(json.dumps(item, ensure_ascii=False)[:200])


def baseline_text(files: Mapping[str, Entries]) -> str:
    """The content of a baseline's file; files without findings are left out."""
    blocks = [
        f"    {_json(name)}: [\n" + ",\n".join(_lines(entries)) + "\n    ]"
        for name, entries in sorted(files.items())
        if entries
    ]
    listed = "{\n" + ",\n".join(blocks) + "\n  }" if blocks else "{}"
    return f'{{\n  "version": {_VERSION},\n  "files": {listed}\n}}\n'


def _lines(entries: Entries) -> Iterator[str]:
    for entry, count in sorted(entries.items()):
        yield f"      {_json({**entry._asdict(), 'count': count})}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
