"""A loopback Discord: a small server that speaks Discord's gateway and REST to a real bot.

What there is:
    world, timeline, permissions        plain state (and snowflakes, its ids)
    grants                              who may do what in it
    payloads, message_payloads          its JSON forms
How the bot reaches it:
    session, gateway, events            the socket on which it hears what happens
    api, rest, posting                  the requests that it makes
    commands, interactions              its commands, and its answers to them
    interaction_event                   how it is told that somebody uses one
What people do there:
    command_line, interaction_data      what they type, and what Discord makes of it
    server                              all of the above as one: `LoopbackDiscord`
The visit, `python -m playground`:
    conversation (.py, .txt), sample    a made-up server with thirty days of talk
    bot_process, tour, layout, terminal the bot, a tour of its commands, a prompt
"""
