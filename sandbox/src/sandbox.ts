import type { FastifyInstance } from "fastify";
import { writeEnv } from "./env.js";
import { apiHost } from "./hosts/api.js";
import { controlHost } from "./hosts/control.js";
import { listen } from "./hosts/host.js";
import { mpHost } from "./hosts/mp.js";
import { openHost } from "./hosts/open.js";
import { resHost } from "./hosts/res.js";
import type { Settings } from "./settings.js";
import { type Origins, openWorld, type World } from "./world.js";

/** What who started it needs to know. */
export interface Ready {
  readonly ready: true;
  readonly control: string;
  readonly controlToken: string;
  /** The API's settings. */
  readonly env: Readonly<Record<string, string>>;
}

/** A running sandbox. */
export interface Sandbox {
  readonly ready: Ready;
  readonly world: World;
  /** Stops in order; what was on its way is brought at the next start. */
  close(): Promise<void>;
}

/** Starts all five hosts and goes on with what the last run left undone. Throws SandboxError with one sentence. */
export async function openSandbox(settings: Settings): Promise<Sandbox> {
  const world = openWorld(settings);
  const hosts: Record<keyof Origins, FastifyInstance> = {
    control: await controlHost(world),
    api: apiHost(world),
    mp: mpHost(world),
    open: openHost(world),
    res: resHost(world),
  };
  const close = async (): Promise<void> => {
    world.sending.close();
    world.pusher.close();
    world.pace.close();
    await Promise.all(Object.values(hosts).map((host) => host.close()));
    await world.background.idle();
    world.database.close();
  };
  try {
    for (const [index, name] of (["control", "api", "mp", "open", "res"] as const).entries()) {
      world.origins[name] = await listen(hosts[name], settings.port === 0 ? 0 : settings.port + index);
    }
  } catch (error) {
    await close();
    throw error;
  }
  world.pusher.resume();
  world.sending.resume();
  const { control } = world.origins;
  return { world, close, ready: { ready: true, control, controlToken: world.controlToken, env: writeEnv(world) } };
}
