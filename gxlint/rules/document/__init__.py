"""Reading the draft: whether it could be read, and whether the check itself went well."""
