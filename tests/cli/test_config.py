"""Configuration as users meet it: which file counts for a draft, and what it does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gxlint.testing.shapes import PIPE_MARKDOWN

from .conftest import CORRECT, WRONG, Run, in_a_process

pytestmark = pytest.mark.usefixtures("folder")

RULE = "misused-jiezhi"
DRAFTS = ("有误.docx", "有误.md", "有误.txt")


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def draft(path: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(PIPE_MARKDOWN.write(WRONG))


def found(gxlint: Run, *arguments: str) -> list[dict[str, Any]]:
    """The findings about the wrong sentence of the drafts."""
    done = gxlint("check", "--format", "json", *arguments)
    assert done.status in (0, 1), done
    return [item for item in json.loads(done.out) if item["rule"] == RULE]


def paths(gxlint: Run, *arguments: str) -> list[str]:
    return [item["path"] for item in found(gxlint, *arguments)]


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


class TestSeverity:
    @pytest.mark.parametrize(
        ("table", "severity"),
        [
            (f'{RULE} = "error"', "error"),
            ('wording = "info"', "info"),
            (f'wording = "off"\n{RULE} = "info"', "info"),
            (f'{RULE} = "off"', None),
            ('wording = "off"', None),
        ],
    )
    def test_by_rule_and_category_in_all_formats(self, gxlint: Run, table: str, severity: str | None) -> None:
        write("gxlint.toml", f"[severity]\n{table}\n")
        assert [item["severity"] for item in found(gxlint)] == [severity] * len(DRAFTS if severity else ())

    def test_a_rule_that_is_off_is_switched_on(self, gxlint: Run) -> None:
        write(
            "gxlint.toml", '[severity]\noverlong-overview = "warning"\n[rules.overlong-overview]\nmax-characters = 9\n'
        )
        assert "overlong-overview" in gxlint("check", "正确.md").out


class TestOptions:
    def test_a_word_list_beside_the_configuration(self, gxlint: Run) -> None:
        write("词表/本地.txt", "[本局用语]\n公开栏目 公开专栏\n")
        write("gxlint.toml", '[rules.misspelling]\nextra = "词表/本地.txt"\n')
        Path("深").mkdir()
        Path("深", "草稿.md").write_bytes(PIPE_MARKDOWN.write(CORRECT.with_paragraph("一", "新开公开栏目一个。")))
        done = gxlint("check", "深/草稿.md")
        assert "“公开栏目”应为“公开专栏”" in done.out

    def test_relative_to_the_file_that_it_is_written_in(self, gxlint: Run) -> None:
        write("公用/词表.txt", "[用语]\n公开栏目 公开专栏\n")
        write("公用/基础.toml", '[rules.misspelling]\nextra = "词表.txt"\n')
        write("gxlint.toml", 'extend = "公用/基础.toml"\n')
        Path("草稿.md").write_bytes(PIPE_MARKDOWN.write(CORRECT.with_paragraph("一", "新开公开栏目一个。")))
        assert "“公开栏目”应为“公开专栏”" in gxlint("check", "草稿.md").out

    def test_a_faulty_word_list_is_named_with_its_line(self, gxlint: Run) -> None:
        write("词表.txt", "[用语]\n只有错的\n")
        write("gxlint.toml", '[rules.misspelling]\nextra = "词表.txt"\n')
        done = gxlint("check", "有误.md")
        assert done.status == 2
        assert "词表.txt 第2行：缺少正确写法" in done.out

    def test_numbers_lists_and_tables(self, gxlint: Run) -> None:
        write(
            "gxlint.toml",
            'select = ["overlong-sentence", "missing-overview-aspect"]\n'
            "[rules.overlong-sentence]\nmax-characters = 20\n"
            '[rules.missing-overview-aspect.synonyms]\n"政府信息管理" = ["信息内控"]\n',
        )
        assert "overlong-sentence" in gxlint("check", "正确.md").out


MISTAKES = [
    ('[tool.gxlint]\nignore = ["table"]', 2, "[tool.gxlint] 只写在 pyproject.toml 里，这里的设置前面不写它"),
    ('\nignroe = ["table"]', 2, "没有这项设置：ignroe；是不是 ignore？"),
    ('ignore = ["stale-yaer"]', 1, "没有这条规则或类别：stale-yaer；是不是 stale-year？"),
    ('ignore = [\n  "stale-year",\n  "stael-year",\n]', 3, "没有这条规则或类别：stael-year；是不是 stale-year？"),
    ('select = "table"', 1, 'select 写得不对，应写成 select = ["table", "consistency"]'),
    ("ignore = [1]", 1, "ignore 写得不对"),
    ("[select]\na = 1", 2, "select 写得不对"),
    ('#\nfail-on = "fatal"', 2, "“fatal”不行，只能是 error、warning、info、never"),
    ("fail-on = 1", 1, 'fail-on 写得不对，应写成 fail-on = "warning"'),
    ('lang = "fr"', 1, "“fr”不行，只能是 zh、en"),
    ('[severity]\n\nstale-year = "fatal"', 3, "“fatal”不行，只能是 error、warning、info、off"),
    ("[severity]\nstale-year = 2", 2, "“2”不行"),
    ('[severity]\nstale-yaer = "error"', 2, "没有这条规则或类别：stale-yaer；是不是 stale-year？"),
    ('severity.tabel = "error"', 1, "没有这条规则或类别：tabel；是不是 table？"),
    ('severity = { wording = "error",\n  }', 1, "不是正确的 TOML"),
    ('severity = "error"', 1, "severity 应是一个表，写成 [severity]"),
    ('[per-file-ignores]\n"*.md" = "table"', 2, "per-file-ignores.*.md 应是一列规则"),
    ('[per-file-ignores]\n"*.md" = ["tabel"]', 2, "没有这条规则或类别：tabel；是不是 table？"),
    ('[files]\n"*.md" = "notice"', 2, "“notice”不行，只能是 disclosure、document、none"),
    ("[rules.overlong-sentence]\n\nmax-characters = true", 3, "规则 overlong-sentence 的选项 max-characters 应是整数"),
    ("[rules.overlong-sentence]\nmax = 3", 2, "规则 overlong-sentence 没有选项 max；它的选项是：max-characters"),
    ("[rules.overlong-sentense]\nmax = 3", 2, "没有这条规则：overlong-sentense；是不是 overlong-sentence？"),
    ("[rules.stale-yaer]", 1, "没有这条规则：stale-yaer；是不是 stale-year？"),
    ("[rules.stale-year]\nmax = 3", 2, "规则 stale-year 没有选项"),
    ("[rules]\nstale-year = true", 2, "规则的选项要写在表里，写成 [rules.stale-year]"),
    ('[rules.misspelling]\nextra = "没有.txt"', 2, "规则 misspelling 的选项 extra 应是一个已有的文件；没有 "),
    ("[rules.misspelling]\nextra = 3", 2, "规则 misspelling 的选项 extra 应是一个路径"),
    ('[rules.invalid-number]\nslash-rows = "rules"', 2, "规则 invalid-number 的选项 slash-rows 应是一列值"),
    ("[rules.missing-overview-aspect]\nsynonyms = 1", 2, "的选项 synonyms 应是一个表"),
    ('plugins = [\n  "没有/",\n]', 2, "plugins 指的文件不存在："),
    ('previous-report = "没有.docx"', 1, "previous-report 指的文件不存在："),
    ('exclude = ["a"]\nexclude = ["b"]', 2, "不是正确的 TOML"),
    ('\n\nselect = ["table"', 3, "不是正确的 TOML"),
]


@pytest.mark.parametrize(("text", "line", "message"), MISTAKES)
class TestMistakes:
    """Named with file and line and what would be right; nothing is linted."""

    def test_in_gxlint_toml(self, gxlint: Run, text: str, line: int, message: str) -> None:
        write("gxlint.toml", text)
        done = gxlint("check")
        assert (done.status, done.out) == (2, "")
        assert done.err.startswith(f"配置有误：gxlint.toml:{line} ")
        assert message in done.err
        assert done.err.count("\n") == 1

    def test_in_a_folder_further_down(self, gxlint: Run, text: str, line: int, message: str) -> None:
        draft("甲/草稿.md")
        write("甲/gxlint.toml", text)
        for command in ("check", "fix"):
            done = gxlint(command)
            assert (done.status, done.out) == (2, "")
            assert done.err.startswith(f"配置有误：甲/gxlint.toml:{line} ")


def test_mistakes_in_pyproject_have_their_lines(gxlint: Run) -> None:
    write("pyproject.toml", '[project]\nname = "x"\n\n[tool.gxlint]\nignore = [\n"tabel"]\n')
    assert gxlint("check").err.startswith("配置有误：pyproject.toml:6 没有这条规则或类别：tabel；是不是 table？")


@pytest.mark.parametrize("data", ["ignore = []".encode("utf-16"), b"\xff\xfe\x00", "# 说明".encode("gb18030")])
def test_a_configuration_in_another_encoding(gxlint: Run, data: bytes) -> None:
    Path("gxlint.toml").write_bytes(data)
    done = gxlint("check")
    assert done.status == 2
    assert "gxlint.toml 配置文件不是 UTF-8 编码" in done.err


def test_a_byte_order_mark_and_windows_line_ends(gxlint: Run) -> None:
    Path("gxlint.toml").write_bytes(f'# 说明\r\nignore = ["{RULE}"]\r\n'.encode("utf-8-sig"))
    assert paths(gxlint) == []


def test_a_folder_called_like_a_configuration_is_none(gxlint: Run) -> None:
    Path("gxlint.toml").mkdir()
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
