import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { ApolloArmor } from "@escape.tech/graphql-armor";
import { type ExecutionResult, GraphQLError, type GraphQLSchema, type ValidationRule } from "graphql";
import { Refusal } from "../kernel/refusal.js";
import type { Context } from "./context.js";
import { strictDocument } from "./document-limits.js";
import { noWayBack } from "./document-paths.js";
import type { Log } from "./log.js";
import { currentRequestId } from "./request.js";

const armor = new ApolloArmor({
  maxDepth: { n: 10, flattenFragments: true },
  maxAliases: { n: 30, allowList: [] },
  maxDirectives: { n: 20 },
  costLimit: {
    flattenFragments: true,
    maxCost: 12_000,
    objectCost: 2,
    scalarCost: 1,
    depthCostFactor: 1.3,
    ignoreIntrospection: false,
  },
  // Apollo's parser counts tokens itself, and answers 400 where armor's plugin would answer 500.
  maxTokens: { enabled: false },
  blockFieldSuggestion: { enabled: true },
}).protect();

/** The rules every document passes, on HTTP and on WebSocket alike. */
export const documentRules: readonly ValidationRule[] = [...armor.validationRules, strictDocument, noWayBack];

/**
 * Apollo as this product runs it: no introspection, no batches, no stack traces, no per-field plugins (one would cost
 * half of every request). Refusals travel in payloads; what reaches the top level is signed out, malformed, too
 * costly or broken.
 */
export function makeApollo(schema: GraphQLSchema, log: Log): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: false,
    allowBatchedHttpRequests: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    maxRecursiveSelections: true,
    parseOptions: { maxTokens: 2_000 },
    validationRules: [...documentRules],
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ...(armor.plugins as ApolloServerPlugin<Context>[]),
      timing(log),
    ],
    formatError: (formatted, error) => publicError(formatted, error, log),
  });
}

/** What a stranger may read of an error: its code, and for our own faults only the request's id. */
function publicError(
  formatted: { message: string; extensions?: Record<string, unknown> | undefined },
  error: unknown,
  log: Log,
): { message: string; extensions: Record<string, unknown> } {
  const cause = error instanceof GraphQLError && error.originalError ? error.originalError : error;
  if (cause instanceof Refusal) {
    return { message: cause.message, extensions: { code: cause.code, ...cause.data } };
  }
  const code = formatted.extensions?.["code"];
  if (typeof code === "string" && code !== "INTERNAL_SERVER_ERROR") {
    return { message: formatted.message, extensions: { code } };
  }
  log.error({ err: cause }, "A request failed by our own fault.");
  return {
    message: "Something went wrong on our side. Name the request id when you report it.",
    extensions: { code: "INTERNAL", requestId: currentRequestId() },
  };
}

/** What a stranger may read of an event. Apollo formats the answers of HTTP; over a socket this does the same. */
export function publicEvent(result: ExecutionResult, log: Log): ExecutionResult {
  if (!result.errors) return result;
  const errors = result.errors.map((error) => {
    // Without a path nothing was resolved yet: the variables did not fit.
    const own = error.path === undefined ? { code: "BAD_USER_INPUT", ...error.extensions } : error.extensions;
    const told = { message: error.message, extensions: own };
    const { message, extensions } = error.path === undefined ? told : publicError(told, error, log);
    return new GraphQLError(message, { path: error.path ?? null, extensions });
  });
  return { ...result, errors };
}

const SLOW_MS = 500;

/** One line per slow or failed operation; a plugin per request, never per field. */
function timing(log: Log): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      const from = performance.now();
      return {
        async willSendResponse({ operationName }) {
          const durationMs = Math.round(performance.now() - from);
          if (durationMs > SLOW_MS) log.warn({ operation: operationName, durationMs }, "A slow operation.");
        },
      };
    },
  };
}
