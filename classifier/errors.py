"""What the classifier raises; each message says what is wrong and what to do about it."""

from __future__ import annotations


class ClassifierError(Exception):
    """The root of every error that this package raises on purpose."""


class ModelFileError(ClassifierError):
    """A model folder is missing, damaged or not what its card says."""
