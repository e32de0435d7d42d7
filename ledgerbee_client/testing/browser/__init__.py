"""The page for people, served at the root of the sandbox."""
