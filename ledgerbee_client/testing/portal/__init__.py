"""The customer portal: plans on display, single sign-on, provisioning."""
