"""One command a file, named after what it does."""
