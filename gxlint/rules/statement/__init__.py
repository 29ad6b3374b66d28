"""Rules on sentences that a report must or should carry."""
