"""gxlint: a linter for drafts of annual reports on government information disclosure."""

__version__ = "0.1.0"
