"""Simulations with which what the documents promise of chance is held to figures.

`pools` keeps scores of real texts, as numbers alone; `channels` makes channels of them; `alerts`
counts how often the detector is wrong about them, and how soon it is right.
"""
