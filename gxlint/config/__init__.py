"""Configuration: ``gxlint.toml`` or ``[tool.gxlint]``, found upwards from each draft, extended and validated."""
