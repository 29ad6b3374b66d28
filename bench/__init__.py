"""What gxlint costs, as ratios taken in one run; see README.md here. Nothing in the tests depends on it."""
