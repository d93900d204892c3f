"""Somebody uses a command, a component or a form of the bot, and gets an answer.

command_line, things                what they type, and whom or what it means
interaction_data, component_data    what Discord makes of it, or of a press or choice
modal                               a form that the bot opens
interaction_event                   how the bot is told
answers                             how it answers, with the token of the interaction
interactions                        all of it, and what people get to see: a `Reply`
"""

from playground.interactions.interactions import Interactions, Reply

__all__ = ["Interactions", "Reply"]
