import { MINUTE, SECOND } from "../kernel/clock.js";
import type { WechatConfig } from "../platform/config.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import { SYSTEM } from "../platform/viewer.js";
import { callAccount, type Failed, textOf } from "./account-call.client.js";
import {
  type HeldLease,
  leaseToken,
  mayForce,
  REFRESH_BEFORE_MS,
  releaseToken,
  saveToken,
  type TokenRow,
  tokenRow,
} from "./token.store.js";

export type Token = { readonly ok: true; readonly token: string } | Failed;

const POLL_MS = 100;
const POLLS_MAX = 80;
/**
 * So that processes don't all begin to ask at the same instant. Only ever later than WeChat's five minutes: asked before them, it gives
 * the same token once more.
 */
const JITTER_MS = Math.floor(Math.random() * MINUTE);

const keyOf = (config: WechatConfig): string => `access_token:${config.appid}`;

/**
 * The account's access token, from the one row that all processes share. In its last five minutes one process asks for the
 * next while the others go on with this one.
 */
export async function accessToken(platform: Platform, config: WechatConfig): Promise<Token> {
  const row = await tokenRow(platform.database.read, keyOf(config));
  const left = leftOf(row, platform.clock.now());
  const known = row && left > 0 ? ({ ok: true, token: row.token } as const) : null;
  if (known && (isFresh(left) || flightsOf(platform).has(flightKey(config, null)))) return known;
  const fresh = await once(platform, config, null);
  return fresh.ok ? fresh : (known ?? fresh);
}

/** A token to try instead of one that WeChat called bad or over: another process's newer one, or a new one. */
export function replaceToken(platform: Platform, config: WechatConfig, dead: string): Promise<Token> {
  return once(platform, config, dead);
}

const flights = new WeakMap<Platform, Map<string, Promise<Token>>>();

function flightsOf(platform: Platform): Map<string, Promise<Token>> {
  const known = flights.get(platform) ?? new Map<string, Promise<Token>>();
  flights.set(platform, known);
  return known;
}

const flightKey = (config: WechatConfig, dead: string | null): string => `${keyOf(config)} ${dead ?? ""}`;

/** Of several callers in this process one asks, the others wait for its answer. */
function once(platform: Platform, config: WechatConfig, dead: string | null): Promise<Token> {
  const inAir = flightsOf(platform);
  const key = flightKey(config, dead);
  const known = inAir.get(key);
  if (known) return known;
  const flight = renew(platform, config, dead).finally(() => inAir.delete(key));
  inAir.set(key, flight);
  return flight;
}

/** Of several processes the one that holds the lease asks; the others look at the row until it has another token. */
async function renew(platform: Platform, config: WechatConfig, dead: string | null): Promise<Token> {
  const key = keyOf(config);
  const seen = await tokenRow(platform.database.read, key);
  for (let poll = 0; poll < POLLS_MAX; poll += 1) {
    const row = poll === 0 ? seen : await tokenRow(platform.database.read, key);
    if (row && isAnother(row, seen, dead, platform.clock.now())) return { ok: true, token: row.token };
    const leased = await platform.work.run(SYSTEM, (tx) => lease(tx, key, seen, dead));
    if (leased !== null && "lease" in leased) return ask(platform, config, dead, leased);
    if (leased !== null) return { ok: true, token: leased.token };
    // Another process asks, and the present one is good for minutes yet.
    if (dead === null && row && leftOf(row, platform.clock.now()) > 0) return { ok: true, token: row.token };
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
  return { ok: false, errcode: null, errmsg: "No token came in time.", rid: null, verdict: "BUSY" };
}

/** The right to ask; or the token that another process wrote just before it gave that right back; or null: somebody asks. */
async function lease(
  tx: Tx,
  key: string,
  seen: TokenRow | undefined,
  dead: string | null,
): Promise<HeldLease | TokenRow | null> {
  const taken = await leaseToken(tx, key);
  if (taken === null) return null;
  const row = await tokenRow(tx, key);
  const held = { key, lease: taken };
  if (!row || !isAnother(row, seen, dead, tx.now)) return held;
  await releaseToken(tx, held);
  return row;
}

function isAnother(row: TokenRow, seen: TokenRow | undefined, dead: string | null, now: number): boolean {
  const left = leftOf(row, now);
  if (left <= 0) return false;
  return dead === null ? isFresh(left) || row.token !== seen?.token : row.token !== dead;
}

/** Whether nobody need ask for the next one yet. */
const isFresh = (leftMs: number): boolean => leftMs > REFRESH_BEFORE_MS - JITTER_MS;
const leftOf = (row: TokenRow | undefined, now: number): number => (row && row.token !== "" ? row.expiresAt - now : 0);

async function ask(platform: Platform, config: WechatConfig, dead: string | null, held: HeldLease): Promise<Token> {
  const answer = await askStable(platform, config, false);
  // Only when WeChat insists on a token it does not take itself.
  const got = answer.ok && answer.token === dead ? await force(platform, config) : answer;
  if (got.ok) await platform.work.run(SYSTEM, (tx) => saveToken(tx, held, got.token, got.lifeMs));
  else await platform.work.run(SYSTEM, (tx) => releaseToken(tx, held));
  return got;
}

/** Forces another token, if nobody did in the last five minutes: what WeChat still refuses then is not mended by more. */
async function force(platform: Platform, config: WechatConfig): Promise<Fresh> {
  const may = await platform.work.run(SYSTEM, (tx) => mayForce(tx, keyOf(config)));
  if (may) return askStable(platform, config, true);
  return { ok: false, errcode: null, errmsg: "A token was forced minutes ago.", rid: null, verdict: "BUSY" };
}

type Fresh = { readonly ok: true; readonly token: string; readonly lifeMs: number } | Failed;

/** `stable_token` and never `token`: there every call kills what the others were given. */
async function askStable(platform: Platform, config: WechatConfig, force: boolean): Promise<Fresh> {
  const body = {
    grant_type: "client_credential",
    appid: config.appid,
    secret: config.secret,
    force_refresh: force,
  };
  const answer = await callAccount(platform, config, { path: "/cgi-bin/stable_token", body });
  // Here a "bad token" means a bad secret: nothing another try would mend.
  if (!answer.ok) return answer.verdict === "TOKEN" ? { ...answer, verdict: "CONFIGURATION" } : answer;
  const token = textOf(answer.body, "access_token");
  const seconds = answer.body["expires_in"];
  if (token === null || typeof seconds !== "number") {
    return { ok: false, errcode: null, errmsg: "The answer has no token.", rid: null, verdict: "BUSY" };
  }
  return { ok: true, token, lifeMs: seconds * SECOND };
}
