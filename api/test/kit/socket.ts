import { type Client, createClient } from "graphql-ws";
import WebSocket from "ws";
import type { Actor, Data } from "./actor.js";
import type { World } from "./world.js";

/** Lets a world's server listen on a free port and look at the tail of its streams; returns its origin. */
export async function listen(world: World): Promise<string> {
  const { server } = world;
  server.platform.live.start();
  return server.http.listen({ host: "127.0.0.1", port: 0 });
}

interface Connection {
  /** Where the page that opens the socket comes from; the server's own origin unless told. */
  readonly origin?: string;
  /** The app named in the first message; the actor's own unless told. */
  readonly app?: string;
}

/** Opens a real socket with the actor's cookie, as a browser page of the same origin would. Never reconnects. */
export function connect(url: string, actor: Actor, { origin = url, app = actor.app }: Connection = {}): Client {
  class Page extends WebSocket {
    constructor(address: string, protocols: string | string[]) {
      super(address, protocols, { headers: { cookie: actor.cookie, origin } });
    }
  }
  return createClient({
    url: `${url.replace("http", "ws")}/graphql`,
    webSocketImpl: Page,
    connectionParams: { app },
    retryAttempts: 0,
  });
}

/** What came over one subscription. Wait for events with `until`, for its end with `ended`; never for time. */
export interface Heard {
  /** The root field of each event, in order. */
  readonly events: readonly Data[];
  /** Resolves with the first event that fits, also one that came before. */
  until(fits: (event: Data) => boolean): Promise<Data>;
  /** How it ended: done, the code of a refusal, or the code the socket was closed with. */
  readonly ended: Promise<string | number>;
  /** Unsubscribes. */
  stop(): void;
}

export function subscribe(client: Client, query: string, variables: Record<string, unknown> = {}): Heard {
  const events: Data[] = [];
  const waiting = new Set<() => void>();
  let end: (how: string | number) => void = () => undefined;
  const ended = new Promise<string | number>((done) => {
    end = done;
  });
  const stop = client.subscribe<Record<string, Data>>(
    { query, variables },
    {
      next({ data, errors }) {
        if (errors?.[0]) end(String(errors[0].extensions?.["code"]));
        const [event] = Object.values(data ?? {});
        if (event) events.push(event);
        for (const look of waiting) look();
      },
      error: (error) => end(codeOf(error)),
      complete: () => end("DONE"),
    },
  );
  const until = (fits: (event: Data) => boolean): Promise<Data> =>
    new Promise((found) => {
      const look = (): void => {
        const event = events.find(fits);
        if (!event) return;
        waiting.delete(look);
        found(event);
      };
      waiting.add(look);
      look();
    });
  return { events, until, ended, stop };
}

function codeOf(error: unknown): string | number {
  if (Array.isArray(error)) return String((error[0] as { extensions?: { code?: string } }).extensions?.code);
  const { code } = error as { code?: number };
  return code ?? String(error);
}
