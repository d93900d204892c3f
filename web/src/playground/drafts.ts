/** What somebody has begun to write in one channel. Pure. */

import type { Attached } from "./attached-files";
import type { Message } from "./discord";

export interface Draft {
  text: string;
  files: Attached[];
  replyTo: Message | null;
}

/** What was not sent, before what was begun since. */
export function together(unsent: Draft, since: Draft | undefined): Draft {
  return {
    text: [unsent.text, since?.text].filter(Boolean).join("\n"),
    files: [...unsent.files, ...(since?.files ?? [])],
    replyTo: unsent.replyTo ?? since?.replyTo ?? null,
  };
}
