"""One module for each endpoint, usable on its own: `await get_product.asyncio(product_id, client=client)`."""
