"""From the bytes of a file to a :class:`~gxlint.document.Document`.

Built-in parsers enter by the same hook as others.
"""
