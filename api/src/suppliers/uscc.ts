import { must } from "../kernel/refusal.js";

/** GB 32100-2015: digits and capital letters without I, O, S, V, Z; each stands for its place in this row. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The eighteenth character of a unified social credit code, from its first seventeen. */
export function usccCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(first17[index] ?? ""), 0);
  return ALPHABET[(31 - (sum % 31)) % 31] ?? "";
}

/** Whether `code` is a unified social credit code (统一社会信用代码): its shape and its check character fit. */
export function isUscc(code: string): boolean {
  const shaped = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code);
  return shaped && usccCheckCharacter(code.slice(0, 17)) === code[17];
}

/** The code in capitals without spaces. Refuses VALIDATION when it is none. */
export function cleanUscc(code: string): string {
  const clean = code.normalize("NFKC").replaceAll(/\s/g, "").toUpperCase();
  must(isUscc(clean), "VALIDATION", { field: "uscc" });
  return clean;
}
