import type { WechatConfig } from "../platform/config.js";
import type { Platform } from "../platform/platform.js";
import { type Verdict, verdictOf } from "./errors.js";

export interface Failed {
  readonly ok: false;
  /** Null when nothing that can be read came back. */
  readonly errcode: number | null;
  readonly errmsg: string;
  /** What WeChat calls this request, for asking them. */
  readonly rid: string | null;
  readonly verdict: Verdict;
}

/** What came back with errcode 0 or none; `text` still has the 64-bit numbers that JSON.parse rounds. */
export interface Heard {
  readonly ok: true;
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string;
}

export interface AccountCall {
  readonly path: string;
  /** In the address; never logged. */
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const CALL_TIMEOUT_MS = 5_000;
const KEPT_CHARS = 300;
const REFUSED = "WeChat refused, or did not answer.";

/**
 * One call of the account's servers over the wire, at most five seconds long. Never throws: what is no answer (a broken or
 * slow connection, a 5xx, half a document) is BUSY. Tokens and secrets stand in addresses and bodies, so neither is ever
 * logged or told; of an error's text whatever we sent in the address is taken out.
 */
export async function callAccount(
  platform: Platform,
  config: WechatConfig,
  call: AccountCall,
): Promise<Heard | Failed> {
  const from = performance.now();
  const answer = await send(config, call);
  const told = answer.ok ? { errcode: 0 } : { errcode: answer.errcode, rid: answer.rid, verdict: answer.verdict };
  const line = { path: call.path, ms: Math.round(performance.now() - from), ...told };
  if (answer.ok) platform.log.debug(line, "WeChat answered.");
  // What only people can mend is an error of ours to wake somebody for; the rest passes.
  else platform.log[answer.verdict === "CONFIGURATION" ? "error" : "warn"]({ ...line, errmsg: answer.errmsg }, REFUSED);
  return answer;
}

async function send(config: WechatConfig, { path, query, body }: AccountCall): Promise<Heard | Failed> {
  const search = query ? `?${new URLSearchParams(query).toString()}` : "";
  const secrets = [config.secret, ...Object.values(query ?? {})];
  try {
    const reply = await fetch(`${config.apiBase}${path}${search}`, {
      signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
      redirect: "error",
      ...(body === undefined
        ? {}
        : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    if (reply.status !== 200) return unheard(`HTTP ${reply.status}`, reply.status >= 500 ? "BUSY" : "UNKNOWN");
    return read(text, secrets);
  } catch (error) {
    return unheard(nameOf(error), "BUSY");
  }
}

/** JSON whatever the content type says: WeChat sends it as text/plain as well. */
function read(text: string, secrets: readonly string[]): Heard | Failed {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return unheard("The answer can't be read.", "BUSY");
  }
  if (typeof body !== "object" || body === null) return unheard("The answer can't be read.", "BUSY");
  const { errcode, errmsg } = body as { errcode?: unknown; errmsg?: unknown };
  if (typeof errcode !== "number" || errcode === 0) {
    return { ok: true, body: body as Readonly<Record<string, unknown>>, text };
  }
  const said = typeof errmsg === "string" ? errmsg : "";
  const clean = secrets.reduce((left, secret) => (secret === "" ? left : left.replaceAll(secret, "…")), said);
  const rid = /rid:\s*([\w-]{1,64})/.exec(clean)?.[1] ?? null;
  return { ok: false, errcode, errmsg: clean.slice(0, KEPT_CHARS), rid, verdict: verdictOf(errcode) };
}

const unheard = (errmsg: string, verdict: Verdict): Failed => ({
  ok: false,
  errcode: null,
  errmsg,
  rid: null,
  verdict,
});

/** The kind of failure and no more: messages of fetch may carry the address. */
function nameOf(error: unknown): string {
  const cause = (error as { cause?: { code?: unknown } }).cause;
  if (typeof cause?.code === "string") return cause.code;
  return error instanceof Error ? error.name : "Error";
}

/** A number of up to 64 bits as its digits: JSON.parse would round it. */
export function digitsOf(text: string, name: string): string | null {
  return new RegExp(`"${name}"\\s*:\\s*"?(\\d{1,20})"?`).exec(text)?.[1] ?? null;
}

/** A text field of an answer, or null. */
export function textOf(body: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = body[name];
  return typeof value === "string" && value !== "" ? value : null;
}
