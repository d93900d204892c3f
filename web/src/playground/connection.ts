/** The events of one member, over a WebSocket that is opened again whenever it breaks. */

export interface Told {
  t: string;
  d: Record<string, unknown>;
}

const FIRST_WAIT = 500; // milliseconds; doubled after each failure
const LONGEST_WAIT = 8000;

export class Connection {
  #socket: WebSocket | null = null;
  #wait = FIRST_WAIT;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  #begin!: () => void;
  /** Resolves once events come, or once it is known that none do yet. */
  readonly begun = new Promise<void>((begin) => (this.#begin = begin));

  /**
   * `tell` gets each event; `opened` is called at every opening, `again` at all but the first, for
   * then something may have been missed; `broken` when there is no connection.
   */
  constructor(
    private readonly url: string,
    private readonly tell: (told: Told) => void,
    private readonly opened: (again: boolean) => void,
    private readonly broken: () => void,
  ) {
    this.#open(false);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#socket?.close();
  }

  #open(again: boolean): void {
    const socket = new WebSocket(this.url);
    this.#socket = socket;
    socket.onopen = () => {
      this.#wait = FIRST_WAIT;
      this.#begin();
      if (!this.#closed) this.opened(again);
    };
    socket.onmessage = (event) => {
      if (!this.#closed) this.tell(JSON.parse(event.data));
    };
    socket.onclose = () => {
      this.#begin();
      if (this.#closed) return;
      this.broken();
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#open(true), this.#wait);
      this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
    };
  }
}
