"""Findings that are known: a list beside the drafts keeps them silent, and new ones are heard."""
