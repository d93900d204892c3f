"""The page behind nginx, set up as the operator's guide says, and reached by https."""

from __future__ import annotations

import asyncio
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

from tests.bot.web.conftest import Browser, Desk

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "web.md"
HOST = "mood.example.org"

pytestmark = pytest.mark.skipif(
    shutil.which("nginx") is None or shutil.which("openssl") is None,
    reason="needs nginx and openssl: apt-get install nginx-light openssl",
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
    port: int
    log: Path
    certificate: Path

    @property
    def origin(self) -> str:
        return f"https://{HOST}:{self.port}"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


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


@pytest.fixture
async def proxy(desk: Desk, https_port: int, tmp_path: Path) -> AsyncIterator[Proxy]:
    """nginx, with what the guide says, but for ports and paths."""
    key, certificate = certify(tmp_path)
    (block,) = re.findall(r"```\n(server \{.*?\n\})\n```", GUIDE.read_text(), re.DOTALL)
    block = block.replace("listen 443", f"listen 127.0.0.1:{https_port}")
    block = block.replace("127.0.0.1:8643", f"127.0.0.1:{desk.port}")
    block = re.sub(r"/etc/letsencrypt/\S+/fullchain.pem", str(certificate), block)
    block = re.sub(r"/etc/letsencrypt/\S+/privkey.pem", str(key), block)
    log = tmp_path / "access.log"
    folders = "\n".join(
        f"{name}_temp_path {tmp_path}/{name};"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    config = tmp_path / "nginx.conf"
    config.write_text(
        f"daemon off; pid {tmp_path}/pid; error_log {tmp_path}/error.log;\n"
        f"events {{}}\nhttp {{ access_log {log};\n{folders}\n{block}\n}}\n"
    )
    process = await asyncio.create_subprocess_exec("nginx", "-c", str(config), "-p", str(tmp_path))
    try:
        async with asyncio.timeout(10):
            while True:
                try:
                    _, writer = await asyncio.open_connection("127.0.0.1", https_port)
                except OSError:
                    await asyncio.sleep(0.02)
                else:
                    writer.close()
                    break
        yield Proxy(https_port, log, certificate)
    finally:
        process.terminate()
        await process.wait()


async def test_through_the_guides_nginx_a_member_comes_in_by_https(
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
    logged = proxy.log.read_text()
    assert "/api/me" in logged
    assert link.rpartition("/")[2] not in logged
