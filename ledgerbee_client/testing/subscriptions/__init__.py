"""Subscriptions, what they charge (meters), how they are paid."""
