import type { Chat, ControlState, Found, LogEntry, Mode, Phone, Pressed } from "./types";

/** A deed the sandbox refused or could not be asked for; `status` is null when nothing answered at all. */
export class ControlError extends Error {
  constructor(
    readonly status: number | null,
    message: string,
  ) {
    super(message);
  }
}

/** One call to the control API of the same origin. Throws a ControlError with the sandbox's own sentence. */
async function ask<T>(method: "GET" | "POST" | "PATCH" | "DELETE", path: string, body?: object): Promise<T> {
  const wish: RequestInit = { method, signal: AbortSignal.timeout(30_000) };
  if (body) Object.assign(wish, { headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  const response = await fetch(path, wish).catch(() => {
    throw new ControlError(null, "");
  });
  const text = await response.text();
  const answer = parse(text);
  if (!response.ok) throw new ControlError(response.status, sentenceOf(answer) ?? `HTTP ${response.status}`);
  return answer as T;
}

function parse(text: string): unknown {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    throw new ControlError(null, "");
  }
}

function sentenceOf(answer: unknown): string | null {
  if (typeof answer !== "object" || answer === null || !("error" in answer)) return null;
  return typeof answer.error === "string" ? answer.error : null;
}

const at = (phoneId: string, deed: string) => `/control/phones/${encodeURIComponent(phoneId)}${deed}`;

/** The control API, verb by verb. */
export const control = {
  state: () =>
    ask<Omit<ControlState, "readAt">>("GET", "/control/state").then((state) => ({ ...state, readAt: Date.now() })),
  /** The newest lines first. */
  log: () => ask<{ entries: LogEntry[] }>("GET", "/control/log").then((answer) => answer.entries),
  chat: (phoneId: string) => ask<Chat>("GET", at(phoneId, "/chat")),

  addPhone: (name: string) => ask<Phone>("POST", "/control/phones", { name }),
  renamePhone: (phoneId: string, name: string) => ask("PATCH", at(phoneId, ""), { name }),
  markSnapshot: (phoneId: string, snapshot: boolean) => ask("PATCH", at(phoneId, ""), { snapshot }),
  removePhone: (phoneId: string) => ask("DELETE", at(phoneId, "")),

  follow: (phoneId: string, qr: string | null) => ask("POST", at(phoneId, "/follow"), qr ? { qr } : {}),
  unfollow: (phoneId: string) => ask("POST", at(phoneId, "/unfollow"), {}),
  text: (phoneId: string, text: string) => ask("POST", at(phoneId, "/text"), { text }),
  image: (phoneId: string, dataUrl: string) => ask("POST", at(phoneId, "/image"), { dataUrl }),
  location: (phoneId: string, place: { latitude: number; longitude: number; label: string }) =>
    ask("POST", at(phoneId, "/location"), place),
  menu: (phoneId: string, path: number[]) => ask<Pressed>("POST", at(phoneId, "/menu"), { path }),
  scan: (phoneId: string, text: string) => ask<Found>("POST", at(phoneId, "/scan"), { text }),
  read: (phoneId: string) => ask("POST", at(phoneId, "/read"), {}),
  revoke: (phoneId: string) => ask("POST", at(phoneId, "/revoke"), {}),

  clock: (change: { advanceMs: number } | { freezeAt: number } | { run: true }) =>
    ask("POST", "/control/clock", change),
  addFault: (fault: { endpoint: string; fault: string; count?: number; probability?: number }) =>
    ask("POST", "/control/faults", fault),
  clearFaults: () => ask("DELETE", "/control/faults"),
  mode: (mode: Mode) => ask("POST", "/control/mode", { mode }),
  rotateKey: () => ask("POST", "/control/rotate-key", {}),
  killToken: () => ask("POST", "/control/token/kill", {}),
  replay: (logId: string) => ask("POST", "/control/replay", { logId }),
};
