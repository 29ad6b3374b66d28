"""Diagnostics as text, JSON and other formats."""
