-- Who wrote more in an hour than counts is asked with every look at many messages, and few did.
CREATE INDEX member_hour_beyond_ten ON member_hour (channel, hour) WHERE scored > 10;

PRAGMA user_version = 18;
