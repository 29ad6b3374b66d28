"""Catalogues of translations, one folder a language."""
