"""Does gxlint find what is wrong, and only that? Correct reports full of look-alikes, and faults put into correct ones.

Everything here is written from the catalogue of rules, not from their code: :mod:`.catalogue` repeats what each rule
promises, :mod:`.correct` holds reports that a reviewer would pass, :mod:`.faults` those with one fault each.
``python -m tests.mutation`` prints the score.
"""
