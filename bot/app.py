"""The composition root: opens database → classifier → pipeline → client, closes in reverse."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import classifier
import storage
from bot import interactions, logs, memory
from bot.background import running
from bot.clock import Clock, utc_now
from bot.gateway.client import BarometerClient, use_api
from bot.gateway.command_tree import CommandTree
from bot.gateway.connection import MakeClient, StartError, stay_connected
from bot.gateway.heartbeat import use_heartbeat
from bot.gateway.identify_budget import IdentifyBudget
from bot.gateway.identify_turns import turns_for
from bot.ingest.catch_up import CatchUp
from bot.ingest.history import History
from bot.ingest.history_requests import HistoryRequests
from bot.ingest.pace import REQUEST_SECONDS, Pace
from bot.ingest.pipeline import Pipeline
from bot.ingest.scoring import Scoring
from bot.monitoring.collector import PartsCollector
from bot.monitoring.metrics import Metrics
from bot.render.chart_pool import ChartPool
from bot.reports.watching import Watching
from bot.schedule.alerting import Alerting
from bot.schedule.digesting import Digesting
from bot.schedule.learning import Learning
from bot.schedule.publishing import Publishing
from bot.schedule.summing_up import SummingUp
from bot.schedule.upkeep import Upkeep
from bot.schedule.worker import Worker
from bot.settings import Settings
from bot.version import version
from classifier.pool import ScorerPool

if TYPE_CHECKING:
    from bot.web.server import DeskPage

log = logging.getLogger(__name__)


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[storage.Storage]:
    """The storage that is set; the folder of a file is made where it is missing.

    Raises StorageError, also while another bot has it open.
    """
    file = storage.database_file(settings.database)
    if file is not None:
        _make_folder(file.parent)
    async with storage.open(
        settings.database,
        now=utc_now(),
        key_file=settings.key_file,
        backups=settings.backups,
        exclusive=settings.shards or True,
    ) as store:
        if store.files is not None and store.files.notice is not None:
            log.warning(store.files.notice)
        yield store


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        why = error.strerror
        if isinstance(error, FileExistsError | NotADirectoryError):
            why = "something is there that isn't a folder"
        raise storage.StorageError(
            f"Couldn't create the folder {folder}: {why}. "
            "Set BAROMETER_DATABASE to a file in a folder you can write to."
        ) from error


@asynccontextmanager
async def stop_when_lost(
    store: storage.Storage, stop: asyncio.Event
) -> AsyncIterator[asyncio.Future[storage.StorageError]]:
    """Set `stop` once the database is found damaged, is another process's, or a newer version's;
    the future holds what the run is to end with.

    To go on with a damaged one would be to lose what is said meanwhile, and in a week the last good
    backup; without its place, a process would only answer what another one answers as well; and an
    old version can write nothing to the tables of a newer one.
    """
    found: asyncio.Future[storage.StorageError] = asyncio.get_running_loop().create_future()

    def end(error: storage.StorageError) -> None:
        if not found.done():
            found.set_result(error)
        stop.set()

    async def watch_files(files: storage.Files) -> None:
        words = await files.damaged()
        log.critical("Stopping, so that the next start restores a backup: %s", words)
        end(storage.DamagedError(words))

    async def watch_place() -> None:
        words = await store.taken_over()
        log.critical("Stopping, because another process has taken this one's place: %s", words)
        end(storage.StorageError(words))

    async def watch_schema() -> None:
        words = await store.outdated()
        log.critical("Stopping, so that the new version can be started: %s", words)
        end(storage.StorageError(words))

    watching = [
        asyncio.create_task(watch_place(), name="place"),
        asyncio.create_task(watch_schema(), name="schema"),
    ]
    if store.files is not None:
        watching.append(asyncio.create_task(watch_files(store.files), name="damage"))
    try:
        yield found
    finally:
        for task in watching:
            task.cancel()
        await asyncio.wait(watching)


@dataclass(frozen=True, slots=True)
class Reading:
    """What reads messages: as they are said, from the past, and what was missed meanwhile."""

    pipeline: Pipeline
    pace: Pace
    requests: HistoryRequests
    history: History
    catch_up: CatchUp


@asynccontextmanager
async def reading_messages(
    settings: Settings, store: storage.Storage, pipeline: Pipeline, clock: Clock, *, model: str
) -> AsyncIterator[Reading]:
    """Score and store messages as long as the block lasts: pipeline → history → catch-up."""
    shards = settings.shards
    # Discord's limit is the bot's, however many processes it has.
    share = 1.0 if shards is None else len(shards.ids) / shards.count
    pace = Pace(pipeline.calm, REQUEST_SECONDS / share)
    requests = HistoryRequests(pace, pipeline.counters)
    history = History(pipeline, store, requests, model=model, clock=clock.earliest)
    rows_days = settings.retention.rows_days
    catch_up = CatchUp(history, pipeline, store, clock=clock.earliest, rows_days=rows_days)
    async with pipeline, history, catch_up:
        yield Reading(pipeline, pace, requests, history, catch_up)


@asynccontextmanager
async def serving_page(settings: Settings) -> AsyncIterator[DeskPage | None]:
    """Serve the page in a browser, if that is switched on."""
    if settings.web_address is None:
        yield None
        return
    from bot.web import server  # takes memory that only who serves pages needs

    async with server.serving(settings.web_address, settings.web_url) as page:
        yield page


@asynccontextmanager
async def serving_metrics(
    settings: Settings, metrics: Metrics, collector: PartsCollector, store: storage.Storage
) -> AsyncIterator[None]:
    """Tell the operator's machines how the bot is, if that is switched on."""
    if settings.metrics_address is None:
        yield
        return
    from bot.monitoring import endpoint  # a server of its own, too

    async with endpoint.serving(
        settings.metrics_address,
        metrics,
        storage=store.jobs.next_due,
        why_not_ready=collector.why_not_ready,
    ):
        yield


def clients(
    settings: Settings,
    store: storage.Storage,
    reading: Reading,
    install: Callable[[CommandTree], None],
    clock: Clock,
    metrics: Metrics,
) -> MakeClient:
    """Makes the clients of this process, which share their turns to identify."""
    turns = turns_for(settings.shards, store.leases, clock.now)

    def make(*, message_content: bool, identifies: IdentifyBudget) -> BarometerClient:
        return BarometerClient(
            reading.pipeline,
            reading.catch_up,
            store.channels,
            reading.pace,
            install,
            message_content=message_content,
            identifies=identifies,
            turns=turns,
            shards=settings.shards,
            clock=clock,
            trace=metrics.listen(clock.trace()),
        )

    return make


async def run(settings: Settings, stop: asyncio.Event) -> None:
    """Run the bot until `stop` is set.

    Raises StartError, StorageError or ClassifierError where it cannot go on; DamagedError where
    only the next start can, which restores a backup.
    """
    if settings.token is None:
        raise StartError("DISCORD_TOKEN is not set. Put your bot's token into .env.")
    asyncio.get_running_loop().set_exception_handler(logs.on_loop_error)
    use_api(settings.api_url)
    use_heartbeat()
    async with AsyncExitStack() as stack:
        opening = stack.enter_async_context
        store = await opening(opened(settings))
        page = await opening(serving_page(settings))
        lost = await opening(stop_when_lost(store, stop))
        scorer = await asyncio.to_thread(classifier.load, settings.model)
        pool = await opening(ScorerPool(scorer))
        metrics, clock = Metrics(version=version(), model=scorer.version), Clock()
        watching = Watching(store, settings.retention, clock.now)
        shards = settings.shards
        alerting = await opening(
            Alerting(
                store,
                watching,
                clock.now,
                on_sent=metrics.alert_sent,
                serves=lambda guild_id: shards is None or shards.serve(guild_id),
            )
        )

        # What is read.
        pipeline = Pipeline(
            Scoring(metrics.timed_scorer(pool), store.messages, model=scorer.version),
            metrics.timed_writing(store.messages),
            is_future=clock.is_future,
            on_stored=alerting.stored,
        )
        reading = await opening(
            reading_messages(settings, store, pipeline, clock, model=scorer.version)
        )
        log.info("Scoring with %s", scorer.version)

        # What is done unasked.
        upkeep, digesting = Upkeep(store, settings.retention), Digesting(store)
        kinds = [
            *upkeep.kinds,
            *Publishing(store, reading.history.is_reading).kinds,
            *SummingUp(store).kinds,
            *Learning(watching).kinds,
            *alerting.kinds,
            *digesting.kinds,
        ]
        worker = Worker(store.jobs, kinds, clock=clock.certain, doubt=clock.doubt, shards=shards)
        await opening(running(worker.run(), "schedule"))
        collector = PartsCollector(pipeline, reading.history, upkeep)
        metrics.registry.register(collector)
        await opening(serving_metrics(settings, metrics, collector, store))

        # What answers people, on Discord and on the page.
        install = partial(
            interactions.install,
            pool=pool,
            charts=await opening(ChartPool()),
            storage=store,
            history=reading.history,
            source=reading.requests,
            gaps=pipeline.gaps,
            retention=settings.retention,
            watching=watching,
            alerting=alerting,
            digesting=digesting,
            clock=clock.now,
            page=page,
        )
        new_client = clients(settings, store, reading, install, clock, metrics)

        def make_client(*, message_content: bool, identifies: IdentifyBudget) -> BarometerClient:
            client = new_client(message_content=message_content, identifies=identifies)
            upkeep.follow(client.guild_ids)
            collector.follow(client)
            return client

        stack.enter_context(memory.settled())
        await stay_connected(make_client, settings.token.get_secret_value(), stop)
        if lost.done():
            raise lost.result()
    log.info("Stopped: %s", pipeline.counters.in_words())
