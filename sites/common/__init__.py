"""Common: what every site leans on: walls, pages and parts, refusals, the frame of a page, account pages.

Never knows: another site.
"""
