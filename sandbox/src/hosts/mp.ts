import type { FastifyInstance } from "fastify";
import { toBuffer } from "qrcode";
import type { World } from "../world.js";
import { newHost, queryOf } from "./host.js";

/** mp.weixin.qq.com: the picture of a scene QR, by its ticket. */
export function mpHost(world: World): FastifyInstance {
  const host = newHost();
  host.get("/cgi-bin/showqrcode", async (request, reply) => {
    const scene = world.scenes.find(queryOf(request).get("ticket") ?? "");
    if (!scene) return reply.code(404).type("text/plain; charset=utf-8").send("");
    const picture = await toBuffer(scene.url, { width: 430, margin: 2, errorCorrectionLevel: "M" });
    return reply.type("image/png").header("cache-control", "no-store").send(picture);
  });
  return host;
}
