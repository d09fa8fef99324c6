import type { FastifyInstance } from "fastify";
import type { Platform } from "../platform/platform.js";

/**
 * `/health`: the process lives. `/ready`: it may be sent requests, that is the database answers and it is not
 * stopping. Both tell nothing else to strangers.
 */
export function registerHealth(http: FastifyInstance, platform: Platform): void {
  let stopping = false;
  http.addHook("preClose", async () => {
    stopping = true;
  });
  http.get("/health", async () => ({ status: "ok" }));
  http.get("/ready", async (_request, reply) => {
    if (stopping) return reply.code(503).send({ status: "stopping" });
    try {
      await platform.database.read.query("SELECT 1 AS one");
      return { status: "ready" };
    } catch {
      return reply.code(503).send({ status: "database does not answer" });
    }
  });
}
