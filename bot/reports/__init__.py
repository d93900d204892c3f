"""Sums from the storage, made into answers: moods and their course. Knows nothing of Discord."""
