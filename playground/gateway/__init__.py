"""The socket on which the bot hears what happens.

gateway                             the endpoint: a connection from Hello to its end
gateway_forms                       what a client may say there
session                             what is kept of a client, so that it can resume
hearing                             which events it hears, and what of them
identify_turns                      how many shards may come at a time
"""
