"""Sentences made for training: lists in text files, and `sentences`, which reads and fills them."""
