/** GB 32100-2015: digits and capitals without I, O, S, V, Z; each stands for its place in this row. */
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const shape = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** What a person typed as a unified social credit code, in capitals without spaces. */
export function cleanUscc(typed: string): string {
  return typed.normalize("NFKC").replaceAll(/\s/g, "").toUpperCase();
}

/** Whether a cleaned code is a unified social credit code (统一社会信用代码): shape and check character fit. */
export function isUscc(code: string): boolean {
  if (!shape.test(code)) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(code[index] ?? ""), 0);
  return alphabet[(31 - (sum % 31)) % 31] === code[17];
}
