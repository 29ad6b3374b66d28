"""Configuration as users meet it: which file counts for a draft, and what it does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gxlint.testing.shapes import PIPE_MARKDOWN

from .configured import DRAFTS, RULE, draft, found, paths, write
from .conftest import WRONG, Run, in_a_process

pytestmark = pytest.mark.usefixtures("folder")


class TestWhichOne:
    def test_without_any_the_defaults_hold(self, gxlint: Run) -> None:
        assert paths(gxlint) == list(DRAFTS)

    def test_the_nearest_to_the_draft_counts_in_all_formats(self, gxlint: Run) -> None:
        write("gxlint.toml", f'ignore = ["{RULE}"]')
        assert paths(gxlint) == []

    def test_not_the_one_of_the_current_folder(self, gxlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        draft("甲/草稿.md")
        draft("乙/草稿.md")
        draft("乙/内/草稿.md")
        write("gxlint.toml", f'[severity]\n{RULE} = "error"')
        write("乙/gxlint.toml", f'ignore = ["{RULE}"]')
        assert {item["path"]: item["severity"] for item in found(gxlint)} == dict.fromkeys(
            [*DRAFTS, "甲/草稿.md"], "error"
        )
        monkeypatch.chdir("乙")
        assert paths(gxlint, "../甲/草稿.md") == ["../甲/草稿.md"]
        assert paths(gxlint, "../乙/内/草稿.md") == []

    def test_an_absolute_path_too(self, gxlint: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write("gxlint.toml", f'ignore = ["{RULE}"]')
        monkeypatch.chdir("/")
        assert paths(gxlint, str(tmp_path / "有误.md")) == []

    def test_standard_input_by_its_name(self, gxlint: Run) -> None:
        write("甲/gxlint.toml", f'ignore = ["{RULE}"]')
        text = PIPE_MARKDOWN.write(WRONG)
        for name, rules in (("甲/草稿.md", []), ("乙/草稿.md", [RULE]), ("", [RULE])):
            done = gxlint("check", "-", "--stdin-filename", name, "--format", "json", stdin=text)
            assert [item["rule"] for item in json.loads(done.out) if item["rule"] == RULE] == rules

    def test_pyproject_counts_if_it_has_a_table(self, gxlint: Run) -> None:
        write("甲/pyproject.toml", '[project]\nname = "gxlint-x"\n# [tool.gxlint]\n')
        draft("甲/草稿.md")
        write("gxlint.toml", f'ignore = ["{RULE}"]')
        assert paths(gxlint) == []
        write("甲/pyproject.toml", f'[project]\nname = "x"\n\n[tool.gxlint.severity]\n{RULE} = "info"\n')
        assert [(item["path"], item["severity"]) for item in found(gxlint)] == [("甲/草稿.md", "info")]

    def test_gxlint_toml_counts_before_pyproject(self, gxlint: Run) -> None:
        write("pyproject.toml", f'[tool.gxlint]\nignore = ["{RULE}"]\n')
        assert paths(gxlint) == []
        write("gxlint.toml", "")
        assert paths(gxlint) == list(DRAFTS)

    def test_one_can_be_named_and_none_can(self, gxlint: Run) -> None:
        write("gxlint.toml", f'ignore = ["{RULE}"]')
        write("别处/严.toml", f'[severity]\n{RULE} = "error"')
        assert {item["severity"] for item in found(gxlint, "--config", "别处/严.toml")} == {"error"}
        assert {item["severity"] for item in found(gxlint, "--no-config")} == {"warning"}

    def test_patterns_of_one_that_is_named_are_about_the_current_folder(
        self, gxlint: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        draft("甲/草稿.md")
        write("别处/严.toml", f'exclude = ["*.txt"]\n[per-file-ignores]\n"/甲/*.md" = ["{RULE}"]\n')
        assert paths(gxlint, "--config", "别处/严.toml") == ["有误.docx", "有误.md"]
        monkeypatch.chdir("别处")
        assert len(paths(gxlint, "--config", "严.toml", str(tmp_path))) == 3

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (("--config", "没有.toml"), "没有配置文件 没有.toml"),
            (("--config", "gxlint.toml", "--no-config"), "--config 与 --no-config 不能同时使用"),
            (("--config", "pyproject.toml"), "pyproject.toml 没有 [tool.gxlint] 这个表"),
        ],
    )
    def test_wrong_choices(self, gxlint: Run, arguments: tuple[str, ...], message: str) -> None:
        write("gxlint.toml", "")
        write("pyproject.toml", "[project]")
        done = gxlint("check", *arguments)
        assert (done.status, done.out) == (2, "")
        assert message in done.err


class TestCommandLine:
    """It counts more than a configuration."""

    @pytest.mark.parametrize(
        ("config", "arguments", "finds"),
        [
            (f'ignore = ["{RULE}"]', ("--select", RULE), True),
            ('ignore = ["wording"]', ("--select", RULE), True),
            ('ignore = ["wording"]', ("--select", "wording"), True),
            (f'ignore = ["{RULE}"]', ("--select", "wording"), False),
            (f'[severity]\n{RULE} = "off"', ("--select", RULE), True),
            ('[severity]\nwording = "off"', ("--select", RULE), True),
            ('select = ["table"]', ("--select", RULE), True),
            ('select = ["table"]', (), False),
            (f'select = ["{RULE}"]', ("--ignore", "wording"), False),
            (f'select = ["{RULE}"]', ("--ignore", RULE), False),
            ('select = ["wording"]', ("--ignore", RULE), False),
            ('select = ["wording"]', ("--ignore", "table"), True),
            (f'[per-file-ignores]\n"*.md" = ["{RULE}"]', ("--select", RULE), True),
            ('[files]\n"*.md" = "none"', ("--kind", "document"), True),
        ],
    )
    def test_over_the_configuration(self, gxlint: Run, config: str, arguments: tuple[str, ...], finds: bool) -> None:
        write("gxlint.toml", config)
        assert bool(found(gxlint, "有误.md", *arguments)) == finds

    def test_fail_on(self, gxlint: Run) -> None:
        write("gxlint.toml", 'fail-on = "error"')
        assert gxlint("check", "有误.md").status == 0
        assert gxlint("check", "有误.md", "--fail-on", "warning").status == 1
        write("gxlint.toml", 'fail-on = "never"')
        assert gxlint("check", "有误.md").status == 0

    def test_fail_on_of_a_folder_elsewhere(self, gxlint: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write("甲/gxlint.toml", 'fail-on = "error"')
        draft("甲/草稿.md")
        monkeypatch.chdir("/")
        assert gxlint("check", str(tmp_path / "甲" / "草稿.md")).status == 0
        assert gxlint("check", str(tmp_path / "甲")).status == 0

    def test_language(self, gxlint: Run) -> None:
        write("gxlint.toml", 'lang = "en"')
        assert "检查了" not in gxlint("check", "正确.md").out
        assert "检查了" in gxlint("check", "正确.md", "--lang", "zh").out


class TestExtend:
    def test_own_settings_count_more(self, gxlint: Run) -> None:
        write("公用/基础.toml", f'[severity]\n{RULE} = "error"\nstale-year = "error"\n')
        write("gxlint.toml", f'extend = "公用/基础.toml"\n[severity]\n{RULE} = "info"\n')
        assert {item["severity"] for item in found(gxlint)} == {"info"}
        shown = {item["name"]: item for item in json.loads(gxlint("config", "--format", "json").out)["settings"]}
        assert shown["severity.stale-year"]["value"] == "error"
        assert shown["severity.stale-year"]["origin"]["path"].endswith("基础.toml")

    def test_chains(self, gxlint: Run) -> None:
        write("省/省.toml", f'[severity]\n{RULE} = "error"\n')
        write("市/市.toml", 'extend = "../省/省.toml"\nignore = ["stale-year"]\n')
        write("县/gxlint.toml", 'extend = "../市/市.toml"\n')
        draft("县/草稿.md")
        assert [item["severity"] for item in found(gxlint, "县")] == ["error"]

    def test_patterns_of_a_common_file_speak_of_the_project(self, gxlint: Run) -> None:
        write("公用/基础.toml", f'exclude = ["附件/"]\n[per-file-ignores]\n"草*.md" = ["{RULE}"]\n')
        write("县/gxlint.toml", 'extend = "../公用/基础.toml"\n')
        for name in ("县/草稿.md", "县/附件/其他.md", "县/其他.md"):
            draft(name)
        assert paths(gxlint, "县") == ["县/其他.md"]

    def test_pyproject_can_extend(self, gxlint: Run) -> None:
        write("基础.toml", f'ignore = ["{RULE}"]')
        write("pyproject.toml", '[tool.gxlint]\nextend = "基础.toml"\n')
        assert paths(gxlint) == []

    @pytest.mark.parametrize(
        ("files", "message"),
        [
            ({"gxlint.toml": '\nextend = "gxlint.toml"'}, "gxlint.toml:2 extend 绕了一圈又回到"),
            (
                {"gxlint.toml": 'extend = "甲/a.toml"', "甲/a.toml": '#\n#\nextend = "../gxlint.toml"'},
                "甲/a.toml:3 extend 绕了一圈又回到",
            ),
            ({"gxlint.toml": 'extend = "没有.toml"'}, "gxlint.toml:1 extend 指的文件不存在："),
            ({"gxlint.toml": "extend = 3"}, "gxlint.toml:1 extend 应写另一个配置文件的路径"),
            ({"gxlint.toml": 'extend = "a.toml"', "a.toml": "fail-on = 1\n"}, "a.toml:1 fail-on 写得不对"),
            ({"gxlint.toml": 'extend = "a.toml"', "a.toml": "= 1\n"}, "a.toml:1 不是正确的 TOML"),
        ],
    )
    def test_mistakes(self, gxlint: Run, files: dict[str, str], message: str) -> None:
        for name, text in files.items():
            write(name, text)
        done = gxlint("check")
        assert (done.status, done.out) == (2, "")
        assert done.err.startswith("配置有误：" + message)


class TestFiles:
    def test_rules_can_be_ignored_by_path(self, gxlint: Run) -> None:
        draft("科室/草稿.md")
        draft("科室/深/草稿.md")
        write("gxlint.toml", f'[per-file-ignores]\n"/有误.*" = ["{RULE}"]\n"科室/*.md" = ["wording"]\n')
        assert paths(gxlint) == ["科室/深/草稿.md"]

    def test_patterns_are_relative_to_the_configuration(self, gxlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        draft("甲/草稿.md")
        write("gxlint.toml", f'[per-file-ignores]\n"/甲/草稿.md" = ["{RULE}"]\n')
        monkeypatch.chdir("甲")
        assert paths(gxlint, "草稿.md") == []

    def test_kinds(self, gxlint: Run) -> None:
        write("gxlint.toml", '[files]\n"*" = "none"\n"通知.md" = "document"\n')
        write("通知.md", "# 关于开会的通知\n\n截止2024年12月31日，已经报名。\n")
        assert paths(gxlint) == ["通知.md"]
        assert "5 个文件跳过" not in gxlint("check").out

    def test_the_last_pattern_that_fits_counts(self, gxlint: Run) -> None:
        write("gxlint.toml", '[files]\n"*.md" = "none"\n"有误.md" = "disclosure"\n')
        assert paths(gxlint, "有误.md") == ["有误.md"]

    def test_excluded_ones_are_passed_over(self, gxlint: Run) -> None:
        for name in ("归档/草稿.md", "归档/深/草稿.md", "归档草稿.md", "甲/归档/草稿.md", "甲/草稿.md"):
            draft(name)
        write("gxlint.toml", 'exclude = ["归档/", "*.txt", "/甲/草稿.md"]\n')
        assert paths(gxlint) == ["归档草稿.md", "有误.docx", "有误.md"]
        assert paths(gxlint, "**/*.md") == ["归档草稿.md", "有误.md"]

    def test_but_not_if_they_are_named(self, gxlint: Run) -> None:
        draft("归档/草稿.md")
        write("gxlint.toml", 'exclude = ["归档/", "*.txt"]\n')
        assert paths(gxlint, "归档/草稿.md", "有误.txt") == ["归档/草稿.md", "有误.txt"]
        assert paths(gxlint, "归档") == ["归档/草稿.md"]

    def test_a_broken_configuration_in_an_excluded_folder_does_no_harm(self, gxlint: Run) -> None:
        draft("归档/草稿.md")
        write("归档/gxlint.toml", "= 3")
        write("gxlint.toml", 'exclude = ["归档/"]\n')
        assert paths(gxlint) == list(DRAFTS)


MODULES = ("tomllib", "gxlint.config.config", "gxlint.options", "gxlint.fixes")


@pytest.mark.parametrize(
    ("config", "loaded"),
    [
        (None, []),
        ('ignore = ["stale-year"]', ["tomllib", "gxlint.config.config"]),
        ('exclude = ["归档/"]', ["tomllib", "gxlint.config.config"]),
    ],
)
def test_only_what_is_needed_is_imported(folder: Path, config: str | None, loaded: list[str]) -> None:
    if config is not None:
        write("gxlint.toml", config)
    write(
        "sitecustomize.py",
        "import atexit, sys\n"
        f"atexit.register(lambda: print(*[name for name in {MODULES} if name in sys.modules], file=sys.stderr))\n",
    )
    done = in_a_process("check", cwd=folder, PYTHONPATH=str(folder))
    assert done.status == 1
    assert done.err.split() == loaded
