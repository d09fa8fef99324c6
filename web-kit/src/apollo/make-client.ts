import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, Observable } from "@apollo/client";
import { ErrorLink } from "@apollo/client/link/error";
import { RetryLink } from "@apollo/client/link/retry";
import type { AppName } from "../app/app-name";
import { MeDocument } from "../gql/graphql";
import { anonymousLink } from "./anonymous-link";
import { FreshCache } from "./fresh-cache";
import type { LiveSocket } from "./live-socket";
import { typePolicies } from "./type-policies";

/**
 * The one door to the API. Queries are retried on network failure, mutations never; a signed-out answer empties the
 * account (pages behind `RequireSession` then show the sign-in page); the socket's code loads with the first subscription.
 * `anonymous`: hashes of the operations that everybody is answered alike, by name.
 */
export function makeClient(app: AppName, anonymous: Readonly<Record<string, string>> = {}): ApolloClient {
  const live = lazyLive(app);
  const http = new HttpLink({ uri: "/graphql", credentials: "same-origin", headers: { "x-kaidan-app": app } });
  const client: ApolloClient = new ApolloClient({
    cache: new FreshCache({ typePolicies }),
    link: ApolloLink.from([
      signedOutLink(() => forgetAccount(client)),
      retryLink(),
      anonymousLink(anonymous),
      ApolloLink.split((operation) => operation.operationType === "subscription", live.link, http),
    ]),
    clientAwareness: { name: `kaidan-${app}` },
    defaultOptions: { watchQuery: { fetchPolicy: "cache-and-network", nextFetchPolicy: "cache-first" } },
  });
  reconnectors.set(client, live.reconnect);
  return client;
}

/** After signing in or out the socket must prove the new session. */
export function reconnectLive(client: ApolloClient): void {
  reconnectors.get(client)?.();
}

const reconnectors = new WeakMap<ApolloClient, () => void>();

function forgetAccount(client: ApolloClient): void {
  client.cache.writeQuery({ query: MeDocument, data: { me: null } });
}

function signedOutLink(onSignedOut: () => void): ApolloLink {
  return new ErrorLink(({ error }) => {
    if (CombinedGraphQLErrors.is(error) && error.errors.some((each) => each.extensions?.code === "UNAUTHENTICATED")) {
      onSignedOut();
    }
  });
}

function retryLink(): ApolloLink {
  return new RetryLink({
    delay: { initial: 300, max: 3_000, jitter: true },
    attempts: {
      max: 3,
      retryIf: (error, operation) =>
        operation.operationType === "query" && !CombinedGraphQLErrors.is(error) && navigator.onLine,
    },
  });
}

function lazyLive(app: AppName): { link: ApolloLink; reconnect: () => void } {
  let socket: Promise<LiveSocket> | undefined;
  const open = () => {
    socket ??= import("./live-socket").then(({ makeLiveSocket }) => makeLiveSocket(app));
    return socket;
  };
  const link = new ApolloLink(
    (operation, forward) =>
      new Observable((observer) => {
        let stop = () => {};
        let stopped = false;
        open()
          .then(({ link: inner }) => {
            if (stopped) return;
            const running = inner.request(operation, forward)?.subscribe(observer);
            stop = () => running?.unsubscribe();
          })
          .catch((error: unknown) => observer.error(error));
        return () => {
          stopped = true;
          stop();
        };
      }),
  );
  return { link, reconnect: () => void socket?.then((opened) => opened.reconnect()) };
}
