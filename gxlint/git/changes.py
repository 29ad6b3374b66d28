"""What has changed in working trees since a commit. Asks git itself, which must be installed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from gxlint.git import GitError
from gxlint.git.repository import root_of
from gxlint.i18n import _

HEAD = "HEAD"
#: Tell git which repository it is in; hooks have them set for theirs, and we say it ourselves.
_OURS = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX"})


class _Change(NamedTuple):
    """A file that is not what it was."""

    blob: str
    """Name of its old content in git; empty for a new file."""


class Changes:
    """The files that differ from a commit: changed, staged, new, renamed; ignored ones aside."""

    def __init__(self, reference: str = HEAD, *, by_line: bool = False) -> None:
        """Nothing is asked yet.

        Args:
            reference: names a commit. With ``HEAD`` the files are compared as they were committed last; with anything
                else, such as a branch, as they were where the two parted.
            by_line: whether whoever asks cares for the lines that have changed, and not for whole files.
        """
        self.reference = reference
        self.by_line = by_line
        self._trees: dict[str, _Tree] = {}

    def touch(self, path: str) -> bool:
        """Whether a file has changed; what does not exist counts, for somebody should complain of it.

        Raises:
            GitError: it is in no repository, or git cannot say.
        """
        return not os.path.lexists(path) or self._tree(path).change(path) is not None

    def original(self, path: str) -> bytes | None:
        """What a changed file held; ``None`` if it is new. Raises as :meth:`touch`."""
        tree = self._tree(path)
        change = tree.change(path)
        return tree.git.run("cat-file", "blob", change.blob) if change and change.blob else None

    def require(self, path: str) -> None:
        """Insist on a repository around a file or folder, and on the commit in it; raises as :meth:`touch`."""
        self._tree(path)

    def _tree(self, path: str) -> _Tree:
        whole = os.path.abspath(path)
        folder = whole if os.path.isdir(whole) else os.path.dirname(whole)
        root = root_of(os.path.realpath(folder))
        if root is None:
            raise GitError(_("{path} 不在 git 仓库里，不能只检查改动过的文件", path=path or os.curdir))
        if root not in self._trees:
            self._trees[root] = _Tree(root, self.reference)
        return self._trees[root]


def references(folder: str) -> list[str]:
    """The names of branches and tags that a folder's repository knows.

    Raises:
        GitError: there is no repository, or git cannot say.
    """
    root = root_of(os.path.realpath(folder))
    if root is None:
        raise GitError(folder)
    return _references(_Git(root))


def _references(git: _Git) -> list[str]:
    listed = git.run("for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/remotes", "refs/tags")
    return listed.decode("utf-8", "replace").split()


class _Git:
    """Runs git in a working tree."""

    def __init__(self, root: str) -> None:
        self.root = root

    def run(self, *arguments: str) -> bytes:
        """What git writes.

        Raises:
            GitError: there is no git, or it fails.
        """
        status, out, err = self.try_to_run(*arguments)
        if status:
            reason = " ".join(err.decode("utf-8", "replace").split())
            raise GitError(_("git 在 {folder} 里出错：{reason}", folder=self.root, reason=reason))
        return out

    def try_to_run(self, *arguments: str) -> tuple[int, bytes, bytes]:
        """Git's exit status, and what it writes to standard output and error.

        Raises:
            GitError: there is no git.
        """
        import subprocess  # costs as much as a bare interpreter start

        environment = {name: value for name, value in os.environ.items() if name not in _OURS}
        # other runs of git must not wait for this one, nor it for them
        environment |= {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C.UTF-8"}
        command = ["git", "-C", self.root, *arguments]
        try:
            done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        except OSError as error:
            raise GitError(_("运行不了 git（{error}）；请先安装 git", error=error.strerror or error)) from error
        return done.returncode, done.stdout, done.stderr


class _Tree:
    """A working tree."""

    def __init__(self, root: str, reference: str) -> None:
        self.git = _Git(root)
        self._root = root
        self._reference = reference
        self._changes = self._read(self._base())

    def change(self, path: str) -> _Change | None:
        folder, name = os.path.split(os.path.abspath(path))
        return self._changes.get(os.path.normcase(os.path.join(os.path.realpath(folder), name)))

    def _base(self) -> str:
        """The commit to compare with, or the empty tree where nothing is committed yet."""
        head = self._commit(HEAD)
        if self._reference == HEAD:
            return head or self.git.run("hash-object", "-t", "tree", "--stdin").decode().strip()
        commit = self._commit(self._reference)
        if not commit:
            raise GitError(self._unknown())
        status, out, _err = self.git.try_to_run("merge-base", commit, head) if head else (1, b"", b"")
        if status:
            fault = _("{reference} 与当前提交没有共同的祖先", reference=self._reference)
            raise GitError(self._advised(fault))
        return out.decode().split()[0]

    def _commit(self, reference: str) -> str:
        """The full name of a commit; empty if there is none of that name."""
        if reference.startswith("-"):
            return ""
        status, out, err = self.git.try_to_run("rev-parse", "--verify", "--quiet", f"{reference}^{{commit}}")
        if status and err.strip():  # quiet about unknown names; anything else is worth hearing
            self.git.run("rev-parse", "--git-dir")
        return "" if status else out.decode().strip()

    def _unknown(self) -> str:
        from difflib import get_close_matches  # only for mistakes

        near = get_close_matches(self._reference, _references(self.git), 1)
        fault = _("git 不认识 {reference}，也没有叫这个名字的文件", reference=self._reference)
        return self._advised(_("{fault}；是不是 {hint}？", fault=fault, hint=near[0]) if near else fault)

    def _advised(self, fault: str) -> str:
        """A fault, with the repository if it is another than the user is in, and with what may be the reason."""
        if self._root != root_of(os.getcwd()):
            fault = f"{self._root}: {fault}"
        if self.git.run("rev-parse", "--is-shallow-repository").strip() != b"true":
            return fault
        return _("{fault}；这个仓库没有取回全部历史，请先运行 git fetch --unshallow，并取回要比较的分支", fault=fault)

    def _read(self, base: str) -> dict[str, _Change]:
        """The changed files by their absolute paths."""
        listed = self.git.run("diff", "--raw", "-z", "--no-abbrev", "--find-renames", "--no-ext-diff", base, "--")
        changes = {name: _Change(blob) for name, blob in _changed(os.fsdecode(listed).split("\0"))}
        untracked = os.fsdecode(self.git.run("ls-files", "-z", "--others", "--exclude-standard")).split("\0")
        changes |= dict.fromkeys(untracked, _Change(""))
        return {os.path.normcase(os.path.join(self._root, *name.split("/"))): how for name, how in changes.items()}


def _changed(fields: list[str]) -> Iterator[tuple[str, str]]:
    """Each file that is still there, with the name of its old content.

    Args:
        fields: of ``git diff --raw -z``: ``:modes old new status``, path, and for renamed files a second path.
    """
    rest = iter(fields)
    for field in rest:
        if not field.startswith(":"):
            continue
        _old_mode, _new_mode, blob, _new_blob, status = field.split()
        name = next(rest)
        if status[0] in "RC":
            name = next(rest)
        if status[0] != "D":
            yield name, blob.strip("0") and blob
