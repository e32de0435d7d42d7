"""What `rehearse.py` is made of: perturbed documents, a scratch copy of the checkout, and what is run there."""
