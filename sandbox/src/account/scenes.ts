import { randomBytes } from "node:crypto";
import type { Clock } from "../kernel/clock.js";
import type { Database } from "../kernel/database.js";
import { letters } from "./account.js";
import { WechatError } from "./errors.js";

const LONGEST_SECONDS = 2_592_000;
const PERMANENT_EVER = 100_000;
const PERMANENT_COUNT = "scenes.permanent";

/** A QR code that carries a value to the account. */
export interface Scene {
  readonly ticket: string;
  /** What the picture says: `http://weixin.qq.com/q/…`. */
  readonly url: string;
  readonly scene: string;
  /** Null: forever. */
  readonly expiresAt: number | null;
}

interface SceneRow {
  ticket: string;
  url: string;
  scene: string;
  permanent: number;
  expires_at: number | null;
}

/** The body of qrcode/create. */
export interface SceneWish {
  readonly expire_seconds?: unknown;
  readonly action_name?: unknown;
  readonly action_info?: unknown;
}

export class Scenes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws 40052, 40053, 40097 or 45029. */
  create(wish: SceneWish): { scene: Scene; expireSeconds: number | null } {
    const permanent = wish.action_name === "QR_LIMIT_STR_SCENE" || wish.action_name === "QR_LIMIT_SCENE";
    const scene = valueOf(wish);
    const expireSeconds = permanent ? null : secondsOf(wish.expire_seconds);
    return this.database.transaction(() => {
      if (permanent) this.countPermanent();
      const made: Scene = {
        ticket: newTicket(),
        url: `http://weixin.qq.com/q/02${letters(20)}`,
        scene,
        expiresAt: expireSeconds === null ? null : this.clock.now() + expireSeconds * 1_000,
      };
      this.database.run(
        "INSERT INTO scenes (ticket, url, scene, permanent, expires_at) VALUES (?, ?, ?, ?, ?)",
        made.ticket,
        made.url,
        made.scene,
        permanent ? 1 : 0,
        made.expiresAt,
      );
      return { scene: made, expireSeconds };
    });
  }

  /** By what the picture says, or by its ticket; null when unknown. */
  find(text: string): Scene | null {
    const row = this.database.rows<SceneRow>("SELECT * FROM scenes WHERE url = ? OR ticket = ?", text.trim(), text)[0];
    return row ? { ticket: row.ticket, url: row.url, scene: row.scene, expiresAt: row.expires_at } : null;
  }

  isOver(scene: Scene): boolean {
    return scene.expiresAt !== null && scene.expiresAt <= this.clock.now();
  }

  private countPermanent(): void {
    const made = Number(this.database.value(PERMANENT_COUNT) ?? 0);
    if (made >= PERMANENT_EVER) throw new WechatError(45029);
    this.database.keep(PERMANENT_COUNT, String(made + 1));
  }
}

/** Always with + and / and =, so that an address made without encoding it is found out here. */
function newTicket(): string {
  const body = randomBytes(66).toString("base64").replaceAll("=", "A").slice(0, 86);
  return `gQ+/${body}AA==`;
}

function secondsOf(wanted: unknown): number {
  if (wanted === undefined) return 60;
  if (typeof wanted !== "number" || !Number.isInteger(wanted) || wanted < 1 || wanted > LONGEST_SECONDS) {
    throw new WechatError(40097);
  }
  return wanted;
}

function valueOf(wish: SceneWish): string {
  const info = wish.action_info as { scene?: { scene_str?: unknown; scene_id?: unknown } } | undefined;
  const { scene_str: text, scene_id: id } = info?.scene ?? {};
  switch (wish.action_name) {
    case "QR_STR_SCENE":
    case "QR_LIMIT_STR_SCENE":
      if (typeof text !== "string" || text.length < 1 || Buffer.byteLength(text) > 64) throw new WechatError(40053);
      return text;
    case "QR_SCENE":
      return numberWithin(id, 4_294_967_295);
    case "QR_LIMIT_SCENE":
      return numberWithin(id, 100_000);
    default:
      throw new WechatError(40052);
  }
}

function numberWithin(id: unknown, largest: number): string {
  if (typeof id !== "number" || !Number.isInteger(id) || id < 1 || id > largest) throw new WechatError(40053);
  return String(id);
}
