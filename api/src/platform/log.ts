import type { FastifyBaseLogger } from "fastify";
import { type DestinationStream, pino } from "pino";
import { currentRequestId } from "./request.js";

/** Structured log, one JSON object a line; every line of a request carries its id. */
export type Log = FastifyBaseLogger;

/** Never written, wherever they appear. */
const REDACTED = ["req.headers.cookie", "req.headers.authorization", "*.password", "*.token", "*.secret", "*.code"];

/** To standard output unless told otherwise. */
export function makeLog(level: string, to?: DestinationStream): Log {
  const options = { level, redact: REDACTED, mixin: requestOfLine };
  return to ? pino(options, to) : pino(options);
}

function requestOfLine(): { requestId?: string } {
  const requestId = currentRequestId();
  return requestId === null ? {} : { requestId };
}
