"""What people do.

talk                                messages and reactions
places                              channels, threads, roles, and who is in the server
usage                               each way to use the bot
person                              one of them, who does only what they may
"""
