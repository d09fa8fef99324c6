import type { FastifyBaseLogger } from "fastify";
import { pino } from "pino";
import { currentRequestId } from "./request.js";

/** Structured log, one JSON object a line; every line of a request carries its id. */
export type Log = FastifyBaseLogger;

/** Never written, wherever they appear. */
const REDACTED = ["req.headers.cookie", "req.headers.authorization", "*.password", "*.token", "*.secret", "*.code"];

export function makeLog(level: string): Log {
  return pino({ level, redact: REDACTED, mixin: requestOfLine });
}

function requestOfLine(): { requestId?: string } {
  const requestId = currentRequestId();
  return requestId === null ? {} : { requestId };
}
