"""What PostgreSQL and the way to it say when they fail, in words that hold no password."""

from __future__ import annotations

import ssl

import asyncpg

from storage.errors import InvalidInputError, StorageError

# What another try can mend: the server restarts, a connection drops, two transactions collided.
_PASSES = (
    OSError,  # refused, reset, unreachable; and TimeoutError
    asyncpg.PostgresConnectionError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.CannotConnectNowError,
    asyncpg.TooManyConnectionsError,
    # The client lost its count of answers: the connection was dropped between two of them.
    asyncpg.InternalClientError,
    asyncpg.SerializationError,
    asyncpg.DeadlockDetectedError,
)
FAILURES = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, OSError)
"""All that asyncpg raises."""


def passes(error: BaseException) -> bool:
    """Whether the same may succeed a moment later."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return False
    closed = isinstance(error, asyncpg.InterfaceError) and "closed" in str(error)
    return closed or isinstance(error, _PASSES)


def in_words(error: BaseException, server: str) -> StorageError:
    """The `StorageError` that says what to do; `server` is its address without the password."""
    if isinstance(error, asyncpg.exceptions.ClientConfigurationError):
        return InvalidInputError(
            f"The address of the database {server} isn't understood. Check its options, behind "
            "the question mark: sslmode=verify-full and verify-ca need sslrootcert=FILE as well."
        )
    # Of its errors about arguments, asyncpg makes a ValueError; the server's own are none.
    if isinstance(error, asyncpg.InterfaceError) and isinstance(error, ValueError):
        return InvalidInputError("A number is outside the signed 64-bit range.")
    if isinstance(error, asyncpg.NumericValueOutOfRangeError):
        return InvalidInputError("A number is outside the range that can be stored.")
    return StorageError(f"The database {server} {_said(error)}")


def _said(error: BaseException) -> str:
    match error:
        case asyncpg.InvalidPasswordError() | asyncpg.InvalidAuthorizationSpecificationError():
            return (
                "refuses the user or the password. Check them in BAROMETER_DATABASE, and the "
                "server's pg_hba.conf."
            )
        case asyncpg.InvalidCatalogNameError():
            return "doesn't exist on this server. Create it: createdb, or CREATE DATABASE."
        case asyncpg.InsufficientPrivilegeError():
            return (
                "doesn't let Barometer's user do that. Make the user its owner: "
                "ALTER DATABASE … OWNER TO …."
            )
        case asyncpg.TooManyConnectionsError():
            return "has no connection left. Raise max_connections, or stop what needs them."
        case asyncpg.DiskFullError():
            return "no longer fits on the server's disk. Make room."
        case asyncpg.ReadOnlySQLTransactionError():
            return "can't be written to: the server is a standby. Name the primary."
        case asyncpg.UndefinedObjectError() | asyncpg.CantChangeRuntimeParamError():
            return (
                "refuses an option of the address. Check what stands behind the question mark in "
                "BAROMETER_DATABASE."
            )
        case asyncpg.QueryCanceledError():
            return (
                "broke off what took longer than its statement_timeout. Raise that: "
                "ALTER ROLE … SET statement_timeout = 0."
            )
        case ssl.SSLCertVerificationError():
            return (
                "shows a certificate that isn't trusted, or that is for another name. Name its "
                "authority's: ?sslmode=verify-full&sslrootcert=FILE."
            )
        case ConnectionError() if "rejected SSL" in str(error):
            return "doesn't offer SSL, which sslmode in BAROMETER_DATABASE asks for."
        case FileNotFoundError():
            return (
                "can't be reached: a file that its address names isn't there. Is the server "
                "running, and are the paths of its socket and certificates right?"
            )
        case TimeoutError():
            return "doesn't answer. Is the server up, and does a firewall let Barometer through?"
        case asyncpg.CannotConnectNowError():
            return "is starting up or shutting down. Try again in a minute."
        case (
            OSError()
            | asyncpg.PostgresConnectionError()
            | asyncpg.OperatorInterventionError()
            | asyncpg.InternalClientError()
        ):
            return (
                "can't be reached. Is the server running, and are its name and port in "
                "BAROMETER_DATABASE right?"
            )
        case asyncpg.InterfaceError() if "closed" in str(error):
            return "dropped the connection. Is the server running?"
        case asyncpg.PostgresError():
            # The server's own words may quote values of a row: only what kind of error it is.
            return f"gave an error: {type(error).__name__} ({error.sqlstate})."
    return f"gave an error: {type(error).__name__}."
