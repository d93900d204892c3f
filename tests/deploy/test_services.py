"""What other programs read of deploy/: Compose, Kubernetes and systemd."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings import Settings

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
KUBERNETES = sorted((DEPLOY / "kubernetes").glob("*.yaml"))
COMPOSE = ("compose.yaml", "compose.postgresql.yaml")

SETTINGS = {str(field.validation_alias) for field in Settings.model_fields.values()}
ENVIRONMENT = SETTINGS | {"MPLCONFIGDIR", "PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE"}


def compose(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((DEPLOY / name).read_text(encoding="utf-8"))
    return loaded


def bots(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for service, options in compose(name)["services"].items():
        if options["image"] == "barometer":
            yield service, options


@pytest.mark.parametrize("name", COMPOSE)
def test_containers_may_do_nothing_that_the_bot_need_not(name: str) -> None:
    assert list(bots(name))
    for _, options in bots(name):
        assert options["read_only"]
        assert options["user"] == "10001:10001"
        assert options["cap_drop"] == ["ALL"]
        assert options["security_opt"] == ["no-new-privileges:true"]
        assert options["restart"] == "unless-stopped"
        assert "ports" not in options
        assert any(mount.startswith("/tmp") for mount in options["tmpfs"])  # noqa: S108


@pytest.mark.parametrize("name", COMPOSE)
def test_every_secret_is_a_file_that_a_setting_is_named_after(name: str) -> None:
    known = compose(name)["secrets"]
    for _, options in bots(name):
        assert set(options["secrets"]) <= set(known)
        for secret in set(options["secrets"]) - {"barometer_key"}:
            assert secret.upper() in SETTINGS
        assert set(options.get("environment", {})) <= ENVIRONMENT
    for secret in known.values():
        assert secret["file"].startswith("secrets/")


def test_two_groups_share_one_database_and_key_and_have_all_shards() -> None:
    environments = [options["environment"] for _, options in bots("compose.postgresql.yaml")]
    assert [each["SHARD_GROUP"] for each in environments] == ["0", "1"]
    assert {each["SHARD_GROUPS"] for each in environments} == {"2"}
    assert {each["BAROMETER_KEY_FILE"] for each in environments} == {"/run/secrets/barometer_key"}
    # Empty, and so the secret's: the image names a file.
    assert {each["BAROMETER_DATABASE"] for each in environments} == {""}


def objects() -> dict[str, dict[str, Any]]:
    texts = (file.read_text(encoding="utf-8") for file in KUBERNETES)
    return {each["kind"]: each for text in texts for each in yaml.safe_load_all(text)}


def test_the_manifests_fit_the_schemas_of_kubernetes() -> None:
    validate = pytest.importorskip("kubernetes_validate")
    for found in objects().values():
        validate.validate(found, "1.28", strict=True)


def test_no_pod_of_a_new_version_runs_beside_one_of_an_old_one() -> None:
    """The old one would write past the tables that the new one has made."""
    assert objects()["StatefulSet"]["spec"]["updateStrategy"] == {"type": "OnDelete"}


def test_the_pods_may_do_nothing_that_the_bot_need_not() -> None:
    pod = objects()["StatefulSet"]["spec"]["template"]["spec"]
    (container,) = pod["containers"]
    assert pod["securityContext"]["runAsNonRoot"]
    assert pod["securityContext"]["runAsUser"] == 10001
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert not pod["automountServiceAccountToken"]
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert container["resources"]["limits"]["memory"]


def test_each_pod_is_a_group_of_shards_and_all_names_meet() -> None:
    found = objects()
    stateful, config = found["StatefulSet"]["spec"], found["ConfigMap"]["data"]
    pod = stateful["template"]["spec"]
    (container,) = pod["containers"]
    assert str(stateful["replicas"]) == config["SHARD_GROUPS"]
    (group,) = container["env"]
    assert group["name"] == "SHARD_GROUP"
    assert "pod-index" in group["valueFrom"]["fieldRef"]["fieldPath"]
    labels = stateful["selector"]["matchLabels"]
    assert stateful["template"]["metadata"]["labels"] == labels
    assert found["Service"]["spec"]["selector"] == labels
    assert found["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"] == labels
    assert found["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"] == labels
    assert stateful["serviceName"] == found["Service"]["metadata"]["name"]
    assert container["envFrom"] == [{"configMapRef": {"name": "barometer"}}]
    mounts = {mount["name"] for mount in container["volumeMounts"]}
    assert mounts == {volume["name"] for volume in pod["volumes"]}
    assert set(config) <= ENVIRONMENT
    secret = found["Secret"]
    assert {*secret["data"], *secret["stringData"]} == {
        *("discord_token", "barometer_database", "barometer_key")
    }


def test_the_probes_ask_what_the_bot_answers() -> None:
    (container,) = objects()["StatefulSet"]["spec"]["template"]["spec"]["containers"]
    port = objects()["ConfigMap"]["data"]["BAROMETER_METRICS"].rpartition(":")[2]
    (metrics,) = container["ports"]
    assert str(metrics["containerPort"]) == port
    for probe, path in (
        ("startupProbe", "/healthz"),
        ("livenessProbe", "/livez"),
        ("readinessProbe", "/readyz"),
    ):
        assert container[probe]["httpGet"] == {"path": path, "port": metrics["name"]}


def unit() -> ConfigParser:
    parser = ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(DEPLOY / "systemd" / "barometer.service")
    return parser


def test_the_unit_starts_the_program_and_gives_it_the_token() -> None:
    service = unit()["Service"]
    assert service["ExecStart"].split() == ["/opt/barometer/bin/barometer", "run"]
    assert service["Restart"] == "on-failure"
    credential = service["LoadCredential"].partition(":")[0]
    assert credential.upper() in SETTINGS
    text = (DEPLOY / "systemd" / "barometer.service").read_text()
    for name in re.findall(r"^Environment=(.+)$", text, re.M):
        assert {pair.partition("=")[0] for pair in name.split()} <= ENVIRONMENT
    users = (DEPLOY / "systemd" / "barometer.sysusers").read_text()
    assert f"\nu {service['User']} " in users


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd")
def test_systemd_finds_the_unit_hardly_exposed() -> None:
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", DEPLOY / "systemd" / "barometer.service"],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )
    exposure = re.search(r"exposure level for barometer.service: ([\d.]+)", done.stdout)
    assert exposure is not None, done.stderr
    assert float(exposure[1]) <= 1.5
