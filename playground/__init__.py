"""A loopback Discord: a small server that speaks Discord's gateway and REST to a real bot.

What it is made of, each a package that builds only on those above it:
    world/                      what there is, who may do what, and what happens
    gateway/                    the socket on which the bot hears of it
    rest/                       the requests that the bot makes
    interactions/               how people use the bot, and how it answers
    people/                     what people do, within their rights
Shared by these:
    errors, forms               what is wrong with a request, in Discord's words
    observed, languages         what passed between bot and server; the languages of the app
All of it as one:
    server                      `LoopbackDiscord`
    many_guilds                 thousands of servers, for many shards
The visit, `python -m playground`:
    conversation (.py, .txt)    thirty days of talk
    sample                      a made-up server with it
    bot_process, racing         the bot; what is done first, it or the visit
    throwaway                   a folder for its database
    page/                       a page for the browser
    terminal/                   or, in the terminal, a tour of its commands and a prompt
"""
