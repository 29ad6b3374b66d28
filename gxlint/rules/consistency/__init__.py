"""The report against itself and against last year's: figures in the text and in the tables, years, bodies."""
