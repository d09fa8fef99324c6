import { join, resolve } from "node:path";
import { root } from "./steps.mjs";

/**
 * The stand-in for WeChat beside the API, with its phones: its database lies in the data folder, it pushes to the API's
 * port, and the settings it gives connect the two. None when a real service account is configured, or with SANDBOX=off.
 * `port` is the first of five; when it is not named and taken, free ones are used.
 */
export async function sandboxBeside({ apiPort, port = process.env.SANDBOX_PORT, dataDir = process.env.DATA_DIR }) {
  if (process.env.WECHAT_APPID || process.env.SANDBOX === "off") return null;
  const { startSandbox } = await import(new URL("../sandbox/dist/start.js", import.meta.url).href);
  const api = `http://127.0.0.1:${apiPort}`;
  const options = {
    dir: join(resolve(root, dataDir || "data"), "sandbox"),
    callback: `${api}/wechat/messages`,
    web: api,
    mode: process.env.WECHAT_MODE || undefined,
  };
  if (port) return startSandbox({ ...options, port: Number(port) });
  return startSandbox({ ...options, port: 4010 }).catch((error) => {
    if (error.code !== "PORT_TAKEN") throw error;
    return startSandbox({ ...options, port: 0 });
  });
}
