import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { sameSignature } from "../account/crypto.js";
import type { World } from "../world.js";
import { authorize, problemOf } from "./authorize.js";
import { authorizePage, problemPage } from "./authorize-page.js";
import { newHost, textOf } from "./host.js";

const asked = z.object({
  phone: z.string(),
  secret: z.string(),
  url: z.string(),
  consent: z.enum(["yes", "no"]).nullable().default(null),
});

/** open.weixin.qq.com: the OAuth page. It knows the phone by the name of the frame it is opened in. */
export function openHost(world: World): FastifyInstance {
  const host = newHost();
  host.get("/connect/oauth2/authorize", async (request, reply) => {
    const problem = problemOf(world, new URL(request.url, world.origins.open));
    void reply.type("text/html; charset=utf-8").header("cache-control", "no-store");
    return problem ? problemPage(problem) : authorizePage(world.account.name);
  });
  host.post("/connect/oauth2/phone", async (request, reply) => {
    if (request.headers.origin !== `http://${request.headers.host}`) return reply.code(403).send({});
    const wish = asked.safeParse(JSON.parse(textOf(request) || "{}"));
    const phone = wish.success ? world.phones.find(Number(wish.data.phone)) : null;
    if (!wish.success || !phone || !sameSignature(phone.secret, wish.data.secret)) return { problem: OUTSIDE };
    return authorize(world, phone, new URL(wish.data.url, world.origins.open), wish.data.consent);
  });
  return host;
}

const OUTSIDE = "请在微信客户端打开链接";
