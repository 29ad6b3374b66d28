"""The built-in rules: a folder a category, a file a rule. They are found by walking this package."""
