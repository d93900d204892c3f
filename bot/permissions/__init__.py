"""Discord's own rules of who may read a channel: a member, all who see another one, the bot."""
