"""The endpoints of product_groups."""
