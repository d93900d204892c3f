-- A deleted channel costs what it holds. Its hours of members were found by going through all
-- members of the guild; like this they are one range. A message pays for it only if it is its
-- author's first in that hour and channel, and hours come in order, so that neighbours share a page.
CREATE INDEX member_hour_by_channel ON member_hour (channel, hour);

-- The threads below a channel. Most channels are none.
CREATE INDEX channel_by_parent ON channel (guild, parent) WHERE parent IS NOT NULL;

PRAGMA user_version = 5;
