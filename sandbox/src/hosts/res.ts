import type { FastifyInstance } from "fastify";
import { signatureOfPage } from "../account/js-sdk.js";
import type { World } from "../world.js";
import { newHost, queryOf } from "./host.js";
import { jweixin } from "./jweixin.js";

/** res.wx.qq.com: the JS-SDK's script, which asks here whether a page signed rightly; and pictures people sent. */
export function resHost(world: World): FastifyInstance {
  const host = newHost();
  host.get("/open/js/jweixin-1.6.0.js", async (_request, reply) =>
    reply.type("application/javascript; charset=utf-8").send(jweixin(world.origins.res)),
  );
  host.get("/jsapi/check", async (request, reply) => {
    void reply.header("access-control-allow-origin", "*");
    return { errMsg: verdictOf(world, queryOf(request)) };
  });
  host.get<{ Params: { id: string } }>("/mmbiz/:id", async (request, reply) => {
    const picture = world.pictures.find(request.params.id);
    return picture ? reply.type(picture.type).send(picture.bytes) : reply.code(404).send("");
  });
  return host;
}

function verdictOf(world: World, query: URLSearchParams): string {
  const get = (name: string): string => query.get(name) ?? "";
  if (get("appId") !== world.account.appid) return "config:invalid appId";
  const { origin, href } = URL.canParse(get("url")) ? new URL(get("url")) : { origin: "", href: "" };
  if (origin !== world.settings.web) return "config:invalid url domain";
  const page = href === "" ? "" : (get("url").split("#")[0] ?? "");
  const signed = world.tokens
    .goodTickets()
    .some((ticket) => signatureOfPage(ticket, get("nonceStr"), get("timestamp"), page) === get("signature"));
  return signed ? "config:ok" : "config:invalid signature";
}
