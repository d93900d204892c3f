"""Programs that break things on purpose and count what is left: `python -m scripts.chaos --help`.

Each keeps one promise under one kind of fault, at any length, and ends with figures. They know
the storage by `storage.open` and its tables, and the bot as the process `python -m bot`.
"""
