"""The command line: a thin client of :mod:`gxlint.api`."""
