import type { WebSocket } from "@fastify/websocket";
import type { FastifyInstance, FastifyRequest } from "fastify";
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import { makeHandler } from "graphql-ws/use/@fastify/websocket";
import type { Context } from "./context.js";
import { MAX_DOCUMENT_CHARS } from "./document-limits.js";
import { documentRules, publicEvent } from "./graphql-server.js";
import type { Log } from "./log.js";
import type { Viewer } from "./viewer.js";

const MAX_SUBSCRIPTIONS = 20;
const MAX_SOCKETS_PER_VIEWER = 10;
/** A session that ended elsewhere, a changed role or a disabled account closes its sockets within this time. */
const RECHECK_MS = 5_000;
const DOCUMENTS_CACHED = 200;

export interface SocketDoor {
  readonly schema: GraphQLSchema;
  readonly log: Log;
  /** Whether a browser page of this origin may open a socket. */
  mayConnect(request: FastifyRequest): boolean;
  /** The viewer behind the socket's cookie for the app named in the connection's parameters; null when signed out. */
  viewerOf(request: FastifyRequest, app: unknown): Promise<Viewer | null>;
  contextOf(viewer: Viewer, request: FastifyRequest): Context;
  /** Which of these sessions still count; asked for all sockets at once. */
  livingSessions(sessionIds: readonly string[]): Promise<ReadonlySet<string>>;
}

type Opened = Map<WebSocket, Viewer>;

/**
 * Subscriptions over graphql-ws, and nothing else: the same document rules as HTTP, a session from the first message
 * on, few sockets per viewer, few subscriptions per socket. Sessions are looked at again every few seconds, and
 * before each event the resolver reads with the viewer's rights of that moment.
 */
export function registerSocket(http: FastifyInstance, path: string, door: SocketDoor): () => void {
  const opened: Opened = new Map();
  const documents = new Map<string, DocumentNode>();
  const handler = makeHandler({
    schema: door.schema,
    connectionInitWaitTimeout: 3_000,
    // Whatever NODE_ENV says: the reason a socket is closed with never tells our own fault.
    isProd: true,
    async onConnect(socketContext) {
      const { socket, request } = socketContext.extra;
      if (!door.mayConnect(request)) return close(socket, 4403, "Forbidden");
      const viewer = await door.viewerOf(request, socketContext.connectionParams?.["app"]);
      // Who left while we looked has no place: its closing was told before, so nobody would take it away again.
      if (socket.readyState !== socket.OPEN) return false;
      if (!viewer) return close(socket, 4401, "Unauthenticated");
      if (count(opened, viewer) >= MAX_SOCKETS_PER_VIEWER) return close(socket, 4429, "Too many sockets");
      opened.set(socket, viewer);
      return true;
    },
    onSubscribe(socketContext, _id, payload) {
      const viewer = opened.get(socketContext.extra.socket);
      if (!viewer) return refuse("UNAUTHENTICATED", "Sign in first.");
      if (Object.keys(socketContext.subscriptions).length > MAX_SUBSCRIPTIONS) {
        return refuse("LIMIT_EXCEEDED", `At most ${MAX_SUBSCRIPTIONS} subscriptions per socket.`);
      }
      const document = readDocument(door.schema, documents, payload.query);
      if (!("kind" in document)) return document;
      if (getOperationAST(document, payload.operationName)?.operation !== "subscription") {
        return refuse("WS_SUBSCRIPTIONS_ONLY", "Only subscriptions are served here.");
      }
      return {
        schema: door.schema,
        document,
        operationName: payload.operationName ?? undefined,
        variableValues: payload.variables,
        contextValue: door.contextOf(viewer, socketContext.extra.request),
      };
    },
    onNext: (_socketContext, _id, _payload, _args, result) => publicEvent(result, door.log),
    onClose(socketContext) {
      opened.delete(socketContext.extra.socket);
    },
  });
  http.get(path, { websocket: true }, handler as Parameters<typeof http.get>[2] as never);
  const recheck = setInterval(() => {
    closeEnded(opened, door).catch((error: unknown) =>
      door.log.warn({ err: error }, "Sessions can't be looked at again."),
    );
  }, RECHECK_MS);
  recheck.unref();
  return () => {
    clearInterval(recheck);
    for (const socket of opened.keys()) socket.close(1012, "Restart");
  };
}

/** Closes the sockets whose session ended: one read for all of them. */
async function closeEnded(opened: Opened, door: SocketDoor): Promise<void> {
  const sessionOf = (viewer: Viewer): string | null => ("sessionId" in viewer ? viewer.sessionId : null);
  const sessions = [...opened.values()].map(sessionOf).filter((id) => id !== null);
  if (sessions.length === 0) return;
  const living = await door.livingSessions([...new Set(sessions)]);
  for (const [socket, viewer] of opened) {
    if (living.has(sessionOf(viewer) ?? "")) continue;
    opened.delete(socket);
    socket.close(4401, "Unauthenticated");
  }
}

function close(socket: WebSocket, code: number, reason: string): false {
  socket.close(code, reason);
  return false;
}

const refuse = (code: string, sentence: string): GraphQLError[] => [
  new GraphQLError(sentence, { extensions: { code } }),
];

function count(opened: Opened, viewer: Viewer): number {
  if (!("accountId" in viewer)) return 0;
  return [...opened.values()].filter((other) => "accountId" in other && other.accountId === viewer.accountId).length;
}

/** Parses and checks a document once; repeats come from a small cache. */
function readDocument(
  schema: GraphQLSchema,
  cache: Map<string, DocumentNode>,
  query: string,
): DocumentNode | readonly GraphQLError[] {
  const known = cache.get(query);
  if (known) return known;
  if (query.length > MAX_DOCUMENT_CHARS) return refuse("LIMIT_EXCEEDED", "The document is too long.");
  try {
    const document = parse(query, { maxTokens: 2_000 });
    const errors = validate(schema, document, [...specifiedRules, ...documentRules], { maxErrors: 1 });
    if (errors.length > 0)
      return refuse("GRAPHQL_VALIDATION_FAILED", "The document does not fit the schema or its limits.");
    if (cache.size >= DOCUMENTS_CACHED) cache.clear();
    cache.set(query, document);
    return document;
  } catch {
    return refuse("GRAPHQL_PARSE_FAILED", "The document can't be read.");
  }
}
