import { resolve } from "node:path";
import { z } from "zod";

const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(["on", "off"]).transform((value) => value === "on");
const originUrl = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin);
const aesKey = z.string().regex(/^[A-Za-z0-9]{43}$/);

/** Every setting the platform knows. `docs/operations.md` prints this list for operators. */
const settings = z.object({
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: port.default(4000),
  DATA_DIR: z.string().min(1).default("data"),
  DATABASE_URL: z.url({ protocol: /^(mysql|mariadb)$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  FILES_URL: z.url({ protocol: /^s3$/ }).optional(),
  PUBLIC_URL: originUrl.optional(),
  SHOP_URL: originUrl.optional(),
  SUPPLIER_URL: originUrl.optional(),
  ADMIN_URL: originUrl.optional(),
  SECRET: z.string().min(32).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default("Kaidan 开单 <no-reply@localhost>"),
  TRUST_PROXY: z.string().optional(),
  TEST_CHANNEL: flag.optional(),
  OFFER_WINDOW_SECONDS: z.coerce.number().int().min(5).max(86_400).default(1_800),
  LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug"]).default("info"),
  SMS: z.enum(["off", "log"]).optional(),
  WECHAT_APPID: z.string().min(1).optional(),
  WECHAT_SECRET: z.string().min(1).optional(),
  WECHAT_ORIGINAL_ID: z
    .string()
    .regex(/^gh_\w{1,40}$/)
    .optional(),
  WECHAT_TOKEN: z
    .string()
    .regex(/^[A-Za-z0-9]{3,32}$/)
    .optional(),
  WECHAT_AES_KEY: aesKey.optional(),
  WECHAT_AES_KEY_PREVIOUS: aesKey.optional(),
  WECHAT_MODE: z.enum(["plain", "compat", "safe"]).default("safe"),
  WECHAT_SHARED: flag.default(false),
  WECHAT_API_BASE: originUrl.default("https://api.weixin.qq.com"),
  WECHAT_OPEN_BASE: originUrl.default("https://open.weixin.qq.com"),
  PHONE_URL: z.url({ protocol: /^https?$/ }).optional(),
  BANK_NAME: z.string().default("开单服务平台（演示）"),
  BANK_BRANCH: z.string().default("演示银行长沙分行"),
  BANK_NUMBER: z.string().default("6222 0000 0000 0000 000"),
});

/** What the process runs with, read once at the start and never again. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Holds the embedded database, uploaded files and the generated secret. */
  readonly dataDir: string;
  /** MySQL or MariaDB; without it the embedded database in `dataDir` is used. */
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  readonly filesUrl: string | undefined;
  readonly urls: { readonly shop: string; readonly supplier: string; readonly admin: string } | undefined;
  readonly publicUrl: string | undefined;
  readonly secret: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly trustProxy: string | undefined;
  readonly testChannel: boolean | undefined;
  /** How long a supplier may think about an offer. */
  readonly offerWindowMs: number;
  readonly logLevel: string;
  /** How short messages leave: "log" writes them to the log; without a value they are on for demo data only. */
  readonly sms: "off" | "log" | undefined;
  /** The service account; null when none is connected. */
  readonly wechat: WechatConfig | null;
  /** Page of a simulated phone: offered beside QR codes and allowed to frame the shop. Unset in production. */
  readonly phoneUrl: string | undefined;
  readonly bank: { readonly name: string; readonly bank: string; readonly number: string };
}

/** One WeChat service account: who we are to it, how its messages are sealed and where its hosts are. */
export interface WechatConfig {
  readonly appid: string;
  readonly secret: string;
  /** The account's own name (gh_…), which pushes are addressed to; without it plain pushes name nobody we could check. */
  readonly originalId: string | undefined;
  readonly token: string;
  readonly mode: "plain" | "compat" | "safe";
  /** The present EncodingAESKey, then the one before it while it is being changed. Empty in plain mode. */
  readonly aesKeys: readonly string[];
  /** Whether one WeChat may stand for several customers. */
  readonly shared: boolean;
  readonly apiBase: string;
  readonly openBase: string;
}

/** Thrown with every wrong setting at once, one per line, so that an operator mends them in one go. */
export class ConfigError extends Error {}

export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const read = settings.safeParse(filled);
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new ConfigError(`The configuration is wrong:\n${lines.join("\n")}`);
  }
  const value = read.data;
  const problems = contradictions(value);
  if (problems.length > 0) throw new ConfigError(`The configuration is wrong:\n${problems.join("\n")}`);
  return {
    host: value.HOST,
    port: value.PORT,
    dataDir: resolve(value.DATA_DIR),
    databaseUrl: value.DATABASE_URL,
    redisUrl: value.REDIS_URL,
    filesUrl: value.FILES_URL,
    urls:
      value.SHOP_URL && value.SUPPLIER_URL && value.ADMIN_URL
        ? { shop: value.SHOP_URL, supplier: value.SUPPLIER_URL, admin: value.ADMIN_URL }
        : undefined,
    publicUrl: value.PUBLIC_URL,
    secret: value.SECRET,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    trustProxy: value.TRUST_PROXY,
    testChannel: value.TEST_CHANNEL,
    offerWindowMs: value.OFFER_WINDOW_SECONDS * 1_000,
    logLevel: value.LOG_LEVEL,
    sms: value.SMS,
    wechat: wechatOf(value),
    phoneUrl: value.PHONE_URL,
    bank: { name: value.BANK_NAME, bank: value.BANK_BRANCH, number: value.BANK_NUMBER },
  };
}

function wechatOf(value: z.infer<typeof settings>): WechatConfig | null {
  if (!value.WECHAT_APPID || !value.WECHAT_SECRET || !value.WECHAT_TOKEN) return null;
  return {
    appid: value.WECHAT_APPID,
    secret: value.WECHAT_SECRET,
    originalId: value.WECHAT_ORIGINAL_ID,
    token: value.WECHAT_TOKEN,
    mode: value.WECHAT_MODE,
    aesKeys: [value.WECHAT_AES_KEY, value.WECHAT_AES_KEY_PREVIOUS].filter((key) => key !== undefined),
    shared: value.WECHAT_SHARED,
    apiBase: value.WECHAT_API_BASE,
    openBase: value.WECHAT_OPEN_BASE,
  };
}

function contradictions(value: z.infer<typeof settings>): string[] {
  const problems: string[] = [];
  const hosts = [value.SHOP_URL, value.SUPPLIER_URL, value.ADMIN_URL].filter(Boolean).length;
  if (hosts !== 0 && hosts !== 3) problems.push("  SHOP_URL, SUPPLIER_URL, ADMIN_URL: set all three or none");
  if (value.DATABASE_URL && !value.SECRET) {
    problems.push("  SECRET: at least 32 characters are required with DATABASE_URL, the same for every process");
  }
  const account = [value.WECHAT_APPID, value.WECHAT_SECRET, value.WECHAT_TOKEN].filter(Boolean).length;
  if (account !== 0 && account !== 3) {
    problems.push("  WECHAT_APPID, WECHAT_SECRET, WECHAT_TOKEN: set all three or none");
  }
  if (account === 3 && value.WECHAT_MODE !== "plain" && !value.WECHAT_AES_KEY) {
    problems.push("  WECHAT_AES_KEY: 43 letters and digits are required unless WECHAT_MODE is plain");
  }
  return problems;
}
