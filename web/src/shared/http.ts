/** Asking the page's own server, with an error that can be shown to people. */

/**
 * A request that failed. `sentence` is what the server said of it, or null where it said nothing;
 * `status` is 0 where the server could not be reached.
 */
export class RequestFailed extends Error {
  constructor(
    readonly status: number,
    readonly sentence: string | null,
  ) {
    super(sentence ?? `status ${status}`);
  }
}

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** The JSON that the server answers, or null for an empty answer. Throws `RequestFailed`. */
export async function request<T>(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
  headers: Record<string, string> = {},
): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(path, { method, signal, ...encoded(method, body, headers) });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new RequestFailed(0, null);
  }
  const text = await answer.text();
  const said = parsed(text);
  if (!answer.ok) throw new RequestFailed(answer.status, sentenceOf(said));
  return said as T;
}

function encoded(
  method: Method,
  body: unknown,
  headers: Record<string, string>,
): RequestInit {
  if (method === "GET") return { headers };
  if (body instanceof FormData) return { body, headers };
  // The server takes a change only with a body that no foreign page can send.
  const json = { "Content-Type": "application/json", ...headers };
  return { body: JSON.stringify(body ?? {}), headers: json };
}

function parsed(text: string): unknown {
  if (!text) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function sentenceOf(said: unknown): string | null {
  if (typeof said !== "object" || said === null || !("error" in said)) return null;
  return typeof said.error === "string" ? said.error : null;
}
