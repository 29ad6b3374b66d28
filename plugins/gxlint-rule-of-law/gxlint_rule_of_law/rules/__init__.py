"""A rule a module."""
