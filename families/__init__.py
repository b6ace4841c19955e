"""Families: how we ask. Seeded generators of challenges, of their real files and of their keys.

Nouns: family, template, seed, play, artefact, key, mistake.
Never knows: Django, tables, people, sittings. Pure Python: the same seed gives the same play for ever.
"""
