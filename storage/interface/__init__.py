"""What a storage can do, whichever engine does it: `storage.open` gives a `Storage`.

Every method raises `StorageError`, with nothing changed, when the engine cannot do its part (a
`DamagedError` where its files turn out damaged), and
`InvalidInputError` for an id outside 1..2^63-1 or a time without a time zone. Times come from the
caller: no engine looks at the machine's clock.
"""

from storage.interface.alerts import Alerts
from storage.interface.channels import Channels
from storage.interface.digests import Digests
from storage.interface.files import Files
from storage.interface.guilds import Guilds
from storage.interface.jobs import Jobs
from storage.interface.leases import Leases
from storage.interface.marks import Marks
from storage.interface.messages import Messages
from storage.interface.model_versions import ModelVersions
from storage.interface.notes import Notes
from storage.interface.posts import Posts
from storage.interface.privacy import Privacy
from storage.interface.published_days import PublishedDays
from storage.interface.retention import Expiry
from storage.interface.rollups import Rollups
from storage.interface.settings import SettingsByGuild
from storage.interface.storage import Storage

__all__ = [
    "Alerts",
    "Channels",
    "Digests",
    "Expiry",
    "Files",
    "Guilds",
    "Jobs",
    "Leases",
    "Marks",
    "Messages",
    "ModelVersions",
    "Notes",
    "Posts",
    "Privacy",
    "PublishedDays",
    "Rollups",
    "SettingsByGuild",
    "Storage",
]
