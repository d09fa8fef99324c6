import type { Database } from "../kernel/database.js";
import { letters } from "./account.js";
import { DeedError } from "./deed-error.js";

/** Pictures that people sent, for the account's server to fetch by PicUrl. */
export class Pictures {
  constructor(private readonly database: Database) {}

  /** Keeps a JPEG or PNG told as a data URL and returns its unguessable name. */
  add(phoneId: number, dataUrl: string): string {
    const [, type, base64] = /^data:(image\/(?:jpeg|png));base64,([A-Za-z0-9+/=]+)$/.exec(dataUrl) ?? [];
    if (!type || !base64) throw new DeedError("只能发送 JPEG 或 PNG 图片");
    const id = letters(32);
    this.database.run(
      "INSERT INTO pictures (id, phone_id, type, base64) VALUES (?, ?, ?, ?)",
      id,
      phoneId,
      type,
      base64,
    );
    return id;
  }

  find(id: string): { type: string; bytes: Buffer } | null {
    const row = this.database.rows<{ type: string; base64: string }>(
      "SELECT type, base64 FROM pictures WHERE id = ?",
      id,
    )[0];
    return row ? { type: row.type, bytes: Buffer.from(row.base64, "base64") } : null;
  }
}
