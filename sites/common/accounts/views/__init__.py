"""The screens, by what one comes for: entering, passwords, the account, the documents."""
