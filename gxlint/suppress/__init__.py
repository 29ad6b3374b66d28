"""Findings that the writer has looked at and wants to keep silent: remarks in the draft that say so.

``gxlint-disable``, ``gxlint-disable-next-line`` and ``gxlint-disable-file``, followed by rules separated by commas
(none means all) and a reason behind a colon; ``gxlint-enable`` ends a ``gxlint-disable``. They stand in HTML comments
in Markdown, behind ``//`` in plain text, and in Word comments, where they cover the commented words.
"""
