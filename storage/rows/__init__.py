"""How records stand in rows, and rows become records, in every engine. Pure functions."""
