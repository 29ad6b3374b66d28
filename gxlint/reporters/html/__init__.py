"""The report for people who do not use a terminal: one HTML file with the drafts in it."""
