"""What git knows of the files in a working tree."""

from __future__ import annotations


class GitError(Exception):
    """Git cannot say what was asked; told in the user's language, with a remedy."""
