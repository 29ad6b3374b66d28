from __future__ import annotations

pytest_plugins = ["gxlint.testing.pytest_plugin"]
