"""Accounts: who a person is, how they sign in, what they agreed to.

Nouns: person, learner (only its pseudonymous id), lock-out, e-mail change, legal document, acceptance.
Never knows: content, answers, organisations, pages.
"""
