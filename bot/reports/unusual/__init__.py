"""What is unusual in a channel: its usual mood, the detector, and the episodes that it finds.

How and why is in docs/alerts.md. Pure NumPy: knows neither Discord nor a storage.
"""
