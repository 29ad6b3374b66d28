"""For authors of rules, parsers and forms: run a rule's documented examples, check a document's consistency."""
