import { must } from "../kernel/refusal.js";
import { SettingRow } from "./platform.table.js";
import { swapSetting } from "./settings.js";
import { marks, type Sql } from "./sql.js";
import type { Tx } from "./tx.js";

/** What kind of answer a policy setting takes: a switch, or a whole number within limits. */
export type PolicySpec =
  | { readonly kind: "SWITCH"; readonly preset: boolean }
  | {
      readonly kind: "NUMBER";
      readonly unit: PolicyUnit;
      readonly preset: number;
      readonly min: number;
      readonly max: number;
    };

/** What a number counts: shares in basis points (a hundredth of a percent), amounts in fen, or days. */
export type PolicyUnit = "BASIS_POINTS" | "FEN" | "DAYS";

/**
 * What a business decides once for the whole platform: administrators change it, flows ask it in their transaction.
 */
export const policySpecs = {
  /** Who wrote a formula or a rule does not put it in force. */
  "pricing.four-eyes": { kind: "SWITCH", preset: true },
  /**
   * The least margin of a price, as a share of the price. No formula and no rule is put in force that brings orders below
   * it; a quotation below it is looked at by a second person before it is sent.
   */
  "pricing.margin-floor": { kind: "NUMBER", unit: "BASIS_POINTS", preset: 1_000, min: -10_000, max: 9_000 },
  /** The tax that prices contain, as a share of the price before tax. */
  "pricing.tax-rate": { kind: "NUMBER", unit: "BASIS_POINTS", preset: 600, min: 0, max: 10_000 },
  /** What amounts without a formula's own rounding are rounded to, in fen. */
  "pricing.rounding-step": { kind: "NUMBER", unit: "FEN", preset: 1, min: 1, max: 10_000 },
  /** Who wrote a product's draft does not publish it. */
  "catalogue.four-eyes": { kind: "SWITCH", preset: true },
  /** Who proposed a service for a supplier does not approve it. */
  "suppliers.four-eyes": { kind: "SWITCH", preset: true },
  /** Who uploaded a contract's scan does not verify it. */
  "contracts.four-eyes": { kind: "SWITCH", preset: true },
  /** A quotation with a greater discount off the suppliers' sale prices is looked at by a second person as well. */
  "quotations.discount-limit": { kind: "NUMBER", unit: "BASIS_POINTS", preset: 2_000, min: 0, max: 10_000 },
  /** Who wrote a quotation below the margin floor does not let it pass. */
  "quotations.four-eyes": { kind: "SWITCH", preset: true },
  /** Who asked for a refund or proposed it does not approve it, and who approved it does not pay it by bank. */
  "refunds.four-eyes": { kind: "SWITCH", preset: true },
  /** How much may be refunded of one order without an administrator, in fen. */
  "refunds.approval-limit": { kind: "NUMBER", unit: "FEN", preset: 5_000_000, min: 0, max: 999_999_999 },
  /** Who made a supplier's statement does not approve it, and who approved it does not pay it. */
  "settlement.four-eyes": { kind: "SWITCH", preset: true },
  /** Days after acceptance in which a customer may complain; a supplier is paid after them. */
  "settlement.dispute-days": { kind: "NUMBER", unit: "DAYS", preset: 7, min: 0, max: 90 },
  /** Days after which a statement that its supplier did not answer counts as confirmed. */
  "settlement.confirm-days": { kind: "NUMBER", unit: "DAYS", preset: 5, min: 1, max: 60 },
  /** Who proposed to do without a greater amount does not approve it. */
  "payments.waive-four-eyes": { kind: "SWITCH", preset: true },
  /** Until so much of an order was waived one person alone may do without part of its price. */
  "payments.waive-limit": { kind: "NUMBER", unit: "FEN", preset: 20_000, min: 0, max: 100_000_000 },
  /** Customers may pay what is not asked for yet. */
  "payments.early": { kind: "SWITCH", preset: true },
  /** Who proposed to send money that names no order back does not send it. */
  "payments.return-four-eyes": { kind: "SWITCH", preset: true },
  /** From this price on an order waits for an auditor before anything is paid. */
  "orders.audit-limit": { kind: "NUMBER", unit: "FEN", preset: 5_000_000, min: 1, max: 2_000_000_000 },
  /** Every order that was made from a quotation waits for an auditor, whatever its price. */
  "orders.audit-quoted": { kind: "SWITCH", preset: false },
  /** Who had a hand in an order or its amendment does not audit it. */
  "orders.four-eyes": { kind: "SWITCH", preset: true },
  /** A customer who walks away after paying a 定金 loses it. */
  "orders.deposit-forfeits": { kind: "SWITCH", preset: true },
} as const satisfies Record<string, PolicySpec>;

export type PolicyKey = keyof typeof policySpecs;
type KeyOf<Kind extends PolicySpec["kind"]> = {
  [Key in PolicyKey]: (typeof policySpecs)[Key]["kind"] extends Kind ? Key : never;
}[PolicyKey];
export type SwitchKey = KeyOf<"SWITCH">;
export type NumberKey = KeyOf<"NUMBER">;

/** Settings as they are now: a switch is "on" or "off", a number its decimal text. */
export type PolicyValues = Readonly<Record<PolicyKey, string>>;

export const policyKeys = Object.keys(policySpecs) as PolicyKey[];

const storedAs = (key: PolicyKey): string => `policy:${key}`;

/** Every setting, what was never changed as it is preset; one statement. */
export async function policies(sql: Sql): Promise<PolicyValues> {
  const stored = await sql.rows(
    SettingRow,
    `WHERE t.\`key\` IN (${marks(policyKeys)})`,
    policyKeys.map((key) => storedAs(key)),
  );
  const values = new Map(stored.map((row) => [row.key, row.value]));
  const entries = policyKeys.map((key) => [key, values.get(storedAs(key)) ?? presetOf(key)]);
  return Object.fromEntries(entries) as PolicyValues;
}

/** Whether a switch is on; one statement. */
export async function policyOn(sql: Sql, key: SwitchKey): Promise<boolean> {
  return (await policies(sql))[key] === "on";
}

/** A number among settings that were read together. */
export function policyNumber(values: PolicyValues, key: NumberKey): number {
  return Number(values[key]);
}

/**
 * Changes one setting from what was seen. Refuses VALIDATION for what its kind or its limits do not allow, STALE_VERSION
 * when it says something else by now.
 */
export async function writePolicy(tx: Tx, key: PolicyKey, seen: string, value: string): Promise<void> {
  must(fits(policySpecs[key], value), "VALIDATION", { field: "value" });
  const swapped = await swapSetting(tx, storedAs(key), { preset: presetOf(key), seen, next: value });
  must(swapped, "STALE_VERSION");
}

/** What a setting says unless somebody changes it. */
export function presetOf(key: PolicyKey): string {
  const spec: PolicySpec = policySpecs[key];
  return spec.kind === "SWITCH" ? (spec.preset ? "on" : "off") : String(spec.preset);
}

function fits(spec: PolicySpec, value: string): boolean {
  if (spec.kind === "SWITCH") return value === "on" || value === "off";
  return /^(0|-?[1-9]\d{0,9})$/.test(value) && Number(value) >= spec.min && Number(value) <= spec.max;
}
