"""Official forms as data, and the reading of drafts against them."""
