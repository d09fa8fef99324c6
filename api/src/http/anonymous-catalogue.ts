import { createHash } from "node:crypto";
import type { ApolloServer } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type GraphQLSchema, Kind, parse, validate } from "graphql";
import { type CatalogueStamp, catalogueStamp } from "../catalogue/search-stamp.store.js";
import type { Context } from "../platform/context.js";
import { Loaders } from "../platform/loaders.js";
import { appOrigin } from "../platform/origin.js";
import type { Platform } from "../platform/platform.js";
import { AnonymousAnswers, type FinishedAnswer } from "./anonymous-answers.js";
import { readCanonical, type Variables } from "./canonical.js";
import { anonymousDocuments } from "./gql/anonymous-documents.js";

/** Fields that answer everybody alike. A document that asks for another is not served here. */
const alike = new Set(["categories", "product", "productFacets", "productSuggestions", "products", "setting"]);

/**
 * For browsers: ask again each time (a 304 costs next to nothing). For an edge: keep it for a quarter of a minute, and a minute
 * longer while asking anew.
 */
const CACHE_CONTROL = "public, max-age=0, s-maxage=15, stale-while-revalidate=60";
/** Another process may have changed the catalogue: the stamp is read again after this time. */
const STAMP_MS = 250;

/**
 * The only GET that GraphQL answers: `/graphql/documents/<hash>?variables=<canonical JSON>`, for documents that were
 * trusted when the shop was built and ask for the public catalogue alone. Whoever comes with a cookie, a key or a name of an
 * app is refused, so that what is kept is nobody's; nothing of the request but its address has a part in the answer.
 */
export function registerAnonymousCatalogue(
  http: FastifyInstance,
  platform: Platform,
  schema: GraphQLSchema,
  apollo: ApolloServer<Context>,
): void {
  const documents = trusted(schema);
  const answers = new AnonymousAnswers(() => platform.clock.now());
  const stampNow = stampReader(platform);
  http.get("/graphql/documents/:hash", async (request, reply) => {
    const { hash } = request.params as { hash: string };
    const document = documents.get(hash);
    if (!document) return refuse(reply, 404, "UNKNOWN_DOCUMENT");
    if (!isNobody(request)) return refuse(reply, 400, "ANONYMOUS_ONLY");
    const variables = variablesOf(request.url, hash);
    if (!variables) return refuse(reply, 400, "ADDRESS_NOT_CANONICAL");
    const { shop } = await stampNow();
    const answer = await answers.of(request.url, shop, () => execute(platform, apollo, document, variables));
    return answer ? send(request, reply, answer) : refuse(reply, 400, "REFUSED");
  });
}

function trusted(schema: GraphQLSchema): ReadonlyMap<string, string> {
  for (const text of anonymousDocuments) {
    const document = parse(text);
    const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    const roots = operations.flatMap((operation) => operation.selectionSet.selections);
    const known = roots.every((root) => root.kind === Kind.FIELD && alike.has(root.name.value));
    if (operations.length !== 1 || operations[0]?.operation !== "query" || !known) {
      throw new Error(`A document of the anonymous catalogue asks for more than the catalogue:\n${text}`);
    }
    const [error] = validate(schema, document);
    if (error) throw error;
  }
  return new Map(anonymousDocuments.map((text) => [createHash("sha256").update(text).digest("hex"), text]));
}

function isNobody({ headers }: FastifyRequest): boolean {
  return ["cookie", "authorization", "x-kaidan-app"].every((name) => headers[name] === undefined);
}

/** The whole address is compared, not what a parser makes of it: two spellings of one wish would be kept twice. */
function variablesOf(url: string, hash: string): Variables | undefined {
  const path = `/graphql/documents/${hash}`;
  if (url === path) return {};
  const encoded = url.startsWith(`${path}?variables=`) ? url.slice(path.length + "?variables=".length) : "";
  try {
    const text = decodeURIComponent(encoded);
    const variables = readCanonical(text);
    return variables && encodeURIComponent(text) === encoded && text !== "{}" ? variables : undefined;
  } catch {
    return undefined; // a broken escape: no address of ours
  }
}

/** The answer's text; undefined when it is a refusal or failed, which nobody keeps. */
async function execute(
  platform: Platform,
  apollo: ApolloServer<Context>,
  query: string,
  variables: Variables,
): Promise<string | undefined> {
  const nothing = (): void => undefined;
  const contextValue: Context = {
    platform,
    viewer: { kind: "anonymous", ip: "" },
    app: null,
    userAgent: null,
    answer: {
      setSession: nothing,
      clearSession: nothing,
      originOf: (app) => appOrigin(platform.config, app),
    },
    loaders: new Loaders(),
  };
  const { body } = await apollo.executeOperation({ query, variables }, { contextValue });
  if (body.kind !== "single" || body.singleResult.errors || !body.singleResult.data) return undefined;
  return JSON.stringify({ data: body.singleResult.data });
}

function send(request: FastifyRequest, reply: FastifyReply, answer: FinishedAnswer): FastifyReply {
  reply.header("etag", answer.etag).header("cache-control", CACHE_CONTROL).header("vary", "accept-encoding");
  const seen = request.headers["if-none-match"];
  if (seen?.split(",").some((tag) => tag.trim() === answer.etag)) return reply.code(304).send();
  reply.header("content-type", "application/json; charset=utf-8");
  const brotli = /(^|[\s,])br\s*($|,|;(?!\s*q=0(\.0+)?\s*($|,)))/i.test(request.headers["accept-encoding"] ?? "");
  return brotli ? reply.header("content-encoding", "br").send(answer.brotli) : reply.send(answer.body);
}

function refuse(reply: FastifyReply, status: number, code: string): FastifyReply {
  return reply
    .code(status)
    .header("cache-control", "no-store")
    .send({ errors: [{ message: code, extensions: { code } }] });
}

/**
 * How the catalogue stands. A commit of this process is seen at once, one of another within a quarter of a second; the
 * requests between share one statement.
 */
function stampReader({ database }: Platform): () => Promise<CatalogueStamp> {
  let read: { stamp: Promise<CatalogueStamp>; commits: number; at: number } | undefined;
  return () => {
    const at = performance.now();
    if (read && read.commits === database.commits && at - read.at < STAMP_MS) return read.stamp;
    const fresh = { stamp: catalogueStamp(database.read), commits: database.commits, at };
    read = fresh;
    fresh.stamp.catch(() => {
      if (read === fresh) read = undefined;
    });
    return fresh.stamp;
  };
}
