/** Everything that the page itself says. What the bot says comes from the bot. */

const TIME = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const SHORT_DAY = new Intl.DateTimeFormat("en-GB", {
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
});
const LONG_DAY = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});
const RELATIVE = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];

/** Which day, in the reader's own time: "Today", "Yesterday" or a date. */
function dayOf(moment: Date): string {
  const midnight = new Date();
  midnight.setHours(0, 0, 0, 0);
  if (moment >= midnight) return "Today";
  midnight.setDate(midnight.getDate() - 1); // not 24 hours: some days have 23 or 25
  return moment >= midnight ? "Yesterday" : DAY.format(moment);
}

/** How long until then, or since: "2 hours ago". */
function relative(moment: Date): string {
  const seconds = (moment.getTime() - Date.now()) / 1000;
  const [unit, size] = UNITS.find(([, each]) => Math.abs(seconds) >= each) ?? ["second", 1];
  return RELATIVE.format(Math.trunc(seconds / size), unit);
}

/** Discord's styles of a timestamp: https://discord.com/developers/docs/reference#message-formatting */
function timestamp(moment: Date, style: string): string {
  switch (style) {
    case "t":
      return TIME.format(moment);
    case "T":
      return moment.toLocaleTimeString("en-GB");
    case "d":
      return SHORT_DAY.format(moment);
    case "D":
      return DAY.format(moment);
    case "F":
      return `${LONG_DAY.format(moment)} at ${TIME.format(moment)}`;
    case "R":
      return relative(moment);
    default:
      return `${DAY.format(moment)} at ${TIME.format(moment)}`;
  }
}

function size(bytes: number): string {
  if (bytes < 1024) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  return bytes < 1024 ** 2 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

export const words = {
  unreachable: "The playground doesn't answer. Is it still running in your terminal?",
  title: (channel: string, server: string) => `#${channel} · ${server} · Barometer playground`,
  loading: "Opening the playground…",

  // The frame
  skip: "Skip to the messages",
  skipToWriting: "Skip to where you write",
  channels: "Channels",
  members: "Members",
  bots: "Apps",
  app: "APP",
  showChannels: "Show channels",
  showMembers: "Show members",
  close: "Close",
  youAre: "You are",
  youAreHint: "See the server as somebody else sees it",
  theme: { system: "Theme: as your system", light: "Theme: light", dark: "Theme: dark" },
  playEvening: "Play an evening",
  eveningPlays: "Playing…",
  openTour: "Tour",
  privateChannel: "private",
  thread: "thread",
  unread: "unread",
  botStarting: "The bot is starting. You can look around already; it answers in a moment.",
  botStopped: (reason: string | null) => reason ?? "The bot has stopped. Start the playground again.",
  broken: "Lost the connection to the playground. Trying again…",

  // Messages
  noSuchChannel: "There is no such channel, or you can't see it.",
  noSuchMessage: "That message is gone.",
  messagesIn: (channel: string) => `Messages in #${channel}`,
  older: "Show older messages",
  newer: "Show newer messages",
  earlier: "You're looking at older messages.",
  toNewest: "Jump to the newest",
  nothingYet: (channel: string) => `Nothing has been said in #${channel} yet.`,
  said: (author: string, text: string) => `${author}: ${text}`,
  when: (moment: Date) => {
    const day = dayOf(moment);
    return day === "Today" || day === "Yesterday"
      ? `${day} at ${TIME.format(moment)}`
      : `${day} ${TIME.format(moment)}`;
  },
  dayOf,
  timestamp,
  thinking: (bot: string) => `${bot} is thinking…`,
  onlyYou: "Only you can see this",
  dismiss: "Dismiss",
  inReplyTo: "In reply to",
  noText: "Click to see the attachment",
  joined: (name: string) => `${name} joined the server.`,
  pinned: (name: string) => `${name} pinned a message.`,
  toThread: (name: string) => `Thread: ${name}`,
  threadBeganGone: "The message that this thread was started from is gone.",
  goToMessage: "Go to the message",
  startedThread: (name: string) => `${name} started a thread.`,
  spoiler: "Spoiler; press to show it",
  unknownUser: "unknown-user",
  unknownRole: "deleted-role",
  unknownChannel: "no-access",
  altText: "ALT",
  showAlt: "Show the picture's description",
  noAlt: "Picture without a description",
  size,
  reaction: (emoji: string, count: number, mine: boolean) =>
    `${emoji}, ${count} ${count === 1 ? "reaction" : "reactions"}${mine ? ", yours among them" : ""}`,

  // The score beside a message
  sounds: "Sounds:",

  // What one can do with a message
  actions: "Message actions",
  react: "Add a reaction",
  reply: "Reply",
  edit: "Edit",
  delete: "Delete",
  deleteTitle: "Delete message",
  deleteQuestion: "Are you sure you want to delete this message?",
  deleteHint: "Hold Shift when you choose Delete, and you won't be asked.",
  openThread: "Start a thread",
  copyText: "Copy text",
  apps: "Apps",
  threadName: "Name of the thread",
  create: "Create",
  cancel: "Cancel",

  // Writing
  write: (channel: string) => `Message #${channel}`,
  writeHint: "Type / for commands",
  mayNotWrite: "You can't write in this channel.",
  replyingTo: (name: string) => `Replying to ${name}`,
  editing: "Editing your message",
  stop: "Cancel",
  attach: "Attach a file",
  attached: "Attached files",
  altTextOf: (isThere: boolean) => (isThere ? "Edit alt text" : "Add alt text"),
  describe: (name: string) => `Describe ${name}`,
  altTextLabel: "Description (alt text)",
  altTextHint: "Read to people who can't see the picture.",
  removeFile: (name: string) => `Remove ${name}`,
  send: "Send",
  save: "Save",
  commands: "Commands",
  names: "Names",
  everyone: "Notify everybody who sees this channel",
  here: "Notify everybody who is online and sees this channel",
  role: "Notify everybody who has this role",
  option: (name: string, required: boolean) => (required ? name : `${name} (optional)`),
  addOption: (name: string) => `Add ${name}`,
  optionMissing: (name: string) => `Fill in "${name}" first.`,
  choices: (name: string) => `Choices for ${name}`,
  yes: "True",
  no: "False",

  // Components and forms
  choose: "Make a selection",
  pickUpTo: (most: number) => `Choose up to ${most}`,
  done: "Done",
  submit: "Submit",
  optional: "optional",
  formFor: (bot: string) => `This form goes to ${bot}.`,

  tour: {
    title: "A tour in five steps",
    step: (number: number, of: number) => `Step ${number} of ${of}`,
    back: "Back",
    next: "Next",
    close: "Close the tour",
    finish: "Look around yourself",
    end: "That was the tour. Be whoever you like (below the list of channels), and type / to see what the bot can do.",
    starting: "The bot is starting…",
    reading: "The bot is reading the last thirty days…",
    waiting: "Waiting for the alert…",
    noAlert: "No alert came this time",
    stopped: "The bot has stopped",
    calm: "First, let them quarrel (step 1)",
    overEarly:
      "That's how it stands now. Watch #general meanwhile: they make up in the end. Then ask again, and the answer has changed.",
    askAgainIn: (seconds: number) => `Ask again in ${seconds} s`,
    askAgain: "Ask again",
    steps: [
      {
        title: "An evening goes wrong",
        text: "This is a made-up server with thirty days of talk in it. The strip beside each message shows how it sounds to the bot. Now let a quarrel happen in #general.",
        act: "Let them quarrel",
      },
      {
        title: "The bot notices",
        text: "Within a minute the bot sees that this is unusual here, and tells the moderators in a channel that only they can see.",
        act: "Go to #moderators",
      },
      {
        title: "Which messages?",
        text: "Open the alert, then ask which messages it is about. Only you see the answers. The bot fetches the text from Discord just then, and keeps none of it.",
        act: "Ask which messages",
      },
      {
        title: "Is it over?",
        text: "Has it calmed down? The bot judges by what was said since, and doesn't say yes before thirty messages were as usual.",
        act: "Ask if it's over",
      },
      {
        title: "Opt out",
        text: "Nobody has to take part. Be Tomasz, a member, and opt out: the bot asks once, then erases what it counted of his and counts nothing more.",
        act: "Opt out as Tomasz",
      },
    ],
  },
};
