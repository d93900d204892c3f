-- How many people wrote in a channel on a day: nobody asks any more. Which days members may see is
-- decided when a day is published.
DROP TABLE channel_day;

PRAGMA user_version = 12;
