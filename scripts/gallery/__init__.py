"""A gallery of all charts and cards: `python -m scripts.gallery OUT`."""
