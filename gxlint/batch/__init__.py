"""Runs of many files: what earlier ones have found, and the work divided among processes."""
