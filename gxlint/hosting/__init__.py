"""Plugins at work: what they print is kept out of gxlint's own output, and their time is limited.

A limit holds where somebody has set one (:func:`~gxlint.hosting.hosting.limit_time`), which is for programs and not for
libraries: the command line does so for the thread that runs the plugins. What comes to no end is broken off three
times: by an exception, which most code lets pass; if it comes back to Python but not to an end, by leaving the process
with a word on who is to blame; if it does not come back at all, by leaving with a list of the calls that it hangs in.

Where the process is to live on whatever plugins do, as an editor's server is, they work in threads that somebody has an
eye on (:class:`~gxlint.hosting.overseers.Overseer`), who leaves a thread to itself that does not come back.
"""
