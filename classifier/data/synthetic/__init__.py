"""Sentences made for training."""
