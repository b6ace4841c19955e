"""Operate: what those who run the service do: prepare it, publish content, check its health.

Never knows: another site.
"""
