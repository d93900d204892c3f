"""The moderator's desk: what was unusual, and the buttons under that answer."""
