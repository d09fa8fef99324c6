import { Redis } from "ioredis";
import { RateLimiterMemory, RateLimiterRedis } from "rate-limiter-flexible";
import { Refusal } from "../kernel/refusal.js";
import type { Config } from "./config.js";

const rules = {
  /** Wrong passwords of one account. */
  signInPerLogin: { points: 8, duration: 300 },
  signInPerAddress: { points: 60, duration: 300 },
  /** Codes and links sent to one address of a person. */
  lettersPerLogin: { points: 5, duration: 900 },
  lettersPerAddress: { points: 30, duration: 900 },
  codeTries: { points: 6, duration: 900 },
  /** Codes to bind a WeChat by: each is a call of WeChat's. */
  wechatScenesPerAccount: { points: 12, duration: 600 },
  /** Links and sign-ins from WeChat; many phones share one address of a mobile network. */
  wechatDoorsPerAddress: { points: 600, duration: 300 },
  /** Each asks up to twenty suppliers for their time. */
  inquiriesPerCustomer: { points: 20, duration: 86_400 },
  /** Customers looked up by login or phone by one of the staff. */
  customerLookupsPerStaff: { points: 60, duration: 600 },
  uploadsPerViewer: { points: 120, duration: 3_600 },
  uploadsPerStranger: { points: 30, duration: 3_600 },
  /** Codes of coupons that there are not; many phones share one address of a mobile network. */
  couponTriesPerAccount: { points: 10, duration: 600 },
  couponTriesPerAddress: { points: 60, duration: 600 },
  /** Tables are kept as files. */
  exportsPerAccount: { points: 60, duration: 3_600 },
} as const;

export type LimitRule = keyof typeof rules;

/** Counts tries and refuses (RATE_LIMITED) past the limit. Shared by all processes when there is Redis. */
export class Limits {
  private readonly limiters: Record<LimitRule, RateLimiterMemory | RateLimiterRedis>;
  private readonly redis: Redis | undefined;

  constructor(config: Config) {
    this.redis = config.redisUrl
      ? new Redis(config.redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1 })
      : undefined;
    this.redis?.on("error", () => undefined); // the insurance limiter below counts meanwhile
    const make = (name: LimitRule): RateLimiterMemory | RateLimiterRedis => {
      const memory = new RateLimiterMemory({ keyPrefix: name, ...rules[name] });
      if (!this.redis) return memory;
      return new RateLimiterRedis({
        storeClient: this.redis,
        keyPrefix: name,
        ...rules[name],
        insuranceLimiter: memory,
      });
    };
    const names = Object.keys(rules) as LimitRule[];
    this.limiters = Object.fromEntries(names.map((name) => [name, make(name)])) as typeof this.limiters;
  }

  async take(rule: LimitRule, key: string): Promise<void> {
    try {
      await this.limiters[rule].consume(key);
    } catch (rejected) {
      const waitMs = (rejected as { msBeforeNext?: number }).msBeforeNext;
      if (waitMs === undefined) throw rejected;
      throw new Refusal("RATE_LIMITED", { waitSeconds: Math.ceil(waitMs / 1_000) });
    }
  }

  /** Refuses RATE_LIMITED when nothing is left to take; takes nothing. */
  async mustBeLeft(rule: LimitRule, key: string): Promise<void> {
    const taken = await this.limiters[rule].get(key);
    if (!taken || taken.consumedPoints < rules[rule].points) return;
    throw new Refusal("RATE_LIMITED", { waitSeconds: Math.ceil(taken.msBeforeNext / 1_000) });
  }

  async forget(rule: LimitRule, key: string): Promise<void> {
    await this.limiters[rule].delete(key);
  }

  close(): void {
    this.redis?.disconnect();
  }
}
