import { createHmac } from "node:crypto";
import type { Clock } from "../kernel/clock.js";
import type { Database } from "../kernel/database.js";
import { type Account, letters } from "./account.js";
import { WechatError } from "./errors.js";
import type { Phone, Phones } from "./phones.js";

const CODE_MS = 300_000;
const GRANT_MS = 7_200_000;
const REFRESH_MS = 30 * 86_400_000;

/** base is silent and tells the openid alone; userinfo asks the person. */
export type Scope = "snsapi_base" | "snsapi_userinfo";

/** What a person allowed a web page. */
export interface Grant {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly openid: string;
  readonly scope: Scope;
  /** A preview page (快照页): the openid is nobody's. */
  readonly snapshot: boolean;
}

interface CodeRow {
  code: string;
  phone_id: number;
  scope: Scope;
  at: number;
  used: number;
}

interface GrantRow {
  access_token: string;
  refresh_token: string;
  openid: string;
  phone_id: number;
  scope: Scope;
  expires_at: number;
  refresh_until: number;
}

/** Web OAuth: codes that live five minutes and work once, and what they are exchanged for. */
export class OAuth {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly account: Account,
    private readonly phones: Phones,
  ) {}

  issueCode(phone: Phone, scope: Scope): string {
    const code = `0${letters(31)}`;
    this.database.run(
      "INSERT INTO codes (code, phone_id, scope, at, used) VALUES (?, ?, ?, ?, 0)",
      code,
      phone.id,
      scope,
      this.clock.now(),
    );
    return code;
  }

  /** Throws 40013, 40125, 41008, 40029 unknown, 40163 used or 42003 too old. */
  exchange(wish: { appid: string | null; secret: string | null; code: string | null }): Grant {
    this.checkApp(wish.appid, wish.secret);
    if (!wish.code) throw new WechatError(41008);
    const row = this.database.rows<CodeRow>("SELECT * FROM codes WHERE code = ?", wish.code)[0];
    const phone = row ? this.phones.find(row.phone_id) : null;
    if (!row || !phone) throw new WechatError(40029);
    if (this.clock.now() - row.at > CODE_MS) throw new WechatError(42003);
    const first = this.database.run("UPDATE codes SET used = 1 WHERE code = ? AND used = 0", row.code) === 1;
    if (!first) throw new WechatError(40163);
    const openid = phone.snapshot ? snapshotOpenid(phone) : phone.openid;
    return this.keep({ openid, scope: row.scope, snapshot: phone.snapshot }, phone.id, letters(90));
  }

  /** Throws 41003, 40030 or 42002. */
  refresh(appid: string | null, refreshToken: string | null): Grant {
    if (appid !== this.account.appid) throw new WechatError(40013);
    if (!refreshToken) throw new WechatError(41003);
    const row = this.database.rows<GrantRow>("SELECT * FROM grants WHERE refresh_token = ?", refreshToken)[0];
    if (!row) throw new WechatError(40030);
    if (row.refresh_until <= this.clock.now()) throw new WechatError(42002);
    this.database.run("DELETE FROM grants WHERE refresh_token = ?", refreshToken);
    const snapshot = this.phones.byOpenid(row.openid) === null;
    return this.keep({ openid: row.openid, scope: row.scope, snapshot }, row.phone_id, refreshToken);
  }

  /** The phone behind a page's token; throws 40001, 42001, 40003. */
  holder(accessToken: string | null, openid: string | null): { phone: Phone; grant: Pick<Grant, "openid" | "scope"> } {
    const row = this.database.rows<GrantRow>("SELECT * FROM grants WHERE access_token = ?", accessToken ?? "")[0];
    const phone = row ? this.phones.find(row.phone_id) : null;
    if (!row || !phone) throw new WechatError(40001);
    if (row.expires_at <= this.clock.now()) throw new WechatError(42001);
    if (row.openid !== openid) throw new WechatError(40003);
    return { phone, grant: { openid: row.openid, scope: row.scope } };
  }

  /** Throws 41002, 40013, 41004 or 40125. */
  checkApp(appid: string | null, secret: string | null): void {
    if (!appid) throw new WechatError(41002);
    if (appid !== this.account.appid) throw new WechatError(40013);
    if (!secret) throw new WechatError(41004);
    if (secret !== this.account.secret) throw new WechatError(40125);
  }

  private keep(grant: Pick<Grant, "openid" | "scope" | "snapshot">, phoneId: number, refreshToken: string): Grant {
    const accessToken = `88_${letters(100)}`;
    const now = this.clock.now();
    this.database.run(
      `INSERT INTO grants (access_token, refresh_token, openid, phone_id, scope, expires_at, refresh_until)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      accessToken,
      refreshToken,
      grant.openid,
      phoneId,
      grant.scope,
      now + GRANT_MS,
      now + REFRESH_MS,
    );
    return { ...grant, accessToken, refreshToken };
  }
}

/** Looks like an openid and belongs to nobody. */
function snapshotOpenid(phone: Phone): string {
  return `o${createHmac("sha256", phone.secret).update("snapshot").digest("base64url").slice(0, 27)}`;
}
