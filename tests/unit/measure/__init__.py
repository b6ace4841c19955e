"""The engine: formulas against brute force, properties, and the recovery of simulated people."""
