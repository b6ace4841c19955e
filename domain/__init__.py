"""Domain: what is true. Nouns, tables and rules; no pages."""
