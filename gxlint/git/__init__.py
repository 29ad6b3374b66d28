"""What git knows of the files in a working tree."""
