"""The visit without a browser.

visit                               the sample server with the bot: a tour, then a prompt
tour                                a tour of the bot's commands
prompt                              what is typed becomes messages and commands
form_filling                        a form of the bot, filled in line by line
layout                              the bot's replies as text
"""
