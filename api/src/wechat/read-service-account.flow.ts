import { must } from "../kernel/refusal.js";
import { stopOf } from "../notifications/send.store.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { countActiveBindings } from "./binding.store.js";
import { countFollowers } from "./conversation.store.js";
import { tokenRow } from "./token.store.js";

/** How the service account stands. */
export interface ServiceAccount {
  readonly appid: string;
  readonly mode: string;
  readonly state: "OK" | "PROBLEM";
  /** Why nothing is sent, when nothing is. */
  readonly problem: string | null;
  readonly tokenExpiresAt: number | null;
  readonly followers: number;
  readonly bindings: number;
}

/** How the connected service account stands; null when none is connected. Refuses FORBIDDEN. Four statements. */
export async function readServiceAccount(platform: Platform, viewer: Viewer): Promise<ServiceAccount | null> {
  must(holds(viewer, "operations.manage"), "FORBIDDEN");
  const { config, database } = platform;
  if (!config.wechat) return null;
  const { appid, mode } = config.wechat;
  const { read } = database;
  const [token, stopped, followers, bindings] = await Promise.all([
    tokenRow(read, `access_token:${appid}`),
    stopOf(read, "WECHAT"),
    countFollowers(read),
    countActiveBindings(read),
  ]);
  const problem = stopped?.reason ?? null;
  return {
    appid,
    mode,
    state: problem === null ? "OK" : "PROBLEM",
    problem,
    tokenExpiresAt: token && token.expiresAt > 0 ? token.expiresAt : null,
    followers,
    bindings,
  };
}
