"""Account pages: sign up, sign in, one's own account, legal documents. django-allauth underneath, our own screens."""
