import type { Clock } from "../kernel/clock.js";
import type { Config } from "./config.js";
import type { Database } from "./database.js";
import type { Files } from "./files.js";
import type { Limits } from "./limits.js";
import type { Live } from "./live.js";
import type { Log } from "./log.js";
import type { Post } from "./post.js";
import type { Signer } from "./signing.js";
import type { UnitOfWork } from "./unit-of-work.js";

/** What every flow and edge may lean on. Built once by the server; tests build the same with another clock. */
export interface Platform {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly database: Database;
  readonly work: UnitOfWork;
  readonly live: Live;
  readonly files: Files;
  readonly post: Post;
  readonly limits: Limits;
  readonly signer: Signer;
  /** Whether this database holds demo data: demo accounts may be shown and the test channel is on. */
  readonly demo: boolean;
  /** Whether nothing is sent to people outside: notices are kept for them to read here, and that is all. */
  readonly quiet: boolean;
  /** Wakes the courier. */
  nudge(): void;
}
