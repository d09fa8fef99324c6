import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { WechatError } from "../account/errors.js";
import { callFaults, fateFaults } from "../kernel/faults.js";
import type { World } from "../world.js";
import { type Call, type Endpoint, endpoints } from "./endpoints/all.js";
import { newHost, queryOf, textOf } from "./host.js";

/** api.weixin.qq.com: every answer is HTTP 200, right or wrong. */
export function apiHost(world: World): FastifyInstance {
  const host = newHost();
  host.all("/*", (request, reply) => answer(world, request, reply));
  return host;
}

async function answer(world: World, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const from = performance.now();
  const path = new URL(request.url, "http://sandbox").pathname;
  const name = path.replace(/^\/(cgi-bin\/)?/, "");
  const call: Call = { method: request.method, query: queryOf(request), text: textOf(request), fate: null };
  const phoneId = phoneIdOf(world, call);
  world.journal.write({ direction: "call", phoneId, title: `${request.method} ${request.url}`, body: call.text });
  await world.pace.beforeAnswer();
  const fault = world.faults.take(name);
  const status = fault === "http500" ? 500 : fault === "http502" ? 502 : 200;
  const body = status === 200 ? work(world, path, { ...call, fate: fateOf(fault) }, errcodeOf(fault)) : "Bad Gateway";
  if (fault === "hang") await world.pace.wait(world.pace.hangMs);
  world.journal.write({
    direction: "answer",
    phoneId,
    title: path,
    body,
    ms: Math.round(performance.now() - from),
    status,
    verdict: fault ?? undefined,
  });
  if (fault === "reset") {
    request.raw.socket.resetAndDestroy();
    return reply.hijack();
  }
  const type = path.startsWith("/sns/") ? "text/plain" : "application/json; encoding=utf-8";
  const sent = fault === "truncated" ? body.slice(0, Math.floor(body.length / 2)) : body;
  return reply.code(status).header("content-type", type).send(sent);
}

/** The text of the answer; a refusal has its code, its words and a number to ask Tencent about. */
function work(world: World, path: string, call: Call, forced: number | null): string {
  try {
    if (forced !== null) throw new WechatError(forced as WechatError["errcode"]);
    const endpoint = endpoints[path];
    if (!endpoint) throw new WechatError(40066);
    checkMethod(endpoint, call);
    if (endpoint.open !== true) world.tokens.check(call.query.get("access_token"));
    world.quotas.spend(path, endpoint.perDay);
    return endpoint.answer(world, call);
  } catch (error) {
    if (!(error instanceof WechatError)) throw error;
    return JSON.stringify({ errcode: error.errcode, errmsg: `${error.message} rid: ${ridOf(world)}` });
  }
}

function checkMethod(endpoint: Endpoint, call: Call): void {
  if (endpoint.method === "GET" && call.method !== "GET") throw new WechatError(43001);
  if (endpoint.method === "POST" && call.method !== "POST") throw new WechatError(43002);
}

function ridOf(world: World): string {
  const part = (): string =>
    Math.floor(Math.random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, "0");
  return `${world.clock.stampSeconds().toString(16)}-${part()}-${part()}`;
}

function errcodeOf(fault: string | null): number | null {
  if (fault === null || !(callFaults as readonly string[]).includes(fault)) return null;
  return /^-?\d+$/.test(fault) ? Number(fault) : null;
}

function fateOf(fault: string | null): Call["fate"] {
  return fateFaults.find((fate) => fate === fault) ?? null;
}

/** Whom a call is about, for the drawer of that phone. */
function phoneIdOf(world: World, call: Call): number | null {
  const openid = call.query.get("openid") ?? /"touser"\s*:\s*"([^"]*)"/.exec(call.text)?.[1];
  return world.phones.byOpenid(openid)?.id ?? null;
}
