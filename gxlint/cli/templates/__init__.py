"""What ``gxlint new`` writes."""
