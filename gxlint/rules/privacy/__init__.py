"""Personal data that a published report must not carry."""
