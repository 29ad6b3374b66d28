"""The start of a plugin: a package that can be installed, with a rule, its test and what publishes it."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

from gxlint import __version__
from gxlint.i18n import _
from gxlint.plugins import INTERFACE
from gxlint.plugins.errors import PluginError
from gxlint.plugins.interface import PROJECT
from gxlint.plugins.vetting import check_plugin_name

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_PREFIX = f"{PROJECT}-"
_BLANK = re.compile("«([a-z]+)»")
#: What is written, by its place in the folder, from which template.
_FILES: Mapping[str, str] = MappingProxyType(
    {
        "pyproject.toml": "pyproject.txt",
        "README.md": "readme.txt",
        ".gitignore": "gitignore.txt",
        ".github/workflows/test.yml": "workflow.txt",
        "«package»/__init__.py": "plugin.txt",
        "«package»/rules/__init__.py": "rules.txt",
        "«package»/rules/short_office_name.py": "example.txt",
        "tests/test_rules.py": "tests.txt",
    }
)


def plugin_name(written: str) -> str:
    """The name of a plugin, from it or from the name of its distribution.

    Args:
        written: ``ningxia`` or ``gxlint-ningxia``.

    Raises:
        PluginError: it cannot be a plugin's name; says how one is written.
    """
    name = written.removeprefix(_PREFIX)
    if not _NAME.fullmatch(name):
        better = "-".join(re.findall("[a-z0-9]+", name.lower())).lstrip("0123456789-") or "ningxia"
        raise PluginError(
            _("插件的名称“{name}”不行：用小写字母、数字和短横线，以字母开头，如 {better}", name=written, better=better)
        )
    check_plugin_name(name)
    return name


def write_plugin(name: str, folder: str) -> str:
    """Write a plugin into a new folder ``gxlint-NAME``, all of it or nothing.

    Args:
        name: of the plugin, as :func:`plugin_name` gives it.
        folder: that will hold the plugin's.

    Returns:
        The path of the plugin's folder.

    Raises:
        FileExistsError: the folder is there already and not empty.
        OSError: it cannot be written.
    """
    target = os.path.normpath(os.path.join(folder, _PREFIX + name))
    if os.path.lexists(target) and not (os.path.isdir(target) and not os.listdir(target)):
        raise FileExistsError(target)
    made = tempfile.mkdtemp(prefix=f".{_PREFIX}{name}-", dir=folder)
    try:
        for path, text in _files(name):
            file = Path(made, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        os.chmod(made, 0o777 & ~_umask())
        os.replace(made, target)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
    return target


def _files(name: str) -> Iterator[tuple[str, str]]:
    distribution = _PREFIX + name
    values = {
        "name": name,
        "distribution": distribution,
        "package": distribution.replace("-", "_"),
        "version": __version__,
        "interface": str(INTERFACE),
    }
    templates = files("gxlint.cli.templates").joinpath("plugin")
    for path, template in _FILES.items():
        text = templates.joinpath(template).read_text(encoding="utf-8")
        yield _filled(path, values), _filled(text, values)


def _filled(text: str, values: Mapping[str, str]) -> str:
    return _BLANK.sub(lambda blank: values[blank[1]], text)


def _umask() -> int:
    """The process's mask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def rules_folder(folder: str) -> str | None:
    """Where the rules of the plugin are kept that a folder belongs to.

    Args:
        folder: the plugin's, or one inside it.

    Returns:
        The folder ``rules`` of the package that the nearest ``pyproject.toml`` announces as a plugin; ``None`` where it
        announces none, or the package has no such folder.
    """
    here = Path(folder).resolve()
    for parent in (here, *here.parents):
        project = parent / "pyproject.toml"
        if project.is_file():
            return next(filter(None, (_rules_of(parent, module) for module in _announced(project))), None)
    return None


def _announced(project: Path) -> list[str]:
    """The modules that a project announces as plugins; none of one that cannot be read."""
    try:
        content: Any = tomllib.loads(project.read_text(encoding="utf-8"))
        entries = content["project"]["entry-points"][PROJECT]
        return [str(target).partition(":")[0].strip() for target in entries.values()]
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return []


def _rules_of(project: Path, module: str) -> str | None:
    for start in (project, project / "src"):
        found = start.joinpath(*module.split("."), "rules")
        if found.is_dir():
            return os.path.relpath(found)
    return None
