import type { Database } from "../kernel/database.js";

/** How many subscription notices a person still agrees to, by template; each tick is one, and none runs out by time. */
export class Allowances {
  constructor(private readonly database: Database) {}

  grant(openid: string, templateId: string): void {
    this.database.run(
      `INSERT INTO allowances (openid, template_id, remaining) VALUES (?, ?, 1)
       ON CONFLICT (openid, template_id) DO UPDATE SET remaining = remaining + 1`,
      openid,
      templateId,
    );
  }

  /** False when none is left. */
  spend(openid: string, templateId: string): boolean {
    const changed = this.database.run(
      "UPDATE allowances SET remaining = remaining - 1 WHERE openid = ? AND template_id = ? AND remaining > 0",
      openid,
      templateId,
    );
    return changed === 1;
  }
}
