"""What `/sentiment open` says: where the page is off, on this machine alone, and for everybody."""

from __future__ import annotations

import aiohttp
import discord
import pytest

from bot.address import Address
from bot.commands.open import NOT_REACHABLE, OFF, ONLY_HERE, READY, is_operator
from bot.gateway.connection import StartError
from bot.web.origins import Origins
from bot.web.server import DeskPage, serving
from tests.bot.commands.conftest import Server
from tests.bot.web.conftest import Desk, run_by


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


async def test_a_page_on_the_bots_own_machine_is_for_those_alone_who_run_it(desk: Desk) -> None:
    server = desk.server
    run_by(server, server.moderator)
    reply = await server.ask(server.ben, "open")
    assert reply.ephemeral
    assert reply.description == NOT_REACHABLE
    assert reply.message.components == []
    assert desk.page.origins.main not in str(reply.message.embeds[0].to_dict())
    assert (await desk.link(server.moderator)).startswith(desk.page.origins.main)


async def test_of_a_team_those_count_who_said_yes_and_without_one_the_owner(desk: Desk) -> None:
    server, client = desk.server, desk.server.bot
    run_by(server, server.ann, server.ben)
    assert client.application is not None
    assert client.application.team is not None
    invited = client.application.team.members[0]
    invited.membership_state = discord.TeamMembershipState.invited
    assert not is_operator(client, server.ann.id)
    assert is_operator(client, server.ben.id)
    client.application.team = None
    assert is_operator(client, client.application.owner.id)
    assert not is_operator(client, server.ben.id)


async def test_without_an_address_for_browsers_it_says_where_the_link_works(desk: Desk) -> None:
    run_by(desk.server, desk.server.ben)
    reply = await desk.server.ask(desk.server.ben, "open")
    assert reply.ephemeral
    assert reply.description == f"{READY}\n\n{ONLY_HERE}"
    assert (await desk.link(desk.server.ben)).startswith(f"http://127.0.0.1:{desk.port}/enter/")


@pytest.mark.parametrize(
    ("host", "main"),
    [
        ("127.0.0.1", "http://127.0.0.1:"),
        ("localhost", "http://127.0.0.1:"),
        ("::1", "http://[::1]:"),
        ("0.0.0.0", "http://127.0.0.1:"),  # noqa: S104 (as in a container)
    ],
)
async def test_the_link_leads_to_where_the_page_is(host: str, main: str) -> None:
    async with serving(Address(host, 0), None) as page, aiohttp.ClientSession() as http:
        assert page.origins.main == f"{main}{page.port}"
        async with http.get(f"{page.origins.main}/") as answer:
            assert answer.status == 200


def test_an_address_that_no_browser_reaches_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="set BAROMETER_WEB_URL as well"):
        Origins.of("192.0.2.7", 8643, None)
    assert Origins.of("192.0.2.7", 8643, "https://mood.example.org").public


def test_the_usual_port_is_left_out_as_browsers_do() -> None:
    origins = Origins.of("127.0.0.1", 80, None)
    assert origins.main == "http://127.0.0.1"
    assert origins.all == {"http://127.0.0.1", "http://localhost", "http://[::1]"}
    assert origins.hosts == {"127.0.0.1", "localhost", "[::1]"}


@pytest.mark.parametrize("url", ["http://localhost:8080", "http://[::1]:8080", "http://127.0.0.1"])
def test_an_address_of_this_machine_is_for_no_other_one(url: str) -> None:
    assert not Origins.of("127.0.0.1", 8643, url).public


@pytest.mark.parametrize(
    ("host", "said"),
    [("192.0.2.7", "this machine has no address"), ("no.such.host.example", "can't be served")],
)
async def test_an_address_that_is_not_to_be_had_is_refused_in_words(host: str, said: str) -> None:
    with pytest.raises(StartError, match=said):
        async with serving(Address(host, 0), "https://mood.example.org"):
            pytest.fail("it is served")


@pytest.mark.parametrize("url", ["https://mood.example.org"])
async def test_with_an_address_for_browsers_the_link_is_for_all_of_them(
    desk: Desk, url: str
) -> None:
    run_by(desk.server)
    reply = await desk.server.ask(desk.server.ben, "open")
    assert reply.description == READY
    ((button,),) = (row["components"] for row in reply.message.components)
    assert button["url"].startswith(f"{url}/enter/")
