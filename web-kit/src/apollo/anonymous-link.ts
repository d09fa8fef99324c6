import { ApolloLink, Observable } from "@apollo/client";

type Variables = Readonly<Record<string, unknown>>;

/**
 * Asks what everybody is answered alike by GET, by the hash of its document, without cookie or key: an edge may then answer.
 * `hashes` are by name of the operation; all else goes on, and so does what the server does not know or refuses.
 */
export function anonymousLink(hashes: Readonly<Record<string, string>>): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const hash = hashes[operation.operationName ?? ""];
    if (operation.operationType !== "query" || !hash) return forward(operation);
    return new Observable((observer) => {
      const stop = new AbortController();
      let inner: { unsubscribe: () => void } | undefined;
      ask(addressOf(hash, operation.variables), stop.signal)
        .then((answer) => {
          if (stop.signal.aborted) return;
          if (!answer) {
            inner = forward(operation).subscribe(observer);
            return;
          }
          observer.next(answer);
          observer.complete();
        })
        .catch((error: unknown) => {
          if (!stop.signal.aborted) observer.error(error);
        });
      return () => {
        stop.abort();
        inner?.unsubscribe();
      };
    });
  });
}

/** One wish has one address: keys in order, nothing that is null, no spaces. The server refuses any other. */
export function addressOf(hash: string, variables: Variables): string {
  const text = JSON.stringify(ordered(variables));
  return `/graphql/documents/${hash}${text === "{}" ? "" : `?variables=${encodeURIComponent(text)}`}`;
}

async function ask(address: string, signal: AbortSignal): Promise<ApolloLink.Result | undefined> {
  // The browser asks each time and is told when nothing changed; keeping is the edge's.
  const reply = await fetch(address, { credentials: "omit", cache: "no-cache", signal });
  return reply.ok ? ((await reply.json()) as ApolloLink.Result) : undefined;
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== null && each !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, ordered(each)]));
}
