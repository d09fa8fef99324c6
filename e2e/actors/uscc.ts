const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** A unified social credit code (GB 32100) with its check character, from a number. */
export function aUscc(number: number): string {
  const first17 = `91430100MA4W${String(number).padStart(5, "0")}`;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(first17[index] ?? ""), 0);
  return first17 + ALPHABET[(31 - (sum % 31)) % 31];
}
