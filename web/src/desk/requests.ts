// Asking the bot. Who asks is known by the session's cookie.

/** The moments in what it answers; texts that people wrote are never among them. */
const MOMENTS = new Set(
  "at began called end expires first now over since start until".split(" "),
);

/** Why there is no answer: a status of HTTP, or 0 where nothing came back. */
export class RequestError extends Error {
  constructor(
    readonly status: number,
    readonly said = "",
  ) {
    super(`HTTP ${status}`);
  }
}

export type Query = Record<string, string | number | undefined>;

export function address(path: string, query: Query = {}): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") asked.set(name, String(value));
  }
  const text = asked.toString();
  return text ? `${path}?${text}` : path;
}

export async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return answer<T>(await asked(address(path, query), signal ? { signal } : {}));
}

export async function post<T>(path: string, body: object = {}): Promise<T> {
  return answer<T>(
    await asked(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
}

async function asked(path: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { credentials: "same-origin", cache: "no-store", ...options });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new RequestError(0);
  }
}

async function answer<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (!response.ok) throw new RequestError(response.status, saidIn(text));
  return JSON.parse(text || "null", moment) as T;
}

function saidIn(text: string): string {
  try {
    const { error } = JSON.parse(text) as { error?: unknown };
    return typeof error === "string" ? error : "";
  } catch {
    return "";
  }
}

function moment(key: string, value: unknown): unknown {
  return MOMENTS.has(key) && typeof value === "string" ? new Date(value) : value;
}
