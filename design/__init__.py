"""Design: how it looks. Layouts, components, styles, figures and a gallery.

Nouns: layout, component, token, figure (pole, relief, aim, progress), pictogram.
Never knows: learners, sittings, frameworks, databases. Pages hand it words, numbers and addresses.
"""
