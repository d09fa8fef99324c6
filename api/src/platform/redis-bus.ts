import { Redis } from "ioredis";
import type { HintBus, StreamMoved } from "./live.js";
import type { Log } from "./log.js";

const CHANNEL = "kaidan:moved";

/** Hints over Redis. Fails fast: a mutation never waits for Redis, the tail of the table makes up for what is lost. */
export function redisBus(url: string, log: Log): HintBus {
  const options = { maxRetriesPerRequest: 1, enableOfflineQueue: false, lazyConnect: false };
  const publisher = new Redis(url, options);
  const subscriber = new Redis(url, { ...options, enableOfflineQueue: true });
  const complain = (error: Error): void => log.warn({ err: error }, "Redis does not answer; live pages use the table.");
  publisher.on("error", complain);
  subscriber.on("error", complain);
  return {
    publish(moved) {
      publisher.publish(CHANNEL, JSON.stringify(moved)).catch(() => undefined); // complained about above
    },
    listen(hear) {
      subscriber.subscribe(CHANNEL).catch(complain);
      subscriber.on("message", (_channel, text) => hear(JSON.parse(text) as StreamMoved));
    },
    async close() {
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}
