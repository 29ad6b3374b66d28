"""The language server: gxlint in an editor.

A thin client of :mod:`gxlint.api` on pygls. It holds the text of open drafts (:mod:`~gxlint.server.drafts`), lints it
away from the event loop (:mod:`~gxlint.server.jobs`), and answers an editor's questions, one module a kind of question.
Importing lsprotocol costs thirty times a bare interpreter start, so nothing outside this package imports it.
"""
