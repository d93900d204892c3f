"""What `/sentiment open` says: where the page is off, on this machine alone, and for everybody."""

from __future__ import annotations

import pytest

from bot.commands.open import OFF, ONLY_HERE, READY
from bot.web.server import DeskPage
from tests.bot.commands.conftest import Server
from tests.bot.web.conftest import Desk


class TestOff:
    @pytest.fixture
    def desk_page(self) -> DeskPage | None:
        return None

    async def test_where_the_page_is_off_that_is_said_and_no_link_is_given(
        self, server: Server
    ) -> None:
        reply = await server.ask(server.moderator, "open")
        assert reply.ephemeral
        assert reply.description == OFF
        assert reply.message.components == []


async def test_without_an_address_for_browsers_it_says_where_the_link_works(desk: Desk) -> None:
    reply = await desk.server.ask(desk.server.ben, "open")
    assert reply.ephemeral
    assert reply.description == f"{READY}\n\n{ONLY_HERE}"
    assert (await desk.link(desk.server.ben)).startswith(f"http://127.0.0.1:{desk.port}/enter/")


@pytest.mark.parametrize("url", ["https://mood.example.org"])
async def test_with_an_address_for_browsers_the_link_is_for_all_of_them(
    desk: Desk, url: str
) -> None:
    reply = await desk.server.ask(desk.server.ben, "open")
    assert reply.description == READY
    assert (await desk.link(desk.server.ben)).startswith(f"{url}/enter/")
