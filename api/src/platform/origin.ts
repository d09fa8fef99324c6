import type { Config } from "./config.js";
import type { App } from "./context.js";

/** Whether the page a browser says it sends from is one of ours: of the host it asked, or of a configured app. */
export function isOwnOrigin({ urls }: Pick<Config, "urls">, origin: string, host: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  if (urls && Object.values(urls).includes(origin)) return true;
  return new URL(origin).host === host;
}

/** Where an app's pages live, for links that nobody's request is behind: its own host, the common one, or this process. */
export function appOrigin({ urls, publicUrl, host, port }: Config, app: App): string {
  return urls?.[app] ?? publicUrl ?? `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}`;
}
