import { newId } from "../kernel/ids.js";
import { Refusal } from "../kernel/refusal.js";
import { marks, type Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { isDuplicate } from "../platform/unit-of-work.js";
import { noteWriter } from "../platform/writers.js";
import { PriceRuleRow, PriceRuleVersionRow } from "./pricing.table.js";
import type { RuleState, RuleText } from "./rule.js";

export type { PriceRuleRow, PriceRuleVersionRow };

/** Timer: a rule's last instant has come; its subject is the version. */
export const RULE_EXPIRES = "PRICE_RULE_EXPIRES";

/** Timer: the first instant of a version that waits has come; its subject is the version. */
export const RULE_BEGINS = "PRICE_RULE_BEGINS";

/** Every rule in the operator's order, at most 500. */
export async function allRules(sql: Sql): Promise<PriceRuleRow[]> {
  return sql.rows(PriceRuleRow, "ORDER BY t.position, t.id LIMIT 500");
}

export async function ruleById(sql: Sql, id: string): Promise<PriceRuleRow | undefined> {
  return (await sql.rows(PriceRuleRow, "WHERE t.id = ?", [id]))[0];
}

/** The versions of many rules in one statement, newest first. */
export async function ruleVersionsOf(sql: Sql, ruleIds: readonly string[]): Promise<PriceRuleVersionRow[]> {
  const tail = `WHERE t.ruleId IN (${marks(ruleIds)}) ORDER BY t.ruleId, t.number DESC`;
  return sql.rows(PriceRuleVersionRow, tail, ruleIds);
}

export async function ruleVersionById(sql: Sql, id: string): Promise<PriceRuleVersionRow | undefined> {
  return (await sql.rows(PriceRuleVersionRow, "WHERE t.id = ?", [id]))[0];
}

/** Takes every rule's row for the rest of the transaction: order and activation stand in line behind each other. */
export async function holdRules(tx: Tx): Promise<void> {
  await tx.run("UPDATE price_rules SET position = position");
}

/** Writes a rule without versions at the end of the order. */
export async function addRule(tx: Tx, name: string): Promise<PriceRuleRow> {
  const [last] = await tx.query<{ n: number | null }>("SELECT MAX(position) AS n FROM price_rules");
  const row: PriceRuleRow = { id: newId(), name, position: Number(last?.n ?? 0) + 1, createdAt: tx.now, version: 1 };
  await tx.insert(PriceRuleRow, [row]);
  return row;
}

/** Takes the rule's row, gives it a name and adds one to its version. Refuses STALE_VERSION. */
export async function renameRule(tx: Tx, rule: PriceRuleRow, name: string): Promise<void> {
  await tx.change(PriceRuleRow, { id: rule.id, version: rule.version }, { name });
}

/** Puts the rules in this order. */
export async function setRuleOrder(tx: Tx, ruleIds: readonly string[]): Promise<void> {
  for (const [index, id] of ruleIds.entries()) {
    await tx.run("UPDATE price_rules SET position = ?, version = version + 1 WHERE id = ?", [index + 1, id]);
  }
}

/** Writes the next version as a draft. Refuses STALE_VERSION when another one came at the same moment. */
export async function addRuleDraft(
  tx: Tx,
  ruleId: string,
  number: number,
  name: string,
  text: RuleText,
): Promise<PriceRuleVersionRow> {
  const row: PriceRuleVersionRow = {
    id: newId(),
    ...{ ruleId, number, name },
    ...columnsOf(text),
    state: "DRAFT",
    activeKey: null,
    authorId: tx.actorId,
    publisherId: null,
    createdAt: tx.now,
    activatedAt: null,
    version: 1,
  };
  await tx.insert(PriceRuleVersionRow, [row]).catch((error: unknown) => {
    throw isDuplicate(error) ? new Refusal("STALE_VERSION") : error;
  });
  await noteWriter(tx, row.id);
  return row;
}

/** Writes an open draft anew; who saves it last is its author. Refuses STALE_VERSION. */
export async function setRuleDraft(tx: Tx, draft: PriceRuleVersionRow, name: string, text: RuleText): Promise<void> {
  const expected = { id: draft.id, version: draft.version };
  await tx.change(PriceRuleVersionRow, expected, { ...columnsOf(text), name, authorId: tx.actorId });
  await noteWriter(tx, draft.id);
}

/**
 * Puts a version in force; one that `waits` takes the place of the present one at its first instant. Refuses
 * STALE_VERSION, also when another version of the rule is in force.
 */
export async function activateVersion(tx: Tx, version: PriceRuleVersionRow, waits: boolean): Promise<void> {
  const activeKey = waits ? null : version.ruleId;
  const set = { state: "ACTIVE" as const, activeKey, activatedAt: tx.now, publisherId: tx.actorId };
  const change = tx.change(PriceRuleVersionRow, { id: version.id, version: version.version }, set);
  await change.catch((error: unknown) => {
    throw isDuplicate(error) ? new Refusal("STALE_VERSION") : error;
  });
  if (version.validTo !== null) await tx.setTimer(RULE_EXPIRES, version.id, version.validTo);
  if (waits && version.validFrom !== null) await tx.setTimer(RULE_BEGINS, version.id, version.validFrom);
}

/** A version that waited is the one in force from now on; the former was ended. */
export async function beginVersion(tx: Tx, version: PriceRuleVersionRow): Promise<void> {
  await tx.change(PriceRuleVersionRow, { id: version.id, version: version.version }, { activeKey: version.ruleId });
}

/** Ends a version that is in force. Refuses STALE_VERSION. */
export async function endVersion(tx: Tx, version: PriceRuleVersionRow, state: RuleState): Promise<void> {
  await tx.change(PriceRuleVersionRow, { id: version.id, version: version.version }, { state, activeKey: null });
  if (version.validTo !== null) await tx.cancelTimer(RULE_EXPIRES, version.id);
  if (version.validFrom !== null) await tx.cancelTimer(RULE_BEGINS, version.id);
}

function columnsOf({ scope, params, ...text }: RuleText) {
  const { target, condition, action, value, formula, stop, fundedBy, validFrom, validTo } = text;
  const rest = { target, condition, action, value, formula, stop, fundedBy, validFrom, validTo };
  return { ...rest, scope, params: [...params] };
}
