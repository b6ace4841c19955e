"""Content: the framework, the challenges and the tutorials, as files and as immutable releases.

Nouns: framework, domain, competence, topic, skill, challenge, variant, tutorial, release, problem report.
Never knows: learners, sittings, organisations, pages.
"""
