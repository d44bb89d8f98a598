"""A value of another type than is wanted."""
