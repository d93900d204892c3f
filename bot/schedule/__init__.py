"""What the bot does by itself when its time has come."""
