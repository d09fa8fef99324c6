import type { FastifyInstance } from "fastify";
import type { Phone } from "../account/phones.js";
import type { World } from "../world.js";
import { phoneOf } from "./control-phones.js";
import { queryOf } from "./host.js";

const HEARTBEAT_MS = 15_000;

/** What pages read: the state, a chat, the developer drawer, and what moved. */
export function pageRoutes(host: FastifyInstance, world: World): void {
  host.get("/control/state", () => ({
    account: {
      appid: world.account.appid,
      originalId: world.account.originalId,
      name: world.account.name,
      mode: world.account.mode,
      callback: world.settings.callback,
    },
    origins: world.origins,
    now: world.clock.now(),
    frozen: world.clock.frozenAt() !== null,
    faults: world.faults.list(),
    phones: world.phones.all().map(shownPhone),
  }));
  host.get<{ Params: { id: string } }>("/control/phones/:id/chat", (request) => {
    const phone = phoneOf(world, request.params.id);
    const menu = phone.followedAt === null ? null : world.menus.get();
    return { menu, items: world.chats.items(phone.id), secret: phone.secret };
  });
  host.get("/control/log", (request) => {
    const phone = queryOf(request).get("phone");
    return { entries: world.journal.read(phone === null ? null : phoneOf(world, phone).id) };
  });
  host.get("/control/outbox", () => ({ sent: world.outbox.list() }));
  liveRoute(host, world);
}

/** A phone as pages read it. */
export function shownPhone(phone: Phone) {
  return {
    id: String(phone.id),
    name: phone.name,
    openid: phone.openid,
    unionid: null,
    followed: phone.followedAt !== null,
    unread: phone.unread,
    snapshot: phone.snapshot,
  };
}

function liveRoute(host: FastifyInstance, world: World): void {
  host.get("/control/events", (request, reply) => {
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    stream.write("retry: 1000\n\n");
    const stop = world.events.listen((event) => stream.write(`data: ${JSON.stringify(event)}\n\n`));
    const heartbeat = setInterval(() => stream.write(": still here\n\n"), HEARTBEAT_MS);
    request.raw.on("close", () => {
      clearInterval(heartbeat);
      stop();
    });
  });
}
