"""The requests that the bot makes.

api                                 what they all have in common, whatever their route
routes                              users, channels, messages, roles
commands, command_forms             the commands that the bot registers
rate_limits                         how many requests, and how soon after each other
posting, components                 a message that it sends; the buttons and selects under it
"""
