"""The page behind a proxy that is set up as the operator's guide says, reached by https."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import socket
import ssl
import subprocess
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from scripts.chaos.ports import free_port
from tests.bot.web.conftest import Browser, Desk

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "web.md"
HOST = "mood.example.org"

pytestmark = pytest.mark.skipif(
    shutil.which("openssl") is None, reason="needs openssl: apt-get install openssl"
)


class ThisMachine(AbstractResolver):
    """Finds every name here."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [
            ResolveResult(
                hostname=host, host="127.0.0.1", port=port, family=socket.AF_INET, proto=0, flags=0
            )
        ]

    async def close(self) -> None:
        pass


@dataclass
class Proxy:
    name: str
    port: int
    logs: tuple[Path, ...]
    certificate: Path

    @property
    def origin(self) -> str:
        return f"https://{HOST}:{self.port}"


@pytest.fixture(scope="module")
def https_port() -> int:
    return free_port()


@pytest.fixture
def url(https_port: int) -> str:
    return f"https://{HOST}:{https_port}"


def certify(folder: Path) -> tuple[Path, Path]:
    """A key, and a certificate that it signed itself."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}"),
            *("-keyout", str(key), "-out", str(certificate)),
        ],
        check=True,
        capture_output=True,
    )
    return key, certificate


def said(block: str) -> str:
    """What the guide says to set up."""
    (found,) = re.findall(rf"```\n({block} \{{.*?\n\}})\n```", GUIDE.read_text(), re.DOTALL)
    return str(found)


def nginx(folder: Path, key: Path, certificate: Path, ports: tuple[int, int]) -> list[str]:
    """Set it up, but for ports and paths as in the guide, and say how to run it."""
    block = said("server").replace("listen 443", f"listen 127.0.0.1:{ports[0]}")
    block = block.replace("127.0.0.1:8643", f"127.0.0.1:{ports[1]}")
    block = re.sub(r"/etc/letsencrypt/\S+/fullchain.pem", f'"{certificate}"', block)
    block = re.sub(r"/etc/letsencrypt/\S+/privkey.pem", f'"{key}"', block)
    folders = "\n".join(
        f'{name}_temp_path "{folder}/{name}";'
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    config = folder / "nginx.conf"
    config.write_text(
        f'daemon off; pid "{folder}/pid"; error_log "{folder}/error.log";\n'
        f'events {{}}\nhttp {{ access_log "{folder}/access.log";\n{folders}\n{block}\n}}\n'
    )
    return ["nginx", "-c", str(config), "-p", str(folder)]


def caddy(folder: Path, key: Path, certificate: Path, ports: tuple[int, int]) -> list[str]:
    """The same, with a certificate of ours instead of the one that it would get by itself."""
    block = said(re.escape(HOST)).replace("127.0.0.1:8643", f"127.0.0.1:{ports[1]}")
    ours = f"{HOST}:{ports[0]} {{\n\tbind 127.0.0.1\n\ttls {certificate} {key}"
    block = block.replace(f"{HOST} {{", ours)
    config = folder / "Caddyfile"
    config.write_text(f"{{\n\tadmin off\n\tauto_https disable_redirects\n}}\n{block}\n")
    return ["caddy", "run", "--config", str(config), "--adapter", "caddyfile"]


@pytest.fixture(params=[nginx, caddy], ids=lambda each: each.__name__)
async def proxy(
    desk: Desk, https_port: int, tmp_path: Path, request: pytest.FixtureRequest
) -> AsyncIterator[Proxy]:
    if shutil.which(request.param.__name__) is None:
        pytest.skip(f"needs {request.param.__name__}: apt-get install nginx-light caddy")
    key, certificate = certify(tmp_path)
    command = request.param(tmp_path, key, certificate, (https_port, desk.port))
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    with (tmp_path / "output").open("wb") as output:
        process = await asyncio.create_subprocess_exec(
            *command, env=os.environ | home, stdout=output, stderr=output
        )
    try:
        async with asyncio.timeout(60):
            while True:
                try:
                    _, writer = await asyncio.open_connection("127.0.0.1", https_port)
                except OSError:
                    await asyncio.sleep(0.02)
                else:
                    writer.close()
                    break
        logs = (tmp_path / "access.log", tmp_path / "output")
        yield Proxy(request.param.__name__, https_port, logs, certificate)
    finally:
        process.terminate()
        await process.wait()


async def test_through_the_guides_proxy_a_member_comes_in_by_https(
    desk: Desk, proxy: Proxy
) -> None:
    context = ssl.create_default_context(cafile=str(proxy.certificate))
    options: Any = {"resolver": ThisMachine(), "ssl": context}
    connector = aiohttp.TCPConnector(**options)
    async with aiohttp.ClientSession(connector=connector) as http:
        browser = Browser(proxy.origin, http, guild=str(desk.server.guild.id))
        link = await desk.link(desk.server.ben)
        assert link.startswith(f"{proxy.origin}/enter/")
        entered = await browser.press(link)
        assert entered.status == 303
        assert entered.headers["Set-Cookie"].startswith(f"__Host-barometer-{proxy.port}=")
        me = await browser.get("/api/me")
        assert me.json["member"]["name"] == "ben_b"
        browser.csrf = me.json["csrf"]
        assert (await browser.post("/api/sign-out")).json == {"signed_out": True}
        assert (await browser.get("/api/me")).status == 401
    logged = "".join(each.read_text() for each in proxy.logs if each.exists())
    assert ("/api/me" in logged) == (proxy.name == "nginx")  # Caddy keeps no log unless it is told
    assert link.rpartition("/")[2] not in logged
