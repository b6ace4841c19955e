"""Assessment: one person's adaptive sittings, what they prove, and how sure we are.

Nouns: sitting, answer, receipt, verdict, mastery, policy.
Never knows: accounts, campaigns, sessions, centres, pages. It tells SittingFinished and stops there.
"""
