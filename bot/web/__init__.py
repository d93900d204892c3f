"""The desk in a browser: pages and JSON that the bot itself serves, to whoever asked for a link.

- `origins.py`: how it is reached. `listening.py`: at which socket. `connections.py`: by how many
  at a time, and how slow they may be. `server.py`: opens and closes it.
- `links.py`, `sessions.py`, `membership.py`: a link that lets in once, who is in, and what Discord
  says of them now. `guard.py`: what every request and answer must have.
- `entry.py`, `static_files.py`: the pages. `asking.py`: one request → who asks, about what.
- `mood_answers.py`, `morning.py`, `episodes.py`, `coverage.py`, `notes.py`, `own_data.py`,
  `about.py`: the questions that can be asked (`routes.py`). Each is answered by what answers the
  command of the same, by the same rules; `figures.py` works out once what several ask at a time.
- `columns.py`, `files.py`, `words.py`: how they are told.

It holds no figures of its own, and keeps nothing: what people wrote is never logged or stored.
"""
