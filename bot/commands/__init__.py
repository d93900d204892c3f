"""What people ask of the bot: each command checks who asks, then asks, renders and answers."""
