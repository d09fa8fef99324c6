import { FactRow } from "./platform.table.js";
import type { Sql } from "./sql.js";

/** One change of a policy setting, with who made it. */
export interface PolicyChanged {
  readonly key: string;
  readonly before: string;
  readonly after: string;
  readonly at: number;
  readonly actorId: string | null;
}

/** The last fifty changes of policy settings, newest first. */
export async function newestPolicyChanges(sql: Sql): Promise<PolicyChanged[]> {
  const tail = "WHERE t.stream = 'staff:policies' AND t.kind = 'PolicyChanged' ORDER BY t.streamSeq DESC LIMIT 50";
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  return (await sql.rows(FactRow, tail)).map(({ payload: { key, before, after }, at, actorId }) => {
    return { key: text(key), before: text(before), after: text(after), at, actorId };
  });
}
