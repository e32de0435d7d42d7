"""Who may enter: credentials, OAuth, scopes, licenses."""
