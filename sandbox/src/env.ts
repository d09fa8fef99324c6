import { writeFileSync } from "node:fs";
import type { World } from "./world.js";

/** The settings the API needs to take this sandbox for WeChat; real values are the only difference in production. */
export function envOf(world: World): Readonly<Record<string, string>> {
  const { account, origins } = world;
  return {
    WECHAT_APPID: account.appid,
    WECHAT_ORIGINAL_ID: account.originalId,
    WECHAT_SECRET: account.secret,
    WECHAT_TOKEN: account.token,
    WECHAT_AES_KEY: account.aesKey,
    ...(account.previousAesKey ? { WECHAT_AES_KEY_PREVIOUS: account.previousAesKey } : {}),
    WECHAT_MODE: account.mode,
    WECHAT_API_BASE: origins.api,
    WECHAT_OPEN_BASE: origins.open,
    PHONE_URL: origins.control,
  };
}

/** Writes them as KEY=value lines, for the owner's eyes alone, and returns them. */
export function writeEnv(world: World): Readonly<Record<string, string>> {
  const env = envOf(world);
  const lines = Object.entries(env).map(([key, value]) => `${key}=${value}\n`);
  writeFileSync(world.envFile, lines.join(""), { mode: 0o600 });
  return env;
}
