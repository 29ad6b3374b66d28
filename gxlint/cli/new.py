"""``gxlint new``: first versions of things, to be completed."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from importlib.resources import files

import click

from gxlint.api import Linter
from gxlint.cli import completing
from gxlint.cli.commands import CONTEXT, Command
from gxlint.cli.status import OK
from gxlint.cli.validation import check_kind
from gxlint.cli.writing import why_unwritten
from gxlint.config.finding import Nearest
from gxlint.form.reading import DisclosureForm
from gxlint.form.report import Drafting
from gxlint.i18n import _, later
from gxlint.saving import create_file

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_MARKDOWN = (".md", ".markdown")
_WORD, _TEXT = ".docx", ".txt"
#: An extension that somebody means; what follows a dot otherwise (2024.初稿) belongs to the name.
_OTHER = re.compile(r"\.[A-Za-z]{2,5}$")
RULE, REPORT, PLUGIN = "rule", "report", "plugin"


@click.command(
    cls=Command,
    context_settings=CONTEXT,
    options_metavar=later("[选项]"),
    help=later(
        "新建一条规则、一份报告或一个插件：\n"
        "  gxlint new rule 编号      一个规则文件，带一个还通不过的示例；加上 --toml 不用编程\n"
        "  gxlint new report 文件    一份报告的骨架（.docx、.txt 或 .md），六个部分和三张表齐全\n"
        "  gxlint new plugin 名称    一个可以安装、测试和发布的插件，带一条规则"
    ),
)
@click.argument("what", type=click.Choice([RULE, REPORT, PLUGIN]), metavar=later("种类"))
@click.argument("name", metavar=later("名称"))
@click.option("--category", default="local", metavar=later("类别"), help=later("规则的类别，默认 local"))
@click.option("--toml", is_flag=True, help=later("新建的规则写成 TOML，不用编程"))
@click.option(
    "--folder",
    default=None,
    metavar=later("文件夹"),
    shell_complete=completing.folders,
    help=later("写到哪个文件夹，默认当前文件夹；在插件里新建规则时默认插件的规则文件夹"),
)
@click.option(
    "--kind",
    metavar=later("种类"),
    shell_complete=completing.kinds,
    help=later("报告的种类，默认 disclosure（政府信息公开工作年度报告）"),
)
@click.option("--agency", default="机关全称", metavar=later("机关"), help=later("报告的机关全称"))
@click.option(
    "--year", type=click.IntRange(2000, 2100), default=None, metavar=later("年份"), help=later("报告的年份，默认去年")
)
def command(
    what: str,
    name: str,
    category: str,
    toml: bool,
    folder: str | None,
    kind: str | None,
    agency: str,
    year: int | None,
) -> int:
    """Write what is asked for; what is there already is never touched."""
    if what == PLUGIN:
        return _plugin(name, folder or os.curdir)
    if what == RULE:
        path, text = _written_rule(name, category, folder) if toml else _rule(name, category, folder)
        data = text.encode()
        hint = _("改好说明、示例和检查以后，用 gxlint test-rules {path} 运行示例", path=path)
    else:
        path, data = _report(name, folder or os.curdir, kind, agency, year or date.today().year - 1)
        hint = _("填好以后，用 gxlint check {path} 检查", path=path)
    with _telling(path):
        create_file(path, data)
    click.echo(_("已写入 {path}", path=path))
    click.echo(hint)
    if what == RULE and not _is_in_package(path):
        line = f'plugins = ["{path.replace(os.sep, "/")}"]'
        click.echo(_("要用它检查文稿，在 gxlint.toml 里写上 {line}", line=line))
    return OK


def _is_in_package(path: str) -> bool:
    """Whether a rule stands where a plugin looks for its rules, so that nobody needs to name it."""
    from gxlint.cli.scaffold import rules_folder

    folder = rules_folder(os.curdir)
    return folder is not None and os.path.samefile(folder, os.path.dirname(path) or os.curdir)


@contextmanager
def _telling(path: str) -> Iterator[None]:
    """Say why a file or folder could not be written."""
    try:
        yield
    except FileExistsError as error:
        raise click.UsageError(_("{path} 已经存在，没有改动", path=path)) from error
    except OSError as error:
        raise click.ClickException(_("{path} 写不进去：{error}", path=path, error=why_unwritten(error))) from error


def _plugin(written: str, folder: str) -> int:
    from gxlint.cli.scaffold import plugin_name, write_plugin
    from gxlint.plugins.errors import PluginError
    from gxlint.plugins.interface import PROJECT

    try:
        name = plugin_name(written)
    except PluginError as error:
        raise click.UsageError(str(error)) from error
    with _telling(os.path.normpath(os.path.join(folder, f"{PROJECT}-{name}"))):
        path = write_plugin(name, folder)
    click.echo(_("已写入 {path}，接着运行：", path=path))
    for line in (f"cd {shlex.quote(path)}", 'pip install -e ".[test]"', "pytest"):
        click.echo(f"  {line}")
    return OK


def _rule(name: str, category: str, folder: str | None) -> tuple[str, str]:
    from gxlint.cli.scaffold import rules_folder

    folder = folder or rules_folder(os.curdir) or os.curdir
    path = os.path.join(folder, name.replace("-", "_") + ".py")
    return os.path.normpath(path), _filled("rule.txt", name=name, category=category)


def _written_rule(name: str, category: str, folder: str | None) -> tuple[str, str]:
    file = name + ".toml"
    path = os.path.join(folder or os.curdir, file)
    return os.path.normpath(path), _filled("rule_toml.txt", name=name, category=category, file=file)


def _filled(template: str, *, name: str, **values: str) -> str:
    """A template with a rule's id and more filled in.

    Raises:
        click.UsageError: the id cannot be a rule's.
    """
    if not _NAME.fullmatch(name):
        raise click.UsageError(_("规则编号用小写字母、数字和短横线，说的是错在哪里，如 missing-hotline"))
    text = files("gxlint.cli.templates").joinpath(template).read_text(encoding="utf-8")
    return text.format(name=name, **values)


def _report(name: str, folder: str, kind: str | None, agency: str, year: int) -> tuple[str, bytes]:
    known = name.lower().endswith((*_MARKDOWN, _WORD, _TEXT))
    other = _OTHER.search(name)
    if other and not known:
        raise click.UsageError(_("报告不能写成 {suffix} 文件；可以是 .docx、.txt 或 .md", suffix=other.group()))
    path = os.path.normpath(os.path.join(folder, name if known else name + _MARKDOWN[0]))
    text = _form(kind, path).skeleton(agency, year)
    suffix = os.path.splitext(path)[1].lower()
    if suffix in _MARKDOWN:
        return path, text.encode()
    from gxlint.cli.rewriting import as_plain_text, as_word  # takes python-docx in

    return path, as_word(text) if suffix == _WORD else as_plain_text(text)


def _form(kind: str | None, path: str) -> Drafting:
    """The form with that name, which a plugin may have brought.

    Raises:
        click.UsageError: there is none, or it cannot begin a report.
    """
    if kind is None:
        return DisclosureForm()
    registry = Linter(config=Nearest()).projects.of(path).registry
    check_kind(kind, registry)
    form = registry.forms.get(kind)
    if not isinstance(form, Drafting):
        raise click.UsageError(_("种类 {kind} 没有报告的骨架，不能新建", kind=kind))
    return form
