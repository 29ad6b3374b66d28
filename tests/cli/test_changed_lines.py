"""``--changed-lines``: only what stands on lines that have changed."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from gxlint.form.layout import Key
from gxlint.testing.shapes import SHAPES, TABBED_TEXT, Shape

from .changing import AFTER, BEFORE, NEW, OLD, RULE, commit, found, lay_out
from .conftest import CORRECT, WRITERS, Git, Run, write


@pytest.fixture(autouse=True)
def drafts(folder: Path, git: Git) -> None:
    lay_out(folder, git)


class TestLines:
    @pytest.mark.parametrize("suffix", WRITERS)
    def test_only_what_is_on_changed_lines(self, gxlint: Run, suffix: str) -> None:
        write(f"甲{suffix}", AFTER)
        whole = found(gxlint, "--changed")
        (item,) = found(gxlint, "--changed-lines")
        assert [item["path"] for item in whole] == [f"甲{suffix}"] * 2
        assert item == whole[1]

    def test_what_is_elsewhere_is_counted(self, gxlint: Run) -> None:
        write("甲.md", AFTER)
        done = gxlint("check", "--select", RULE, "--changed-lines")
        assert (done.status, done.out.splitlines()[-1]) == (1, "另有 1 个问题不在改动过的行里。")
        write("甲.md", BEFORE.with_paragraph("二", "已经核实。"))
        done = gxlint("check", "--select", RULE, "--changed-lines")
        assert done.status == 0
        assert "没有发现问题。\n另有 1 个问题不在改动过的行里。\n" in done.out

    @pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
    def test_a_sum_is_broken_where_a_part_was_changed(self, gxlint: Run, git: Git, shape: Shape) -> None:
        name = f"表{shape.suffix}"
        figures = CORRECT.figures.applications
        changed = CORRECT.with_cell("applications", "new", "natural_person", figures[Key("new", "natural_person")] + 1)
        Path(name).write_bytes(shape.write(BEFORE))
        commit(git)
        Path(name).write_bytes(shape.write(changed.with_paragraph("一", OLD)))
        rules = "row-sum-mismatch,balance-mismatch"
        done = gxlint("check", "--format", "json", "--changed-lines", "--select", rules)
        assert {item["rule"] for item in json.loads(done.out)} == set(rules.split(","))

    def test_where_lines_were_deleted_their_neighbours_count(self, gxlint: Run) -> None:
        write("甲.md", CORRECT.with_paragraph("一", NEW, "已经核实。"))
        subprocess.run(["git", "commit", "--quiet", "--all", "--message", "文稿"], check=True)
        write("甲.md", CORRECT.with_paragraph("一", NEW))
        assert len(found(gxlint, "--changed-lines")) == 1
        write("甲.md", CORRECT.with_paragraph("一", NEW, "已经核实。").without_section("六"))
        assert found(gxlint, "--changed-lines") == []

    @pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
    def test_other_encodings_and_line_ends_are_the_same_lines(self, gxlint: Run, encoding: str) -> None:
        text = TABBED_TEXT.write(AFTER).decode()
        Path("甲.txt").write_bytes(text.replace("\n", "\r\n").encode(encoding))
        assert len(found(gxlint, "--changed-lines")) == 1

    def test_a_renamed_file_is_compared_with_what_it_was(self, gxlint: Run, git: Git) -> None:
        git("mv", "甲.md", "丙.md")
        assert found(gxlint, "--changed-lines") == []
        write("丙.md", AFTER)
        assert len(found(gxlint, "--changed-lines")) == 1

    def test_of_a_new_file_all_lines_count(self, gxlint: Run) -> None:
        write("新.docx", AFTER)
        assert len(found(gxlint, "--changed-lines")) == 2

    def test_what_was_no_draft_before_is_new(self, gxlint: Run, git: Git) -> None:
        Path("坏.docx").write_bytes(b"PK")
        commit(git)
        write("坏.docx", AFTER)
        assert len(found(gxlint, "--changed-lines")) == 2

    def test_faults_of_a_whole_file_stay(self, gxlint: Run) -> None:
        Path("甲.docx").write_bytes(b"PK")
        done = gxlint("check", "--changed-lines")
        assert done.status == 2
        assert "甲.docx" in done.out

    def test_only_they_are_fixed(self, gxlint: Run) -> None:
        write("甲.md", AFTER)
        gxlint("fix", "--changed-lines", "--select", RULE)
        text = Path("甲.md").read_text(encoding="utf-8")
        assert OLD in text
        assert NEW.replace("截止", "截至") in text

    def test_fixing_before_checking(self, gxlint: Run) -> None:
        write("甲.md", AFTER)
        done = gxlint("check", "--fix", "--changed-lines", "--select", RULE)
        assert done.status == 0
        assert OLD in Path("甲.md").read_text(encoding="utf-8")
