export const roundingModes = ["HALF_UP", "UP", "DOWN"] as const;
export type RoundingMode = (typeof roundingModes)[number];

/** What an amount is rounded to and how: a step in whole fen, such as 100 for whole yuan. */
export interface Rounding {
  readonly step: number;
  readonly mode: RoundingMode;
}

export const WHOLE_FEN: Rounding = { step: 1, mode: "HALF_UP" };
