"""Writes the example drafts: one invented township's report with typical faults, in three formats.

Run it from the repository's root: ``.venv/bin/python docs/examples/build.py``.
"""

from pathlib import Path

from gxlint.testing.reports import CorrectReport
from gxlint.testing.shapes import CELL_A_LINE_TEXT, MERGED_DOCX, PIPE_MARKDOWN

HERE = Path(__file__).parent


def faulty() -> CorrectReport:
    """The correct report with what clerks get wrong most often."""
    report = (
        CorrectReport()
        .with_title("青禾县云溪镇人民政府2024年政府信息公开工作报告")
        .replace("本报告所列数据的统计期限为2024年1月1日至2024年12月31日。", "")
        .replace("邮编：426359", "邮编：42635")
        .with_heading("五", "五、存在主要问题及改进情况")
        .replace("2024年新收到政府信息公开申请15件", "2024年新收到政府信息公开申请14件")
        .replace("围绕群众关心的", "截止2024年12月31日，围绕群众关心的")
        .replace("把专业术语讲得通俗易懂", "更好的满足群众需要")
        .replace("三是建立交接带教制度", "四是建立交接带教制度")
        .with_paragraph("六", "本年度XX镇共开展公开日活动2次。")
        .with_cell("disclosure", "coercion", "decisions", "")
        .with_cell("applications", "granted", "business", 3)
        .with_cell("disputes", "review", "total", 4)
    )
    return report.with_signature("青禾县云溪镇人民政府", "2025年4月15日")


def main() -> None:
    """Write the drafts beside this file."""
    for shape in (PIPE_MARKDOWN, CELL_A_LINE_TEXT, MERGED_DOCX):
        (HERE / f"云溪镇2024年度报告{shape.suffix}").write_bytes(shape.write(faulty()))


if __name__ == "__main__":
    main()
