"""The endpoints of product_prices."""
