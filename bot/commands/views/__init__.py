"""Buttons, selects and modals that go on working after a restart, and check who uses them."""
