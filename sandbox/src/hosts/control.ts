import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import serveStatic from "@fastify/static";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { DeedError } from "../account/deed-error.js";
import type { World } from "../world.js";
import { machineRoutes } from "./control-machine.js";
import { pageRoutes } from "./control-pages.js";
import { phoneRoutes } from "./control-phones.js";
import { newHost } from "./host.js";

const page = fileURLToPath(new URL("../../phone/dist", import.meta.url));

/** The sandbox's own door: the phone page at `/`, and everything it and tests steer by under `/control`. */
export async function controlHost(world: World): Promise<FastifyInstance> {
  const host = newHost();
  host.addHook("onRequest", async (request, reply) => {
    if (request.method === "GET" || request.method === "HEAD" || mayMove(request, world)) return;
    await reply.code(403).send({ error: "Send the control token in x-sandbox-token." });
  });
  host.setErrorHandler(async (error, _request, reply) => {
    if (error instanceof DeedError) return reply.code(409).send({ error: error.message });
    if (error instanceof z.ZodError || error instanceof SyntaxError) {
      return reply.code(400).send({ error: error.message });
    }
    throw error;
  });
  pageRoutes(host, world);
  phoneRoutes(host, world);
  machineRoutes(host, world);
  if (existsSync(page)) {
    await host.register(serveStatic, {
      root: page,
      cacheControl: false,
      setHeaders: (response, path) => {
        response.setHeader(
          "cache-control",
          path.endsWith(".html") ? "no-cache" : "public, max-age=31536000, immutable",
        );
      },
    });
  } else host.get("/", async () => "The phone page is not built: run `vite build` in sandbox/phone.");
  return host;
}

/** The page itself is of our origin, which no other site's page can claim; programs send the token. */
function mayMove(request: FastifyRequest, world: World): boolean {
  if (request.headers["x-sandbox-token"] === world.controlToken) return true;
  const { origin } = request.headers;
  if (origin !== undefined) return origin === `http://${request.headers.host}`;
  return request.headers["sec-fetch-site"] === "same-origin";
}
