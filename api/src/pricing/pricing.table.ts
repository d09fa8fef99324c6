import { Entity, ForeignKey, Index } from "typeorm";
import { Count, Id, Instant, Json, Name, Prose, Ref, Word } from "../platform/columns.js";
import type { FormulaTable, FormulaVariable } from "./formula/index.js";
import type { FormulaState, FormulaTest } from "./formula-version.js";
import type { RoundingMode } from "./rounding.js";

@Entity("formulas")
export class FormulaRow {
  @Id() id: string;
  /** What products and rules name it by; never changes. */
  @Name(40, { unique: true }) code: string;
  @Name(60) name: string;
  @Instant() createdAt: number;
  @Count() version: number;
}

/** What a formula says from an instant on. Changeable until it is published, by the rules and by a trigger never after. */
@Entity("formula_versions")
@Index(["formulaId", "number"], { unique: true })
export class FormulaVersionRow {
  @Id() id: string;
  @ForeignKey("FormulaRow") @Name(22) formulaId: string;
  @Count() number: number;
  @Json() params: FormulaVariable[];
  @Json() tables: FormulaTable[];
  @Prose() expression: string;
  @Name(20, { nullable: true }) resultUnit: string | null;
  @Count() roundingStep: number;
  @Word() roundingMode: RoundingMode;
  @Json() tests: FormulaTest[];
  @Word() state: FormulaState;
  @Instant({ nullable: true }) effectiveFrom: number | null;
  @Ref("AccountRow", { nullable: true }) authorId: string | null;
  @Ref("AccountRow", { nullable: true }) publisherId: string | null;
  @Instant() createdAt: number;
  @Instant({ nullable: true }) publishedAt: number | null;
  @Count() version: number;
}

export const pricingTables = [FormulaRow, FormulaVersionRow];
