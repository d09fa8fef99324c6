import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { DeedError } from "../account/deed-error.js";
import type { Phone } from "../account/phones.js";
import { popupXml } from "../account/pushed.js";
import type { World } from "../world.js";
import { shownPhone } from "./control-pages.js";
import { textOf } from "./host.js";

const ONE_PIXEL =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

type Deed = (phone: Phone, body: unknown) => unknown;

const named = z.object({ name: z.string().trim().min(1).max(20) });
const changing = z.object({ name: named.shape.name.optional(), snapshot: z.boolean().optional() });
const following = z.object({ qr: z.string().optional() });
const saying = z.object({ text: z.string().min(1).max(2_000) });
const pressing = z.object({
  key: z.string().optional(),
  path: z.array(z.number().int().min(0)).min(1).max(2).optional(),
  text: z.string().optional(),
});
const picturing = z.object({ dataUrl: z.string().max(900_000).default(ONE_PIXEL) });
const placed = z.object({
  latitude: z.number().default(28.228209),
  longitude: z.number().default(112.938814),
  label: z.string().default("长沙市岳麓区"),
});

/** What a phone's owner does. */
export function phoneRoutes(host: FastifyInstance, world: World): void {
  host.post("/control/phones", async (request, reply) => {
    const phone = world.phones.add(named.parse(jsonOf(request)).name);
    return reply.code(201).send(shownPhone(phone));
  });
  host.patch<{ Params: { id: string } }>("/control/phones/:id", (request) => {
    const { id } = phoneOf(world, request.params.id);
    world.phones.change(id, changing.parse(jsonOf(request)));
    return shownPhone(phoneOf(world, String(id)));
  });
  host.delete<{ Params: { id: string } }>("/control/phones/:id", (request) => {
    world.phones.remove(phoneOf(world, request.params.id).id);
    return { ok: true };
  });
  for (const [name, deed] of Object.entries(deedsOf(world))) {
    host.post<{ Params: { id: string } }>(`/control/phones/:id/${name}`, (request) => {
      const phone = phoneOf(world, request.params.id);
      return deed(phone, jsonOf(request)) ?? { ok: true };
    });
  }
}

/** Throws for a phone that isn't there (409 in words). */
export function phoneOf(world: World, id: string): Phone {
  const phone = world.phones.find(Number(id));
  if (!phone) throw new DeedError("没有这部手机");
  return phone;
}

/** The body as JSON; an absent one is an empty object. */
export function jsonOf(request: FastifyRequest): unknown {
  return JSON.parse(textOf(request) || "{}");
}

function deedsOf(world: World): Readonly<Record<string, Deed>> {
  const { deeds } = world;
  return {
    follow: (phone, body) => deeds.follow(phone, following.parse(body).qr ?? null),
    unfollow: (phone) => deeds.unfollow(phone),
    text: (phone, body) => deeds.text(phone, saying.parse(body).text),
    image: (phone, body) => {
      const { dataUrl } = picturing.parse(body);
      deeds.image(phone, `${world.origins.res}/mmbiz/${world.pictures.add(phone.id, dataUrl)}`);
    },
    location: (phone, body) => deeds.location(phone, placed.parse(body)),
    scan: (phone, body) => deeds.scan(phone, saying.parse(body).text),
    menu: (phone, body) => {
      const { key, path, text } = pressing.parse(body);
      if (key === undefined && path === undefined) throw new DeedError("没有这个菜单");
      return deeds.press(phone, key === undefined ? { path: path ?? [] } : { key }, text ?? null);
    },
    read: (phone) => world.chats.read(phone.id),
    revoke: (phone, body) => deeds.revoke(phone, revoking.parse(body).closed),
    allow: (phone, body) => {
      const { templateId, accepts } = allowing.parse(body);
      world.templates.get(templateId, "subscribe");
      if (accepts) world.allowances.grant(phone.openid, templateId);
      const xml = popupXml(deeds.envelope(phone), templateId, accepts);
      deeds.push(phone, "subscribe_msg_popup_event", xml, false);
    },
  };
}

/** `closed`: the person closes their WeChat account. */
const revoking = z.object({ closed: z.boolean().default(false) });
const allowing = z.object({ templateId: z.string(), accepts: z.boolean().default(true) });
