"""``gxlint config`` and ``gxlint init``."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from gxlint.config.keys import KEYS, TABLES
from gxlint.config.schema import schema_of
from gxlint.testing.running import built_in_registry

from .conftest import Run

pytestmark = pytest.mark.usefixtures("folder")

SCHEMA = Path(__file__).parents[2] / "docs" / "gxlint.schema.json"


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def settings(gxlint: Run, *arguments: str) -> dict[str, tuple[Any, tuple[str, int] | None]]:
    """Each setting's value and the file name and line where it was written."""
    done = gxlint("config", "--format", "json", *arguments)
    assert done.status == 0
    return {
        item["name"]: (
            item["value"],
            item["origin"] and (Path(item["origin"]["path"]).name, item["origin"]["line"]),
        )
        for item in json.loads(done.out)["settings"]
    }


class TestConfig:
    def test_defaults(self, gxlint: Run) -> None:
        shown = settings(gxlint)
        assert shown["fail-on"] == ("warning", None)
        assert shown["ignore"] == ([], None)
        assert shown["select"] == (None, None)
        assert shown["rules.overlong-sentence.max-characters"] == (150, None)
        assert "没有配置文件" in gxlint("config").out

    def test_each_value_with_its_origin(self, gxlint: Run, tmp_path: Path) -> None:
        write("公用/公用.toml", 'fail-on = "error"\n\n[rules.overlong-sentence]\nmax-characters = 80\n')
        write(
            "gxlint.toml",
            'extend = "公用/公用.toml"\nignore = ["stale-year"]\n\n[severity]\nwording = "info"\n'
            '[per-file-ignores]\n"甲/*.md" = ["table"]\n[files]\n"乙/*" = "none"\n',
        )
        shown = settings(gxlint)
        assert shown["extend"] == (str(tmp_path / "公用" / "公用.toml"), ("gxlint.toml", 1))
        assert shown["ignore"] == (["stale-year"], ("gxlint.toml", 2))
        assert shown["fail-on"] == ("error", ("公用.toml", 1))
        assert shown["severity.wording"] == ("info", ("gxlint.toml", 5))
        assert shown["rules.overlong-sentence.max-characters"] == (80, ("公用.toml", 4))
        assert shown["rules.overlong-overview.max-characters"] == (1000, None)
        assert shown['per-file-ignores."甲/*.md"'] == (["table"], ("gxlint.toml", 7))
        files = json.loads(gxlint("config", "--format", "json").out)["files"]
        assert [Path(name).name for name in files] == ["gxlint.toml", "公用.toml"]

    def test_of_a_file_only_what_concerns_it(self, gxlint: Run) -> None:
        write("gxlint.toml", '[files]\n"正*" = "none"\n"甲/*" = "none"\n[per-file-ignores]\n"*.txt" = ["table"]\n')
        shown = settings(gxlint, "正确.md")
        assert {name for name in shown if name.startswith(("files", "per-file"))} == {'files."正*"'}

    def test_of_a_folder_elsewhere(self, gxlint: Run) -> None:
        write("甲/gxlint.toml", 'lang = "zh"\nfail-on = "info"')
        assert settings(gxlint, "甲")["fail-on"] == ("info", ("gxlint.toml", 2))
        assert settings(gxlint)["fail-on"] == ("warning", None)
        assert settings(gxlint, "--config", "甲/gxlint.toml")["fail-on"] == ("info", ("gxlint.toml", 2))
        assert settings(gxlint, "甲", "--no-config")["fail-on"] == ("warning", None)

    def test_the_text_is_a_configuration_that_says_the_same(self, gxlint: Run) -> None:
        write("词表.txt", "公开栏目 公开专栏\n")
        write(
            "gxlint.toml",
            'ignore = ["stale-year"]\nexclude = ["归档/"]\n[severity]\n"wording" = "off"\n[files]\n"甲 乙/*" = "none"\n'
            '[rules.missing-overview-aspect.synonyms]\n"政府信息管理" = ["内控"]\n'
            '[rules.misspelling]\nextra = "词表.txt"\n',
        )
        text = gxlint("config").out
        assert 'ignore = ["stale-year"]  # gxlint.toml:1\n' in text
        assert 'fail-on = "warning"  # 默认\n' in text
        assert "# select 没有设置\n" in text
        before = {name: value for name, (value, _origin) in settings(gxlint).items()}
        write("gxlint.toml", text)
        assert {name: value for name, (value, _origin) in settings(gxlint).items()} == before

    def test_a_broken_one_is_told(self, gxlint: Run) -> None:
        write("gxlint.toml", "\nfail-on = 3")
        done = gxlint("config")
        assert (done.status, done.out) == (2, "")
        assert done.err.startswith("配置有误：gxlint.toml:2 ")

    def test_a_path_that_does_not_exist(self, gxlint: Run) -> None:
        done = gxlint("config", "没有")
        assert (done.status, done.out) == (2, "")
        assert "没有这个文件或文件夹：没有" in done.err


class TestInit:
    def test_writes_a_configuration_that_changes_nothing(self, gxlint: Run) -> None:
        before = settings(gxlint)
        done = gxlint("init")
        assert (done.status, done.err) == (0, "")
        assert tomllib.loads(Path("gxlint.toml").read_text(encoding="utf-8")) == {}
        assert settings(gxlint) == before
        assert "配置文件：gxlint.toml" in gxlint("config").out

    def test_each_example_in_it_is_right(self, gxlint: Run) -> None:
        gxlint("init")
        for name in ("../公用.toml", "../2023年/报告.docx"):
            write(name, "")
        Path("本地规则").mkdir()
        lines = Path("gxlint.toml").read_text(encoding="utf-8").splitlines()
        Path("gxlint.toml").write_text(
            "\n".join(line[1:] if line.startswith("#") and not line.startswith("# ") else line for line in lines),
            encoding="utf-8",
        )
        shown = settings(gxlint)
        assert {key.name for key in KEYS} == {name for name in shown if "." not in name}
        assert all(shown[key.name][1] for key in KEYS)
        assert all(any(name.startswith(f"{table.name}.") and shown[name][1] for name in shown) for table in TABLES)

    def test_in_another_folder(self, gxlint: Run) -> None:
        Path("甲").mkdir()
        assert gxlint("init", "甲").status == 0
        assert Path("甲", "gxlint.toml").is_file()

    def test_touches_nothing_that_is_there(self, gxlint: Run) -> None:
        write("gxlint.toml", "# 我的\n")
        done = gxlint("init")
        assert done.status == 2
        assert "gxlint.toml 已经存在，没有改动" in done.err
        assert Path("gxlint.toml").read_text(encoding="utf-8") == "# 我的\n"

    def test_nor_hides_another_one(self, gxlint: Run) -> None:
        write("pyproject.toml", "[tool.gxlint]\n")
        done = gxlint("init")
        assert done.status == 2
        assert "pyproject.toml 里已经有 [tool.gxlint]" in done.err
        assert not Path("gxlint.toml").exists()

    def test_a_folder_that_does_not_exist(self, gxlint: Run) -> None:
        done = gxlint("init", "没有")
        assert done.status == 2
        assert "写不进去" in done.err


class TestSchema:
    def test_the_one_in_the_documentation_is_up_to_date(self) -> None:
        registry = built_in_registry()
        made = schema_of(registry.rules.values(), registry.kinds)
        assert json.loads(SCHEMA.read_text(encoding="utf-8")) == made, (
            "run: gxlint config --no-config --schema > docs/gxlint.schema.json"
        )

    def test_the_command_prints_it(self, gxlint: Run) -> None:
        made = json.loads(gxlint("config", "--schema").out)
        jsonschema.Draft7Validator.check_schema(made)
        assert "stale-year" in made["definitions"]["selector"]["anyOf"][0]["enum"]

    @pytest.mark.parametrize(
        ("text", "right"),
        [
            ("", True),
            ('ignore = ["stale-year", "table", "ningxia/*", "local/missing-hotline"]', True),
            ('ignore = ["stale-yaer"]', False),
            ('[severity]\nwording = "off"\n"ningxia/*" = "error"', True),
            ('[severity]\nwording = "fatal"', False),
            ('[severity]\nwordin = "error"', False),
            ('[files]\n"*.md" = "disclosure"', True),
            ('[files]\n"*.md" = "notice"', False),
            ("[rules.overlong-sentence]\nmax-characters = 3", True),
            ('[rules.overlong-sentence]\nmax-characters = "3"', False),
            ("[rules.overlong-sentence]\nmax = 3", False),
            ("[rules.overlong-sentense]\nmax-characters = 3", False),
            ('[rules.missing-overview-aspect.synonyms]\n"a" = ["b"]', True),
            ('[rules.missing-overview-aspect.synonyms]\n"a" = "b"', False),
            ('[rules."local/hotline"]\nwords = 3', True),
            ('fail-on = "off"', False),
            ("ignroe = []", False),
        ],
    )
    def test_accepts_what_gxlint_accepts(self, gxlint: Run, text: str, right: bool) -> None:
        schema = json.loads(gxlint("config", "--schema").out)
        assert jsonschema.Draft7Validator(schema).is_valid(tomllib.loads(text)) == right
        if "/" not in text:
            write("gxlint.toml", text)
            assert (gxlint("config").status == 0) == right
