-- Who presses a button below an alert decides about the channels that they can read, and no others.
ALTER TABLE alert_episode ADD COLUMN not_useful boolean NOT NULL DEFAULT false;

UPDATE alert_episode SET not_useful = true
FROM alert_post
WHERE alert_post.guild = alert_episode.guild AND alert_post.id = alert_episode.post
    AND alert_post.not_useful;

ALTER TABLE alert_post DROP COLUMN not_useful;

-- In which channels an alert is silent, and until when.
CREATE TABLE alert_snooze (
    guild   bigint NOT NULL,
    alert   bigint NOT NULL,
    channel bigint NOT NULL,             -- snowflake
    until   bigint NOT NULL,             -- microseconds since 1970 UTC
    PRIMARY KEY (guild, alert, channel),
    FOREIGN KEY (guild, alert) REFERENCES alert ON DELETE CASCADE
);

CREATE INDEX alert_snooze_by_channel ON alert_snooze (guild, channel);

-- It was for an hour, and for channels that are not told here.
ALTER TABLE alert DROP COLUMN snoozed_until;
