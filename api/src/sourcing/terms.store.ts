import { readSetting, writeSetting } from "../platform/settings.js";
import type { Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { defaultTerms, type SourcingTerms } from "./markup.js";

const KEY = "sourcing.terms";

/** How bids become prices now. Inquiries keep the terms they were sent under. */
export async function sourcingTerms(sql: Sql): Promise<SourcingTerms> {
  const stored = await readSetting(sql, KEY);
  return stored ? (JSON.parse(stored) as SourcingTerms) : defaultTerms;
}

export async function keepSourcingTerms(tx: Tx, terms: SourcingTerms): Promise<void> {
  await writeSetting(tx, KEY, JSON.stringify(terms));
}
