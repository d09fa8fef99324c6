import type { Config } from "./config.js";

/** Whether the page a browser says it sends from is one of ours: of the host it asked, or of a configured app. */
export function isOwnOrigin({ urls }: Pick<Config, "urls">, origin: string, host: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  if (urls && Object.values(urls).includes(origin)) return true;
  return new URL(origin).host === host;
}
