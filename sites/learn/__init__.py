"""Learn: what a learner sees: where they stand, tests, corrections, tutorials.

Never knows: another site.
"""
