"""这个包在命令行和编辑器里管用，单独按路径使用规则文件也管用。"""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from editor import editor
from lsprotocol import types

import gxlint_agency_example
from gxlint.testing import CorrectReport
from gxlint.testing.shapes import PIPE_MARKDOWN, TYPED_DOCX, Shape

DRAFT = (
    CorrectReport("青禾县卫生健康局")
    .with_paragraph("一", "县卫计局向老百姓公布门急诊安排，青和县12320热线接听320件。")
    .with_cell("disclosure", "fees", "amount", 1200)
)
RULES = Path(gxlint_agency_example.__file__).with_name("rules.toml")


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "草稿.md"
    path.write_bytes(PIPE_MARKDOWN.write(DRAFT))
    return path


def gxlint(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "gxlint", *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )


class TestCommandLine:
    @pytest.mark.parametrize("shape", [PIPE_MARKDOWN, TYPED_DOCX], ids=lambda shape: shape.suffix)
    def test_every_half_finds_what_is_wrong(self, draft: Path, shape: Shape) -> None:
        path = draft.with_name(f"报告{shape.suffix}")
        path.write_bytes(shape.write(DRAFT))
        done = gxlint("check", "--no-cache", str(path))
        assert done.returncode == 1
        for rule in ("missing-clinic-hours", "fee-over-ceiling", "discouraged-phrase", "former-body"):
            assert f"[qinghe/{rule}]" in done.stdout
        assert "qinghe/missing-hotline" not in done.stdout
        assert "“青和县”应为“青禾县”" in done.stdout

    def test_unsafe_fixes_are_made_on_demand(self, draft: Path) -> None:
        gxlint("fix", "--unsafe-fixes", str(draft))
        text = draft.read_text(encoding="utf-8")
        assert "县卫生健康局向群众公布门诊和急诊安排，青禾县12320热线" in text

    def test_options_are_set_in_the_configuration(self, draft: Path) -> None:
        Path("gxlint.toml").write_text(
            '[rules."qinghe/former-body"]\nnames = { "县卫计局" = "县卫健委" }\n', encoding="utf-8"
        )
        assert "“县卫计局”已改名为“县卫健委”" in gxlint("check", str(draft)).stdout

    def test_rules_are_listed_and_explained(self) -> None:
        assert "qinghe/fee-over-ceiling" in gxlint("rules").stdout
        assert "多半是把“元”填成了“万元”" in gxlint("explain", "qinghe/fee-over-ceiling").stdout
        assert "`max-characters`" in gxlint("explain", "qinghe/wordy-heading").stdout

    def test_programmed_rules_speak_english(self, draft: Path) -> None:
        assert "“县卫计局” is now called “县卫生健康局”" in gxlint("--lang", "en", "check", str(draft)).stdout


class TestEditor:
    def test_findings_hover_and_fixes(self, draft: Path) -> None:
        async def session() -> None:
            async with editor(draft) as it:
                found = await it.found()
                assert {"qinghe/missing-clinic-hours", "qinghe/fee-over-ceiling", "qinghe/former-body"} <= found.keys()
                assert "书名号里的文件名称保持原样" in await it.hover(found["qinghe/former-body"].range.start)
                titles = await it.fixes(found["qinghe/former-body"])
                assert any(title.startswith("改为“县卫生健康局”") for title in titles)

        asyncio.run(session())

    def test_in_english(self, draft: Path) -> None:
        async def session() -> str:
            async with editor(draft, language="en") as it:
                return str((await it.found())["qinghe/former-body"].message)

        assert "use the name of today" in asyncio.run(session())


class TestFileOfRulesByItsPath:
    """The half in TOML is of use without installing anything: a copy of it, named in the configuration."""

    @pytest.fixture
    def rules(self, draft: Path) -> Path:
        copy = draft.with_name("本局规则.toml")
        shutil.copyfile(RULES, copy)
        text = copy.read_text(encoding="utf-8").replace('namespace = "qinghe"', 'namespace = "benju"')
        copy.write_text(text, encoding="utf-8")
        draft.with_name("gxlint.toml").write_text('plugins = ["本局规则.toml"]\n', encoding="utf-8")
        return copy

    def test_on_the_command_line(self, draft: Path, rules: Path) -> None:
        assert "[benju/fee-over-ceiling]" in gxlint("check", str(draft)).stdout
        assert gxlint("test-rules", str(rules)).returncode == 0

    def test_a_rule_that_is_edited_and_saved_changes_what_is_underlined(self, draft: Path, rules: Path) -> None:
        text = rules.read_text(encoding="utf-8")

        async def session() -> types.Diagnostic | None:
            async with editor(draft, "--trust") as it:
                assert "benju/fee-over-ceiling" in await it.found()
                rules.write_text(text.replace("max = 0.5", "max = 2000"), encoding="utf-8")
                assert await it.saved(rules, "benju/fee-over-ceiling", gone=True) is None
                rules.write_text(text.replace("max = 0.5", "max = 600"), encoding="utf-8")
                return await it.saved(rules, "benju/fee-over-ceiling", gone=False)

        found = asyncio.run(session())
        assert found is not None
        assert "不大于 600万元" in found.message
