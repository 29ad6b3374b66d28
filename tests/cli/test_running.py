"""Long runs: several processes, results of earlier runs, statistics."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from gxlint.batch import batch, workers
from gxlint.testing import CorrectReport
from gxlint.testing.shapes import MERGED_DOCX, PIPE_MARKDOWN, TABBED_TEXT
from tests.cli.conftest import Run, in_a_process, wait_for

SHAPES = (PIPE_MARKDOWN, TABBED_TEXT, MERGED_DOCX)
WRONG = CorrectReport().with_heading("六", "六、其他需要报告事项")
#: Enough for two processes.
MANY = 24
PLUGIN = '''"""一条规则。"""

import os
from collections.abc import Iterator
from gxlint.findings import Finding, Severity
from gxlint.form.report import Report
from gxlint.rule import rule


@rule(category="local", severity=Severity.WARNING)
def check(report: Report) -> Iterator[Finding]:
    {body}
    yield Finding(report.head, "找到了")
'''


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes are started as soon as they may be; only long runs would have any."""
    monkeypatch.setattr(batch, "PATIENCE", 0.0)


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of drafts in three formats, a third of them wrong."""
    monkeypatch.chdir(tmp_path)
    for number in range(MANY):
        shape = SHAPES[number % 3]
        report = WRONG if number < MANY // 3 else CorrectReport()
        (tmp_path / f"{number:02}{shape.suffix}").write_bytes(shape.write(report))
    return tmp_path


def plugin(folder: Path, body: str) -> None:
    (folder / "local.py").write_text(PLUGIN.format(body=body), encoding="utf-8")
    (folder / "gxlint.toml").write_text('plugins = ["local.py"]\n', encoding="utf-8")


@pytest.mark.parametrize("format_name", ["json", "text", "sarif", "concise", "junit"])
def test_any_number_of_processes_and_the_cache_give_the_same(gxlint: Run, many: Path, format_name: str) -> None:
    plain = gxlint("check", "--no-cache", "--jobs", "1", "--format", format_name)
    assert plain.status == 1
    for options in (["--no-cache", "--jobs", "3"], ["--jobs", "2"], [], ["--jobs", "1"]):
        assert gxlint("check", "--format", format_name, *options) == plain


def test_the_language_reaches_all_processes_and_is_no_matter_of_the_cache(gxlint: Run, many: Path) -> None:
    chinese = gxlint("check", "--jobs", "2", "--format", "concise")
    english = gxlint("check", "--lang", "en", "--jobs", "2", "--format", "concise")
    assert "应为" in chinese.out
    assert "should" in english.out
    assert gxlint("check", "--format", "concise").out == chinese.out


def test_what_has_changed_is_linted_again(gxlint: Run, many: Path, cache_of_its_own: Path) -> None:
    before = gxlint("check", "--format", "json")
    assert cache_of_its_own.is_dir()
    (many / "00.md").write_bytes(PIPE_MARKDOWN.write(CorrectReport()))
    after = gxlint("check", "--format", "json")
    gone = {item["path"] for item in json.loads(before.out)} - {item["path"] for item in json.loads(after.out)}
    assert gone == {"00.md"}
    assert after == gxlint("check", "--format", "json", "--no-cache")


def test_the_configuration_and_plugins_count(gxlint: Run, many: Path) -> None:
    assert gxlint("check").status == 1
    (many / "gxlint.toml").write_text('ignore = ["misnamed-section", "copied-report"]\n', encoding="utf-8")
    assert gxlint("check").status == 0
    plugin(many, "pass")
    assert "local/local" in gxlint("check").out
    plugin(many, "return")
    assert "local/local" not in gxlint("check").out


def test_word_lists_and_last_years_report_count(gxlint: Run, many: Path) -> None:
    (many / "gxlint.toml").write_text('[rules.misspelling]\nextra = "词.txt"\n', encoding="utf-8")
    words = many / "词.txt"
    words.write_text("", encoding="utf-8")
    assert "misspelling" not in gxlint("check", "--format", "concise").out
    words.write_text("云溪镇 云西镇\n", encoding="utf-8")
    assert "misspelling" in gxlint("check", "--format", "concise").out
    last = CorrectReport().preceding().with_cell("applications", "carried_out", "total", "77")
    draft = many / "报告2024.md"
    draft.write_bytes(PIPE_MARKDOWN.write(CorrectReport()))
    assert "carried-over-mismatch" not in gxlint("check", "--format", "concise").out
    (many / "报告2023.md").write_bytes(PIPE_MARKDOWN.write(last))
    assert "报告2024.md" in gxlint("check", "--select", "carried-over-mismatch", "--format", "concise").out


def test_how_last_years_report_is_read_counts(gxlint: Run, many: Path) -> None:
    last = CorrectReport().preceding().with_cell("applications", "carried_out", "total", "77")
    (many / "报告2024.md").write_bytes(PIPE_MARKDOWN.write(CorrectReport()))
    (many / "报告2023.md").write_bytes(PIPE_MARKDOWN.write(last))
    only = ("--select", "carried-over-mismatch", "--format", "concise")
    assert "报告2024.md" in gxlint("check", *only).out
    (many / "gxlint.toml").write_text('files = { "报告2023.md" = "none" }\n', encoding="utf-8")
    assert gxlint("check", *only).out == ""


def test_of_files_named_alike_only_the_one_that_has_changed_is_linted_again(gxlint: Run, many: Path) -> None:
    for number, path in enumerate(sorted(many.iterdir())):
        path.rename(many / f"2024年报告（{number}）{path.suffix}")
    gxlint("check")
    with (many / "2024年报告（0）.md").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert f"{MANY - 1} 个文件的结果来自缓存" in gxlint("check", "--statistics").out


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_file_that_changes_during_the_run_is_known_as_it_was_read(gxlint: Run, many: Path, jobs: str) -> None:
    last = many / f"{MANY - 1}.docx"
    right, wrong = last.read_bytes(), MERGED_DOCX.write(WRONG)
    (many / "wrong").write_bytes(wrong)
    change = f"report.document.source.path == '00.md' and shutil.copy('wrong', '{last.name}')"
    plugin(many, f"import shutil; {change}")
    assert (
        last.name in gxlint("check", "--jobs", jobs, "--select", "misnamed-section,local/*", "--format", "concise").out
    )
    assert last.read_bytes() == wrong
    last.write_bytes(right)
    found = json.loads(gxlint("check", "--jobs", jobs, "--select", "misnamed-section,local/*", "--format", "json").out)
    assert (last.name, "misnamed-section") not in [(item["path"], item["rule"]) for item in found]


CONDENSING = '''"""一条规则。"""

from collections.abc import Iterator, Sequence
from gxlint.findings import Finding, Severity
from gxlint.form.report import Condensed, Report
from gxlint.rule import rule


def condense(report: Report) -> object:
    return {value}


@rule(category="local", severity=Severity.WARNING, condense=condense)
def check(reports: Sequence[Condensed]) -> Iterator[Finding]:
    for item in reports[:1]:
        report = item.open()
        yield Finding(report.head, f"{{len(reports)}} {{item.value}}", source=report.document.source)
'''


def test_what_a_rule_condenses_to_is_the_same_now_and_later(gxlint: Run, many: Path) -> None:
    (many / "gxlint.toml").write_text('plugins = ["local.py"]\nselect = ["local/*"]\n', encoding="utf-8")
    (many / "local.py").write_text(CONDENSING.format(value="{1: (2, 3)}"), encoding="utf-8")
    first = gxlint("check", "--format", "concise")
    assert f"{MANY} {{'1': [2, 3]}}" in first.out
    (many / "01.txt").write_bytes(TABBED_TEXT.write(CorrectReport().with_paragraph("六", "另有一句。")))
    assert gxlint("check", "--format", "concise") == first
    (many / "local.py").write_text(CONDENSING.format(value="{1, 2}"), encoding="utf-8")
    unfit = gxlint("check", "--format", "concise")
    assert unfit.status == 2
    assert unfit.out.count("规则 local/local 运行出错") == MANY


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"state": 1}', b"\xff\xfe"])
def test_a_damaged_cache_is_no_cache(gxlint: Run, many: Path, cache_of_its_own: Path, damage: bytes) -> None:
    first = gxlint("check", "--format", "json")
    for path in (path for path in cache_of_its_own.rglob("*") if path.is_file()):
        path.write_bytes(damage)
    assert gxlint("check", "--format", "json") == first


@pytest.mark.parametrize("missing", ["record", "year", "records", "state"])
def test_a_record_that_makes_no_sense_is_none(gxlint: Run, many: Path, cache_of_its_own: Path, missing: str) -> None:
    first = gxlint("check", "--format", "json")
    for path in (path for path in cache_of_its_own.rglob("*") if path.parent.name != "gxlint" and path.is_file()):
        content = json.loads(path.read_bytes())
        if missing in content:
            content[missing] = {"found": [["?"]]}
        path.write_text(json.dumps(content), encoding="utf-8")
    assert gxlint("check", "--format", "json") == first


def test_a_cache_that_cannot_be_written_is_no_cache(gxlint: Run, many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (many / "a file").write_text("", encoding="utf-8")
    monkeypatch.setenv("GXLINT_CACHE_DIR", str(many / "a file" / "below"))
    assert gxlint("check").status == 1
    assert gxlint("check", "--cache-dir", os.devnull).status == 1


def test_a_crash_is_never_kept(gxlint: Run, many: Path) -> None:
    plugin(many, "raise ValueError('脱轨')")
    for _again in range(2):
        done = gxlint("check", "--jobs", "2")
        assert done.status == 2
        assert done.out.count("脱轨") == MANY


def test_the_cache_is_deleted_and_nothing_else(gxlint: Run, many: Path, cache_of_its_own: Path) -> None:
    assert gxlint("clean").status == 0
    gxlint("check")
    assert cache_of_its_own.exists()
    assert (cache_of_its_own / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert gxlint("clean").status == 0
    assert not cache_of_its_own.exists()
    refused = gxlint("clean", "--cache-dir", str(many))
    assert refused.status == 2
    assert str(many) in refused.err
    assert len(list(many.iterdir())) == MANY


def test_two_runs_at_once_do_not_hurt_each_other(many: Path, cache_of_its_own: Path) -> None:
    command = [sys.executable, "-m", "gxlint", "check", "--format", "json"]
    runs = [subprocess.Popen(command, cwd=many, stdout=subprocess.PIPE) for _run in range(3)]
    first, *others = [run.communicate()[0] for run in runs]
    assert json.loads(first)
    assert others == [first, first]


@pytest.mark.parametrize(("death", "cause"), [("os._exit(9)", "退出状态 9"), ("os.kill(os.getpid(), 9)", "SIGKILL")])
def test_a_process_that_dies_takes_one_file_with_it(gxlint: Run, many: Path, death: str, cause: str) -> None:
    plugin(many, f"report.document.source.path[:2] in ('05', '06', '16') and {death}")
    done = gxlint("check", "--jobs", "2", "--format", "json")
    assert done.status == 2
    found = json.loads(done.out)
    died = [(item["path"], item["message"]) for item in found if item["rule"] == "internal-error"]
    assert [path for path, _message in died] == ["05.docx", "06.md", "16.txt"]
    assert all(cause in message for _path, message in died)
    assert len({item["path"] for item in found if item["rule"] == "local/local"}) == MANY - 3
    assert gxlint("check", "--jobs", "2", "--format", "json") == done  # it was not kept


def test_where_no_process_can_be_started_one_does_all(gxlint: Run, many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = gxlint("check", "--no-cache", "--jobs", "1")

    def refuse(*_arguments: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("multiprocessing.popen_fork.Popen._launch", refuse)
    assert gxlint("check", "--no-cache", "--jobs", "4") == plain


def test_processes_that_are_no_copies_of_this_one(gxlint: Run, many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plugin(many, "pass")
    plain = gxlint("check", "--no-cache", "--jobs", "1", "--select", "local/*,structure", "--lang", "en")
    monkeypatch.setattr(batch, "_can_fork", lambda: False)
    monkeypatch.setattr(batch, "PATIENCE_WITHOUT_COPIES", 0.0)
    assert gxlint("check", "--no-cache", "--jobs", "2", "--select", "local/*,structure", "--lang", "en") == plain


def test_short_runs_start_no_process(gxlint: Run, many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "PATIENCE", 3600.0)
    monkeypatch.setattr(workers, "_Worker", None)  # would fail
    assert gxlint("check", "--jobs", "8").status == 1


def test_ctrl_c_ends_all_processes_at_once(many: Path) -> None:
    plugin(many, "open('begun', 'w').close(); __import__('time').sleep(1)")
    command = [sys.executable, "-m", "gxlint", "check", "--no-cache", "--jobs", "2"]
    run = subprocess.Popen(command, cwd=many, stderr=subprocess.PIPE, start_new_session=True)
    wait_for(many / "begun", run)
    os.killpg(run.pid, signal.SIGINT)
    _out, err = run.communicate(timeout=30)
    assert run.returncode == 130
    assert "Traceback" not in err.decode()
    with pytest.raises(ProcessLookupError):
        os.killpg(run.pid, 0)


def test_wrong_numbers_of_processes(gxlint: Run, many: Path) -> None:
    for jobs in ("0", "-1", "many", "99999"):
        done = gxlint("check", "--jobs", jobs)
        assert done.status == 2
        assert "auto" in done.err


def test_statistics_in_place_of_findings(gxlint: Run, many: Path) -> None:
    done = gxlint("check", "--statistics", "--no-cache")
    assert done.status == 1
    line = next(line for line in done.out.splitlines() if line.startswith("misnamed-section"))
    assert line.split()[1:3] == [str(MANY // 3), str(MANY // 3)]
    assert f"检查了 {MANY} 个文件" in done.out
    listed = json.loads(gxlint("check", "--statistics", "--format", "json", "--no-cache").out)
    assert listed["files"] == {"checked": MANY, "skipped": 0, "empty": 0, "failed": 0, "cached": 0}
    rows = {row["rule"]: row for row in listed["rules"]}
    assert rows["misnamed-section"]["findings"] == MANY // 3
    assert rows["misnamed-section"]["category"] == "structure"
    assert rows["misnamed-section"]["seconds"] > 0
    assert gxlint("check", "--statistics", "--format", "sarif").status == 2
    gxlint("check")
    known = gxlint("check", "--statistics", "-q").out
    assert f"{MANY} 个文件的结果来自缓存" in known
    assert next(line for line in known.splitlines() if line.startswith("misnamed-section")).split()[3] == "-"
    listed = json.loads(gxlint("check", "--statistics", "--format", "json").out)
    assert listed["files"]["cached"] == MANY
    assert {row["seconds"] for row in listed["rules"]} == {None}


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_statistics_count_the_time_of_all_processes(gxlint: Run, many: Path, jobs: str) -> None:
    plugin(many, "__import__('time').sleep(0.01)")
    listed = json.loads(gxlint("check", "--statistics", "--format", "json", "--no-cache", "--jobs", jobs).out)
    (seconds,) = [row["seconds"] for row in listed["rules"] if row["rule"] == "local/local"]
    assert seconds >= MANY * 0.01


def test_a_process_of_its_own_needs_no_terminal(many: Path) -> None:
    plugin(many, "__import__('time').sleep(0.05)")
    for _again in range(3):
        done = in_a_process("check", "--no-cache", "--jobs", "3", cwd=many)
        assert done.status == 1
        assert done.err == ""
