import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { writeEnv } from "../env.js";
import { callFaults, fateFaults, pushFaults } from "../kernel/faults.js";
import type { World } from "../world.js";
import { authorize } from "./authorize.js";
import { jsonOf, phoneOf } from "./control-phones.js";

const span = z.tuple([z.number().min(0), z.number().min(0)]);
const clockWish = z.object({
  freezeAt: z.union([z.number(), z.iso.datetime({ offset: true })]).optional(),
  advanceMs: z.number().int().optional(),
  run: z.boolean().optional(),
});
const faultWish = z
  .object({
    endpoint: z.string().min(1),
    fault: z.enum([...callFaults, ...fateFaults, ...pushFaults]),
    count: z.number().int().min(1).optional(),
    probability: z.number().min(0).max(1).optional(),
    seed: z.number().int().optional(),
  })
  .refine(({ endpoint, fault }) => meets(endpoint, fault), { error: "This endpoint can't meet that fault." });

/** What the machine itself can be told: its clock, its faults, its keys and its pace. */
export function machineRoutes(host: FastifyInstance, world: World): void {
  host.post("/control/clock", (request) => {
    const { freezeAt, advanceMs, run } = clockWish.parse(jsonOf(request));
    if (run) world.clock.run();
    if (freezeAt !== undefined) world.clock.freeze(new Date(freezeAt).getTime());
    if (advanceMs !== undefined) world.clock.advance(advanceMs);
    return { now: world.clock.now(), frozen: world.clock.frozenAt() !== null };
  });
  host.post("/control/faults", (request) => {
    world.faults.arm(faultWish.parse(jsonOf(request)));
    return world.faults.list();
  });
  host.delete("/control/faults", async () => {
    world.faults.clear();
    return [];
  });
  host.post("/control/latency", (request) => {
    const wish = z.object({ apiMs: span.optional(), pushMs: span.optional() }).parse(jsonOf(request));
    if (wish.apiMs) world.pace.apiMs = wish.apiMs;
    if (wish.pushMs) world.pace.pushMs = wish.pushMs;
    return { apiMs: world.pace.apiMs, pushMs: world.pace.pushMs };
  });
  accountRoutes(host, world);
}

function accountRoutes(host: FastifyInstance, world: World): void {
  host.post("/control/mode", (request) => {
    world.account.mode = z.object({ mode: z.enum(["plain", "compat", "safe"]) }).parse(jsonOf(request)).mode;
    world.events.tell({ phone: null, type: "state" });
    return { mode: world.account.mode, env: writeEnv(world) };
  });
  host.post("/control/rotate-key", async () => {
    world.account.rotateKey();
    return { env: writeEnv(world) };
  });
  host.post("/control/token/kill", async () => {
    world.tokens.killAll();
    return { ok: true };
  });
  host.post("/control/verify", async () => {
    const problem = await world.pusher.verify();
    return { ok: problem === null, problem };
  });
  host.post("/control/replay", async (request, reply) => {
    const { logId } = z.object({ logId: z.coerce.number().int() }).parse(jsonOf(request));
    const pushId = world.journal.pushOf(logId);
    if (pushId === null || !world.pusher.replay(pushId))
      return reply.code(404).send({ error: "No push of that line." });
    return { ok: true };
  });
  host.post("/control/oauth", (request) => {
    const { phoneId, url } = z.object({ phoneId: z.string(), url: z.string() }).parse(jsonOf(request));
    return authorize(world, phoneOf(world, phoneId), new URL(url, world.origins.open), "yes");
  });
}

function meets(endpoint: string, fault: string): boolean {
  if ((pushFaults as readonly string[]).includes(fault)) return endpoint === "push";
  if ((fateFaults as readonly string[]).includes(fault)) return endpoint === "message/template/send";
  return endpoint !== "push";
}
