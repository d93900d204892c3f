"""A command of the small bot whose answer has every kind of component, and forms behind them."""

from __future__ import annotations

import io
from typing import Any

import discord
from discord import app_commands

PLACES = ("garden", "gallery", "harbour")
NOBODY = discord.AllowedMentions.none()


class NoteForm(discord.ui.Modal, title="Add a note"):
    """A text to write, one of two kinds to choose, channels, and a box to tick."""

    text: discord.ui.Label[Any] = discord.ui.Label(
        text="Text",
        description="What happened?",
        component=discord.ui.TextInput(custom_id="text", max_length=60),
    )
    kind: discord.ui.Label[Any] = discord.ui.Label(
        text="Kind",
        component=discord.ui.Select(
            custom_id="kind",
            options=[
                discord.SelectOption(label="Slow mode", value="slow", default=True),
                discord.SelectOption(label="Event", value="event"),
            ],
        ),
    )
    where: discord.ui.Label[Any] = discord.ui.Label(
        text="Where",
        component=discord.ui.ChannelSelect(
            custom_id="where", required=False, min_values=0, max_values=2
        ),
    )
    loud: discord.ui.Label[Any] = discord.ui.Label(
        text="Loud", component=discord.ui.Checkbox(custom_id="loud")
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        parts = [part.component for part in (self.text, self.kind, self.where, self.loud)]
        text, kind, where, loud = parts
        assert isinstance(text, discord.ui.TextInput)
        assert isinstance(kind, discord.ui.Select)
        assert isinstance(where, discord.ui.ChannelSelect)
        assert isinstance(loud, discord.ui.Checkbox)
        names = [channel.name for channel in where.values]
        told = f"{text.value} ({kind.values[0]}) in {names}{'!' if loud.value else ''}"
        if interaction.message is None:
            await interaction.response.send_message(told, ephemeral=True)
        else:
            await interaction.response.edit_message(content=told)


class Card(discord.ui.View):
    """One row of buttons, and a row for each kind of select."""

    def __init__(self) -> None:
        super().__init__(timeout=None)
        self.add_item(discord.ui.Button(label="Elsewhere", url="https://example.com/", row=0))
        self.add_item(discord.ui.Button(label="Not now", custom_id="not-now", disabled=True, row=0))

    @discord.ui.button(label="More", custom_id="more:1", row=0)
    async def more(self, interaction: discord.Interaction, _: Any) -> None:
        """The card stays as it is; the answers are messages that only the presser sees."""
        await interaction.response.defer()
        view = discord.ui.View(timeout=None)
        button = discord.ui.Button[Any](label="Deeper", custom_id="deeper")

        async def deeper(interaction: discord.Interaction) -> None:
            await interaction.response.edit_message(content="deep", view=None)

        button.callback = deeper  # type: ignore[method-assign]
        view.add_item(button)
        await interaction.followup.send("first", ephemeral=True, view=view)
        await interaction.followup.send("second", ephemeral=True)

    @discord.ui.button(label="Note", custom_id="note:1", row=0)
    async def note(self, interaction: discord.Interaction, _: Any) -> None:
        await interaction.response.send_modal(NoteForm())

    @discord.ui.button(label="Gone", custom_id="gone:1", row=0)
    async def gone(self, interaction: discord.Interaction, _: Any) -> None:
        await interaction.response.defer()
        await interaction.delete_original_response()
        await interaction.followup.send("removed", ephemeral=True)

    @discord.ui.select(
        placeholder="Period",
        options=[
            discord.SelectOption(label="24 hours", value="24", default=True),
            discord.SelectOption(label="7 days", value="168"),
        ],
        row=1,
    )
    async def period(self, interaction: discord.Interaction, select: Any) -> None:
        await interaction.response.edit_message(content=f"period {select.values}")

    @discord.ui.select(
        cls=discord.ui.ChannelSelect,
        placeholder="Channels",
        channel_types=[discord.ChannelType.text],
        max_values=2,
        row=2,
    )
    async def channels(self, interaction: discord.Interaction, select: Any) -> None:
        names = [channel.name for channel in select.values]
        await interaction.response.edit_message(content=f"channels {names}")

    @discord.ui.select(cls=discord.ui.UserSelect, placeholder="People", row=3)
    async def people(self, interaction: discord.Interaction, select: Any) -> None:
        await interaction.response.edit_message(content=f"person {select.values[0].name}")

    @discord.ui.select(cls=discord.ui.MentionableSelect, placeholder="Whoever", row=4)
    async def whoever(self, interaction: discord.Interaction, select: Any) -> None:
        await interaction.response.edit_message(content=f"whoever {select.values[0].name}")


def add_commands(tree: app_commands.CommandTree[Any]) -> None:
    group = app_commands.Group(name="desk", description="A desk")

    @group.command(name="card", description="Show the card")
    async def card(interaction: discord.Interaction, public: bool = False) -> None:
        file = discord.File(io.BytesIO(b"\x89PNG"), "week.png", description="A bad evening.")
        embed = discord.Embed(title="The week").set_image(url="attachment://week.png")
        await interaction.response.send_message(
            "look", embed=embed, file=file, view=Card(), ephemeral=not public
        )

    @group.command(name="note", description="Open the form at once")
    async def note(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(NoteForm())

    @group.command(name="trend", description="Complete what is typed")
    async def trend(
        interaction: discord.Interaction, place: str, hours: int = 24, loud: bool = False
    ) -> None:
        await interaction.response.send_message(f"{place}, {hours} h", ephemeral=True)

    @trend.autocomplete("place")
    async def places(
        interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        loudly = interaction.namespace.loud
        return [
            app_commands.Choice(name=f"#{name}", value=name.upper() if loudly else name)
            for name in PLACES
            if typed.lstrip("#") in name
        ]

    @group.command(name="dials", description="A select with a default, and two without a name")
    async def dials(interaction: discord.Interaction) -> None:
        view = discord.ui.View(timeout=None)
        where = discord.Object(interaction.channel_id or 0)
        view.add_item(
            discord.ui.ChannelSelect(
                placeholder="Where",
                default_values=[discord.SelectDefaultValue.from_channel(where)],
            )
        )
        for labels in (("low", "high"), ("day", "week")):
            select = discord.ui.Select[Any](options=[discord.SelectOption(label=x) for x in labels])

            async def turn(interaction: discord.Interaction, select: Any = select) -> None:
                await interaction.response.edit_message(content=f"now {select.values[0]}")

            select.callback = turn  # type: ignore[method-assign]
            view.add_item(select)
        await interaction.response.send_message("turn", view=view, ephemeral=True)

    tree.add_command(group)
