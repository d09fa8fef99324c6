import { type FastifyInstance, type FastifyRequest, fastify } from "fastify";
import { SandboxError } from "../settings.js";

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** A server on the loopback that takes bodies as text and answers no foreign Host name. */
export function newHost(): FastifyInstance {
  const host = fastify({ logger: false, bodyLimit: 1_048_576, forceCloseConnections: true });
  host.removeAllContentTypeParsers();
  host.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => {
    done(null, body);
  });
  host.addHook("onRequest", async (request, reply) => {
    if (!LOOPBACK.test(request.headers.host ?? "")) await reply.code(421).send("Loopback only.");
  });
  return host;
}

/** Listens on 127.0.0.1 and returns the origin; a taken port is told in one sentence. */
export async function listen(host: FastifyInstance, port: number): Promise<string> {
  try {
    await host.listen({ host: "127.0.0.1", port });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
      throw new SandboxError(`Port ${port} is taken; stop what listens there or set SANDBOX_PORT.`, "PORT_TAKEN");
    }
    throw error;
  }
  const address = host.server.address();
  if (address === null || typeof address === "string") throw new Error("The host has no port.");
  return `http://127.0.0.1:${address.port}`;
}

/** The query as it was sent; the first of a name counts. */
export function queryOf(request: FastifyRequest): URLSearchParams {
  return new URL(request.url, "http://sandbox").searchParams;
}

/** The body as text; empty when there is none. */
export function textOf(request: FastifyRequest): string {
  return typeof request.body === "string" ? request.body : "";
}
