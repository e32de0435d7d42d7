"""Product groups, products, prices."""
