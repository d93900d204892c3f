"""The recipes: one module for each kind of net that `scripts.train` can make."""
