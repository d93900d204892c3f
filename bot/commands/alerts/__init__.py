"""Alerts: how they are set up, what is posted, and the buttons under that."""
