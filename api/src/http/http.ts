import { randomUUID } from "node:crypto";
import fastifyApollo from "@as-integrations/fastify";
import fastifyCookie from "@fastify/cookie";
import fastifyRateLimit from "@fastify/rate-limit";
import fastifyWebsocket from "@fastify/websocket";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from "fastify";
import { livingSessions } from "../identity/identity.store.js";
import type { Context } from "../platform/context.js";
import { MAX_DOCUMENT_CHARS } from "../platform/document-limits.js";
import { makeApollo } from "../platform/graphql-server.js";
import { Loaders } from "../platform/loaders.js";
import type { Platform } from "../platform/platform.js";
import { withRequest } from "../platform/request.js";
import { registerSocket } from "../platform/socket.js";
import type { Viewer } from "../platform/viewer.js";
import { makeSchema } from "../schema.js";
import { registerAnonymousCatalogue } from "./anonymous-catalogue.js";
import { registerFiles } from "./files.js";
import { registerHealth } from "./health.js";
import { registerMailbox } from "./mailbox.js";
import { type Patience, usualPatience } from "./patience.js";
import { answerOf, appOf, mayConnect, viewerOf, viewerOfApp } from "./sessions.js";
import { registerWebhooks } from "./webhooks.js";
import { registerWebs } from "./webs.js";

const BODY_LIMIT = 100 * 1024;
const REQUESTS_PER_MINUTE = 1_200;

/** The whole HTTP side: one port for the API, files, health and the three built webs. */
export async function buildHttp(
  platform: Platform,
  websDir: string | undefined,
  { requestMs }: Patience = usualPatience,
): Promise<FastifyInstance> {
  const http = Fastify({
    loggerInstance: platform.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    trustProxy: platform.config.trustProxy ?? false,
    forceCloseConnections: "idle",
    // A body that trickles in would hold its connection, and the orderly end of the process, for as long as it likes.
    requestTimeout: requestMs,
    // Told at once as well: the time for headers alone, which may not be longer, is taken from it.
    http: { requestTimeout: requestMs, connectionsCheckingInterval: requestMs / 4 },
    routerOptions: { maxParamLength: 200 },
  });
  http.addHook("onRequest", (request, reply, done) => {
    reply.header("x-request-id", request.id);
    reply.header("x-content-type-options", "nosniff");
    reply.header("referrer-policy", "same-origin");
    reply.header("cross-origin-opener-policy", "same-origin");
    withRequest(request.id, done);
  });
  await http.register(fastifyCookie);
  await http.register(fastifyRateLimit, {
    max: REQUESTS_PER_MINUTE,
    timeWindow: 60_000,
    allowList: ["127.0.0.1", "::1"],
  });
  await http.register(fastifyWebsocket, { options: { maxPayload: 64 * 1024, perMessageDeflate: false } });
  registerHealth(http, platform);
  await registerGraphql(http, platform);
  await registerFiles(http, platform);
  registerWebhooks(http, platform);
  if (platform.demo) registerMailbox(http, platform);
  if (websDir) await registerWebs(http, platform, websDir);
  return http;
}

async function registerGraphql(http: FastifyInstance, platform: Platform): Promise<void> {
  const schema = makeSchema();
  const apollo = makeApollo(schema, platform.log);
  await apollo.start();
  http.addHook("onClose", () => apollo.stop());
  registerAnonymousCatalogue(http, platform, schema, apollo);
  const contextOf = (viewer: Viewer, request: FastifyRequest, reply?: FastifyReply): Context => ({
    platform,
    viewer,
    app: appOf(request),
    userAgent: request.headers["user-agent"] ?? null,
    answer: answerOf(platform, request, reply),
    loaders: new Loaders(),
  });
  let closeSockets = (): void => undefined;
  await http.register(async (scope) => {
    closeSockets = registerSocket(scope, "/graphql", {
      schema,
      log: platform.log,
      mayConnect: (request) => mayConnect(platform, request),
      viewerOf: (request, app) => viewerOfApp(platform, request, app),
      contextOf: (viewer, request) => contextOf(viewer, request),
      livingSessions: (ids) => livingSessions(platform.database.read, ids, platform.clock.now()),
    });
  });
  http.addHook("preClose", async () => closeSockets());
  await http.register(async (scope) => {
    // Before anything is parsed as GraphQL: a long document is refused by its size alone.
    scope.addHook("preHandler", async (request, reply) => {
      const query = (request.body as { query?: unknown } | null)?.query;
      if (request.method !== "POST" || typeof query !== "string" || query.length <= MAX_DOCUMENT_CHARS) return;
      const error = { message: "The document is too long.", extensions: { code: "LIMIT_EXCEEDED" } };
      return reply.code(400).send({ errors: [error] });
    });
    await scope.register(fastifyApollo(apollo), {
      path: "/graphql",
      method: ["POST"],
      context: async (request: FastifyRequest, reply: FastifyReply) =>
        contextOf(await viewerOf(platform, request), request, reply),
    });
  });
}
