"""Title, sections, numbering and closing."""
