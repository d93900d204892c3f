"""What Discord says comes in here: event → score → row; and what it did not say is read later."""
