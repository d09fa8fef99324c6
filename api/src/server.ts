import "reflect-metadata";
import type { FastifyInstance } from "fastify";
import { buildHttp } from "./http/http.js";
import { type Patience, usualPatience } from "./http/patience.js";
import { completeAdministrators } from "./identity/complete-administrators.flow.js";
import { type Clock, systemClock } from "./kernel/clock.js";
import type { Config } from "./platform/config.js";
import { Courier } from "./platform/courier.js";
import { Database } from "./platform/database.js";
import { Files } from "./platform/files.js";
import { Limits } from "./platform/limits.js";
import { Live } from "./platform/live.js";
import { type Log, makeLog } from "./platform/log.js";
import { migrations } from "./platform/migrations/index.js";
import { Migrator } from "./platform/migrator.js";
import type { Platform } from "./platform/platform.js";
import { Post } from "./platform/post.js";
import { redisBus } from "./platform/redis-bus.js";
import { readSetting } from "./platform/settings.js";
import { openSigner } from "./platform/signing.js";
import { UnitOfWork } from "./platform/unit-of-work.js";
import { tables } from "./tables.js";
import { lookAtServiceAccount } from "./wechat/wechat.worker.js";
import { errands, listeners, timerHandlers } from "./workers.js";

export interface Server {
  readonly platform: Platform;
  readonly http: FastifyInstance;
  readonly courier: Courier;
  /** Listens and starts the courier; resolves with the address. */
  start(): Promise<string>;
  /** Stops in order: no new work, sockets closed, requests and deliveries in hand finished, database closed. */
  stop(): Promise<void>;
}

export interface Parts {
  readonly clock?: Clock;
  /** Brings the schema up to date first; without it an outdated schema stops the start. */
  readonly migrate?: boolean;
  /** Folder with the built webs (web-shop/dist …); without it only the API is served. */
  readonly websDir?: string;
  /** Whether this is a demo; without it the database tells. */
  readonly demo?: boolean;
  /** Whether notices stay in the house: what is told of times long past must not leave it now. */
  readonly quiet?: boolean;
  /** How long callers are waited for. */
  readonly patience?: Patience;
}

/** Builds everything from one configuration. The process and the tests call the same function. */
export async function buildServer(config: Config, parts: Parts = {}): Promise<Server> {
  const clock = parts.clock ?? systemClock;
  const log = makeLog(config.logLevel);
  const database = await Database.open(config, tables);
  try {
    const migrator = new Migrator(database, migrations, clock);
    if (parts.migrate) await migrator.run();
    await migrator.check();
    const demo = parts.demo ?? (await readSetting(database.read, "demo")) === "on";
    const { quiet = false, patience = usualPatience, websDir } = parts;
    const server = await assemble(config, { clock, log, database, demo, quiet, patience, websDir });
    await completeAdministrators(server.platform);
    return server;
  } catch (error) {
    await database.close();
    throw error;
  }
}

interface Ground {
  readonly clock: Clock;
  readonly log: Log;
  readonly database: Database;
  readonly demo: boolean;
  readonly quiet: boolean;
  readonly patience: Patience;
  readonly websDir: string | undefined;
}

async function assemble(config: Config, ground: Ground): Promise<Server> {
  const { clock, log, database, demo, quiet, patience, websDir } = ground;
  const signer = openSigner(config);
  const bus = config.redisUrl ? redisBus(config.redisUrl, log) : undefined;
  const live = new Live(database, bus, log);
  const hear = listeners(() => platform);
  const work: UnitOfWork = new UnitOfWork(database, clock, {
    listenersOf: (kind) => hear.filter((listener) => listener.kinds.includes(kind)).map((listener) => listener.name),
    committed(moved) {
      live.committed(moved.streams);
      courier.nudge(moved);
    },
  });
  const limits = new Limits(config);
  const courier = new Courier(
    database,
    work,
    clock,
    log,
    hear,
    timerHandlers(() => platform),
    errands(() => platform),
  );
  const platform: Platform = {
    config,
    clock,
    log,
    database,
    work,
    live,
    files: new Files(config, signer, clock),
    post: new Post(config, log, clock, demo),
    limits,
    signer,
    demo,
    quiet,
    nudge: () => courier.nudge(),
  };
  const http = await buildHttp(platform, websDir, patience);
  return {
    platform,
    http,
    courier,
    async start() {
      const address = await http.listen({ host: config.host, port: config.port });
      live.start();
      courier.start();
      lookAtServiceAccount(platform);
      return address;
    },
    async stop() {
      live.stop();
      const impatient = setTimeout(() => http.server.closeAllConnections(), patience.lastRequestsMs);
      await http.close();
      clearTimeout(impatient);
      await courier.stop();
      await bus?.close();
      limits.close();
      await database.close();
    },
  };
}
