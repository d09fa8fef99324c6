import { limits } from "./limits.js";

/**
 * What a number counts: the power of each base unit, "元/㎡" as 元 1, ㎡ -1; empty for a plain number. `ANY` is the unit
 * of a figure written in the formula or in a table: it takes whichever its place asks for.
 */
export type Unit = ReadonlyMap<string, number> | "ANY";

const BASE = /^[^\s/·*^"0-9\p{Cc}\p{Cf}]+$/u;

/** Reads "元", "元/㎡", "元/㎡·月"; null or "" is a plain number. Returns null for what is no unit. */
export function readUnit(text: string | null): Unit | null {
  if (text === null || text === "") return new Map();
  if (text.length > limits.nameCharacters) return null;
  const powers = new Map<string, number>();
  for (const [index, part] of text.split("/").entries()) {
    for (const base of part.split("·")) {
      if (index === 0 && part === "1") continue;
      if (!BASE.test(base)) return null;
      raise(powers, base, index === 0 ? 1 : -1);
    }
  }
  return powers;
}

/** The unit both sides share; null when they differ. */
export function sameUnit(a: Unit, b: Unit): Unit | null {
  if (a === "ANY") return b;
  if (b === "ANY") return a;
  return a.size === b.size && [...a].every(([base, power]) => b.get(base) === power) ? a : null;
}

/** Whether no base is in it more often than people mean: powers multiply, and their text would grow with them. */
export function isBounded(unit: Unit): boolean {
  return unit === "ANY" || [...unit.values()].every((power) => Math.abs(power) <= limits.unitPower);
}

/** The unit of a product (`sign` 1) or a quotient (`sign` -1). */
export function combined(a: Unit, b: Unit, sign: 1 | -1): Unit {
  if (a === "ANY" || b === "ANY") return "ANY";
  const powers = new Map(a);
  for (const [base, power] of b) raise(powers, base, power * sign);
  return powers;
}

/** The unit of a number multiplied `times` times by itself. */
export function raised(unit: Unit, times: number): Unit {
  if (unit === "ANY") return unit;
  const powers = new Map<string, number>();
  for (const [base, power] of unit) raise(powers, base, power * times);
  return powers;
}

/** As a person writes it: "元/㎡"; "" for a plain number and for ANY. The same unit always reads alike. */
export function unitText(unit: Unit): string {
  if (unit === "ANY") return "";
  const sorted = [...unit].sort(([a], [b]) => (a < b ? -1 : 1));
  const above = sorted.flatMap(([base, power]) => Array.from({ length: Math.max(0, power) }, () => base));
  const below = sorted.flatMap(([base, power]) => Array.from({ length: Math.max(0, -power) }, () => base));
  if (below.length === 0) return above.join("·");
  return `${above.join("·") || "1"}/${below.join("·")}`;
}

/** A base that cancels out is no longer in the unit. */
function raise(powers: Map<string, number>, base: string, by: number): void {
  const power = (powers.get(base) ?? 0) + by;
  if (power === 0) powers.delete(base);
  else powers.set(base, power);
}
