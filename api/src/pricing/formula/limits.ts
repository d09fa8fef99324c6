/** What bounds a formula in every direction. Beyond a limit it is refused, never cut. */
export const limits = {
  characters: 2_000,
  tokens: 600,
  nodes: 500,
  depth: 48,
  /** What one evaluation may do: one step per node visited and per table row read. */
  steps: 10_000,
  /** Digits a person may write in one number. */
  digits: 40,
  /** A number is 0 or between 10^-60 and 10^60, on either side of zero. */
  exponent: 60,
  /** Digits a numerator or denominator may grow to on the way: three long factors multiply, a run-away doesn't. */
  workingDigits: 160,
  power: 32,
  /** How often one base unit may be multiplied by itself, or divided by: "㎡·㎡·㎡" is 3. */
  unitPower: 9,
  arguments: 20,
  textCharacters: 200,
  nameCharacters: 40,
  variables: 60,
  tables: 20,
  tableRows: 500,
  options: 100,
  issues: 20,
} as const;
