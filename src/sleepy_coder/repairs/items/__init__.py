"""What items lack, have twice, or are called with."""
