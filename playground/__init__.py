"""A loopback Discord: a small server that speaks Discord's gateway and REST to a real bot.

What there is:
    world, entities, timeline           plain state (and permissions, and snowflakes, its ids)
    grants                              who may do what in it
    payloads, message_payloads          its JSON forms
What happens there:
    feed, events                        told once, to the bot and to people who look on
How the bot reaches it:
    gateway, session, hearing           the socket on which it hears what it asked for
    gateway_forms, identify_turns       what it may say there; how many shards may come at a time
    api, rest, posting, rate_limits     the requests that it makes, and how many
    forms, command_forms                what is in them, and what is wrong with it
    components, modal                   the buttons, selects and forms that it sends
    commands, answers                   its commands, and its answers to whoever uses it
What people do there:
    talk, places                        messages; channels, threads, roles
    person                              one of them, who does only what they may
    command_line, things                what they type, and whom or what it means
    interaction_data, component_data    what Discord makes of it, or of a press or choice
    interactions, interaction_event     how the bot is told, and what people get to see
    usage                               each way to use the bot
    server                              all of the above as one: `LoopbackDiscord`
    many_guilds                         thousands of servers, for many shards
The visit, `python -m playground`:
    conversation (.py, .txt), sample    a made-up server with thirty days of talk
    bot_process, throwaway              the bot, and a folder for its database
    page                                a page for the browser: see there
    terminal_visit, tour, layout        or, in the terminal, a tour of its commands
    terminal, form_filling              and a prompt
"""
