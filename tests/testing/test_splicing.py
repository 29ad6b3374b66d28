from __future__ import annotations

import pytest

from gxlint.testing.notation import NotationError, read_examples
from gxlint.testing.reports import CorrectReport
from gxlint.testing.shapes import PIPE_MARKDOWN
from gxlint.testing.splicing import Spliced, base_report, splice
from gxlint.text import Span


def spliced(info: str, text: str) -> Spliced:
    (example,) = read_examples(f"```markdown bad {info}\n{text}\n```")
    return splice(example.fragment, base_report(example.fragment))


def place(draft: Spliced, words: str) -> str:
    start = draft.text.index(words)
    return draft.place(Span(start, start + len(words)))


def test_without_a_fragment_it_is_the_correct_report() -> None:
    assert spliced("in=署名", "").text.strip() == PIPE_MARKDOWN.write(CorrectReport()).decode().strip()


def test_a_paragraph_stands_at_the_end_of_its_place() -> None:
    draft = spliced("in=一", "第一行。\n\n第二行。")
    assert "\n\n第一行。\n\n第二行。\n\n## 二、" in draft.text
    assert place(draft, "第二") == "3:1-3:3"
    assert place(draft, "第一行。\n\n第二") == "1:1-3:3"
    assert place(draft, "## 二") == "「## 二」"


def test_for_replaces_what_stood_there() -> None:
    draft = spliced("for=五", "无。")
    assert "## 五、存在的主要问题及改进情况\n\n无。\n\n## 六、" in draft.text
    assert "\n\n## 五、问题\n\n无。\n\n## 六" in spliced("for=五", "## 五、问题\n\n无。").text
    assert spliced("for=标题", "# 总结").text.startswith("# 总结\n\n根据")


def test_sections_can_be_left_out() -> None:
    assert "五、存在" not in spliced("in=一 without=四,五", "无。").text
    with pytest.raises(NotationError):
        spliced("in=五 without=五", "无。")


def test_the_report_can_be_anothers() -> None:
    assert spliced("in=一 agency=临江市教育局 year=2023", "无。").text.startswith("# 临江市教育局2023年")
    with pytest.raises(NotationError, match="哪一类机关"):
        spliced("in=一 agency=某公司", "无。")


def test_a_whole_draft_is_taken_as_it_stands() -> None:
    draft = spliced("in=whole", "# 报告\n\n正文。")
    assert draft.text == "# 报告\n\n正文。\n"
    assert place(draft, "正文") == "3:1-3:3"


def test_an_outline_is_filled_in() -> None:
    outline = "# 标题\n\n## 二、总体情况\n\n## 五、问题与改进\n\n无。\n\n## 四、政府信息公开行政复议、行政诉讼情况"
    draft = spliced("in=outline", outline)
    assert "# 标题\n\n根据《中华人民共和国" in draft.text
    assert "## 二、总体情况\n\n### （一）主动公开\n\n" in draft.text
    assert "## 五、问题与改进\n\n无。\n\n## 四、" in draft.text
    assert "行政诉讼情况\n\n| 行政复议 |" in draft.text
    assert draft.text.endswith("2025年1月15日\n")
    assert place(draft, "五、") == "5:4-5:6"


def row(draft: Spliced, label: str) -> str:
    return next(line for line in draft.text.splitlines() if label in line)


@pytest.mark.parametrize(
    "written",
    [
        "| （七）总计 | 1 | 2 | 3 | 4 | 5 | 6 | 987 |",
        "| （七）总计 | | | 1 | 2 | 3 | 4 | 5 | 6 | 987 |",
        "|  | （七）总计 |  | 1 | 2 | 3 | 4 | 5 | 6 | 987 |",
        "| 三、本年度办理结果 | （七）总计 | 1 | 2 | 3 | 4 | 5 | 6 | 987 |",
    ],
)
def test_a_row_replaces_the_one_with_its_label(written: str) -> None:
    draft = spliced("in=三", written)
    assert row(draft, "（七）总计") == "|  | （七）总计 |  | 1 | 2 | 3 | 4 | 5 | 6 | 987 |"
    column = written.index("987")
    assert place(draft, "987") == f"1:{column + 1}-1:{column + 4}"
    assert draft.text.count("（七）总计") == 1
    assert "|  | 四、结转下年度继续办理 |" not in draft.text


def test_a_row_of_table_two_needs_no_covered_cells() -> None:
    draft = spliced("in=二", "| 行政许可 | 许多 |\n| 规范性文件 | 1 | 2 |  |")
    assert row(draft, "行政许可") == "| 行政许可 | 许多 |  |  |"
    assert row(draft, "规范性文件") == "| 规范性文件 | 1 | 2 |  |"


def test_columns_may_be_misnamed() -> None:
    draft = spliced(
        "in=三", "| 申请人 | 自然人 | 商业企业 | 科研机构 | 社会组织 | 法律服务机构 | 其他 | 总计 |\n|---|---|"
    )
    assert row(draft, "社会组织") == "|  |  |  |  | 商业企业 | 科研机构 | 社会组织 | 法律服务机构 | 其他 |  |"
    draft = spliced("in=二", "| 信息内容 | 本年制作件数 | 本年废止件数 | 现行有效件数 |")
    assert row(draft, "本年制作件数") == "| 信息内容 | 本年制作件数 | 本年废止件数 | 现行有效件数 |"
    assert "本年制发件数" not in draft.text


def test_a_ragged_row_stays_ragged() -> None:
    assert (
        row(spliced("in=三", "| 四、结转下年度继续办理 | 7 | 8 |"), "四、结转")
        == "| 四、结转下年度继续办理 |  |  | 7 | 8 |"
    )


def test_table_four_takes_a_course_or_the_whole_line() -> None:
    draft = spliced("in=四", "| 未经复议直接起诉 | 7 | 0 | 0 | 1 | 8 |")
    assert draft.text.count("未经复议直接起诉") == 1
    assert "| 2 | 0 | 0 | 1 | 3 | 7 | 0 | 0 | 1 | 8 | 0 |" in draft.text
    line = "| " + " | ".join(str(figure) for figure in range(15)) + " |"
    assert f"\n{line}\n" in spliced("in=四", line).text


def test_words_beside_a_table_follow_it() -> None:
    draft = spliced("in=二", "| 行政许可 | 7 |\n\n以上为全部数据。")
    assert draft.text.index("| 行政许可 | 7 |") < draft.text.index("以上为全部数据。")
    assert place(draft, "全部") == "3:4-3:6"


def test_a_row_that_names_nothing_is_refused() -> None:
    with pytest.raises(NotationError, match=r"表二没有像“党建工作.*”这样的一行"):
        spliced("in=二", "| 党建工作 | 7 |")
