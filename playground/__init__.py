"""A loopback Discord: a small server that speaks Discord's gateway and REST to a real bot.

    world, permissions, snowflakes      what there is: plain state
    payloads, interaction_event         its JSON forms
    session, gateway, events            the socket on which the bot hears of it
    api, rest, posting                  the requests that it makes
    commands, interactions              its commands, and its answers to them
    command_line, interaction_data      what people type into them
    server                              all of these as one: `LoopbackDiscord`

    conversation (.py, .txt), sample    a made-up server with thirty days of talk
    bot_process, tour, layout, terminal the visit: `python -m playground`
"""
