import { ApolloLink, Observable } from "@apollo/client";
import { print } from "graphql";
import { createClient, type FormattedExecutionResult } from "graphql-ws";
import type { AppName } from "../app/app-name";
import { liveStatus } from "./live-status";

const hiddenTooLongMs = 30_000;

export type LiveSocket = {
  link: ApolloLink;
  /** Drops the socket; running subscriptions come back at once with the session's present cookie. */
  reconnect: () => void;
};

/**
 * The socket behind every subscription: opened by the first, closed after the last. After a loss it reconnects for ever
 * (0.2 to 5 s apart, jittered) and each subscription resumes after the last `seq` it saw, so no event is missed.
 */
export function makeLiveSocket(app: AppName): LiveSocket {
  const client = createClient({
    url: new URL("/graphql", location.href).href.replace(/^http/, "ws"),
    connectionParams: { app },
    lazy: true,
    keepAlive: 12_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (attempt) => wait(Math.min(200 * 2 ** attempt, 5_000) * (0.5 + Math.random() / 2)),
    on: {
      connected: (_socket, _payload, again) => liveStatus.connected(again),
      closed: (event) => (closedOnPurpose(event) ? liveStatus.idle() : liveStatus.lost()),
    },
  });
  reconnectOnWake(() => client.terminate());
  return { link: liveLink(client), reconnect: () => client.terminate() };
}

function liveLink(client: ReturnType<typeof createClient>): ApolloLink {
  return new ApolloLink((operation) => {
    const variables: Record<string, unknown> = { ...operation.variables };
    const query = print(operation.query);
    const resumes = query.includes("$afterSeq");
    return new Observable((observer) =>
      client.subscribe(
        // graphql-ws serialises this very object again after a loss; moving `afterSeq` on makes it resume there.
        { operationName: operation.operationName, query, variables },
        {
          next: (result: FormattedExecutionResult) => {
            const seq = resumes ? seqOf(result.data) : undefined;
            if (seq !== undefined) variables.afterSeq = seq;
            observer.next(result);
          },
          error: (error) => observer.error(error instanceof Error ? error : new Error("The live connection failed")),
          complete: () => observer.complete(),
        },
      ),
    );
  });
}

function seqOf(data: Record<string, unknown> | null | undefined): number | undefined {
  const [event] = Object.values(data ?? {});
  if (typeof event !== "object" || event === null || !("seq" in event)) return undefined;
  return typeof event.seq === "number" ? event.seq : undefined;
}

/** Phones freeze hidden pages and drop their sockets without telling; whoever wakes asks for a new one. */
function reconnectOnWake(reconnect: () => void): void {
  let hiddenAt = 0;
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") hiddenAt = Date.now();
    else if (hiddenAt > 0 && Date.now() - hiddenAt > hiddenTooLongMs) reconnect();
  });
  window.addEventListener("online", reconnect);
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) reconnect();
  });
}

function closedOnPurpose(event: unknown): boolean {
  return event instanceof CloseEvent && event.code === 1000;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
