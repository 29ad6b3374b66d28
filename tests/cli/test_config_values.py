"""What a configuration says: severities, options of rules, and mistakes in it, told with their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from gxlint.testing.shapes import PIPE_MARKDOWN

from .configured import DRAFTS, RULE, draft, found, paths, write
from .conftest import CORRECT, Run

pytestmark = pytest.mark.usefixtures("folder")


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
    assert "gxlint.toml 文件不是 UTF-8 编码" in done.err


def test_a_byte_order_mark_and_windows_line_ends(gxlint: Run) -> None:
    Path("gxlint.toml").write_bytes(f'# 说明\r\nignore = ["{RULE}"]\r\n'.encode("utf-8-sig"))
    assert paths(gxlint) == []


def test_a_folder_called_like_a_configuration_is_none(gxlint: Run) -> None:
    Path("gxlint.toml").mkdir()
    assert paths(gxlint) == list(DRAFTS)
