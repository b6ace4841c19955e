"""Core: what every other app of the domain leans on: errors, news, codes, time-ordered ids.

Never knows: any noun of the product.
"""
