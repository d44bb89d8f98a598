"""What is moved, borrowed, locked or shared."""
