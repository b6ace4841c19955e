"""English: day first, as in Europe."""
