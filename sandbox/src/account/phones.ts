import { createHmac, randomBytes } from "node:crypto";
import type { Clock } from "../kernel/clock.js";
import type { Database } from "../kernel/database.js";
import type { Events } from "../kernel/events.js";
import type { Account } from "./account.js";
import { letters } from "./account.js";

const FIRST_PHONES = ["小林", "小陈", "王师傅", "客服小周"];

/** One person's WeChat. */
export interface Phone {
  readonly id: number;
  readonly name: string;
  /** Stays the same for this person and this account, however often they follow. */
  readonly openid: string;
  /** Proves to the OAuth page that a frame is this phone's. */
  readonly secret: string;
  /** Opens links as 快照页: OAuth tells a made-up openid. */
  readonly snapshot: boolean;
  readonly unread: number;
  /** Null: not a follower. */
  readonly followedAt: number | null;
  readonly subscribeScene: string | null;
  readonly qrScene: string | null;
}

interface PhoneRow {
  id: number;
  name: string;
  openid: string;
  secret: string;
  snapshot: number;
  unread: number;
  followed_at: number | null;
  subscribe_scene: string | null;
  qr_scene: string | null;
}

export class Phones {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly account: Account,
  ) {
    if (database.value("seeded.phones") !== null) return;
    for (const name of FIRST_PHONES) this.add(name);
    database.keep("seeded.phones", "1");
  }

  all(): Phone[] {
    return this.database.rows<PhoneRow>("SELECT * FROM phones ORDER BY id").map(toPhone);
  }

  find(id: number): Phone | null {
    const row = this.database.rows<PhoneRow>("SELECT * FROM phones WHERE id = ?", id)[0];
    return row ? toPhone(row) : null;
  }

  byOpenid(openid: unknown): Phone | null {
    if (typeof openid !== "string") return null;
    const row = this.database.rows<PhoneRow>("SELECT * FROM phones WHERE openid = ?", openid)[0];
    return row ? toPhone(row) : null;
  }

  /** Followers in the order they followed. */
  followers(): Phone[] {
    const rows = this.database.rows<PhoneRow>(
      "SELECT * FROM phones WHERE followed_at IS NOT NULL ORDER BY followed_at, id",
    );
    return rows.map(toPhone);
  }

  add(name: string): Phone {
    const person = randomBytes(16);
    const openid = `o${createHmac("sha256", person).update(this.account.appid).digest("base64url").slice(0, 27)}`;
    const id = this.database.insert(
      "INSERT INTO phones (name, openid, secret, snapshot, unread) VALUES (?, ?, ?, 0, 0)",
      name,
      openid,
      letters(24),
    );
    this.events.tell({ phone: String(id), type: "state" });
    return this.get(id);
  }

  /** The person is gone with all they were told; their openid is unknown from now on. */
  remove(id: number): void {
    this.database.transaction(() => {
      for (const table of ["items", "pictures", "pushes", "journal", "codes", "grants"]) {
        this.database.run(`DELETE FROM ${table} WHERE phone_id = ?`, id);
      }
      this.database.run("DELETE FROM phones WHERE id = ?", id);
    });
    this.events.tell({ phone: String(id), type: "state" });
  }

  /** False when they follow already. */
  follow(id: number, subscribeScene: string, qrScene: string | null): boolean {
    const changed = this.database.run(
      "UPDATE phones SET followed_at = ?, subscribe_scene = ?, qr_scene = ? WHERE id = ? AND followed_at IS NULL",
      this.clock.now(),
      subscribeScene,
      qrScene,
      id,
    );
    if (changed === 1) this.events.tell({ phone: String(id), type: "state" });
    return changed === 1;
  }

  /** False when they don't follow. */
  unfollow(id: number): boolean {
    const changed = this.database.run(
      "UPDATE phones SET followed_at = NULL, subscribe_scene = NULL, qr_scene = NULL WHERE id = ? AND followed_at IS NOT NULL",
      id,
    );
    if (changed === 1) this.events.tell({ phone: String(id), type: "state" });
    return changed === 1;
  }

  change(id: number, change: { name?: string | undefined; snapshot?: boolean | undefined }): void {
    const { name, snapshot } = change;
    if (name !== undefined) this.database.run("UPDATE phones SET name = ? WHERE id = ?", name, id);
    if (snapshot !== undefined) this.database.run("UPDATE phones SET snapshot = ? WHERE id = ?", snapshot ? 1 : 0, id);
    this.events.tell({ phone: String(id), type: "state" });
  }

  private get(id: number): Phone {
    const phone = this.find(id);
    if (!phone) throw new Error(`There is no phone ${id}.`);
    return phone;
  }
}

function toPhone(row: PhoneRow): Phone {
  return {
    id: row.id,
    name: row.name,
    openid: row.openid,
    secret: row.secret,
    snapshot: row.snapshot === 1,
    unread: row.unread,
    followedAt: row.followed_at,
    subscribeScene: row.subscribe_scene,
    qrScene: row.qr_scene,
  };
}
