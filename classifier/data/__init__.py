"""Labelled texts to learn from and to judge on: files, sources, sentences of our own."""
