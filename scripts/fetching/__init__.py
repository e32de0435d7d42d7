"""What `fetch_schema.py` is made of: the download, and the checks of what came back."""
