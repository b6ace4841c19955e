"""What we promise, measured: scripts that print their conditions, their figures and their targets."""
