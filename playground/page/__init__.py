"""The playground's page: a second door to the same world, for a person with a browser.

    security                    whose requests are let in, and what every answer carries
    asking                      a request, understood: who asks, about which channel and message
    view, messages, bot_use     what people see, say, and use of the bot, as JSON
    scores                      what *Check sentiment* says of a message
    events                      what happens, as it happens
    server                      all of the above as one: `Page`
    address                     where it listens, and how a browser gets there
    opening, evening            what the owner does first, and a quarrel that can be played
    visit                       the sample server with its page and the bot

What goes in and out has Discord's own JSON forms.
"""
