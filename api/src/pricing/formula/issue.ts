/** Everything that can be wrong with a formula, its parameters, its tables or the values it is given. */
export const issueCodes = [
  // The text.
  "EMPTY",
  "TOO_LONG",
  "TOO_MANY_TOKENS",
  "TOO_MANY_NODES",
  "TOO_DEEP",
  "CHARACTER_UNKNOWN",
  "NUMBER_MALFORMED",
  "NUMBER_TOO_LONG",
  "TEXT_UNFINISHED",
  "TEXT_TOO_LONG",
  "NAME_MALFORMED",
  "VALUE_EXPECTED",
  "TOKEN_EXPECTED",
  "TOKEN_UNEXPECTED",
  "ASSIGNMENT",
  "COMPARISON_CHAINED",
  // The meaning.
  "UNKNOWN_NAME",
  "UNKNOWN_FUNCTION",
  "UNKNOWN_TABLE",
  "FUNCTION_NOT_CALLED",
  "TABLE_NOT_VALUE",
  "TABLE_EXPECTED",
  "TABLE_KIND",
  "ARITY",
  "TYPE_MISMATCH",
  "UNIT_MISMATCH",
  "POWER_UNIT",
  "UNIT_OUT_OF_RANGE",
  "RESULT_TYPE",
  "RESULT_UNIT",
  "KEY_UNKNOWN",
  "OPTION_UNKNOWN",
  // The parameters and tables.
  "NAME_INVALID",
  "NAME_TAKEN",
  "VARIABLE_INVALID",
  "UNIT_INVALID",
  "DEFAULT_INVALID",
  "TABLE_INVALID",
  "ROW_INVALID",
  "ROW_REPEATED",
  // The working out.
  "DIVISION_BY_ZERO",
  "POWER_OUT_OF_RANGE",
  "NUMBER_OUT_OF_RANGE",
  "STEPS_EXCEEDED",
  "STEP_NOT_POSITIVE",
  "LIMITS_CROSSED",
  "TIER_BELOW",
  "VALUE_MISSING",
  "VALUE_MALFORMED",
  "VALUE_OUT_OF_RANGE",
] as const;

export type IssueCode = (typeof issueCodes)[number];

/**
 * One thing that is wrong, at the characters `from` up to (not including) `to` of the formula. Both are 0 when it is
 * not the formula's text but a parameter or table, which `data.name` names.
 */
export interface FormulaIssue {
  readonly code: IssueCode;
  readonly from: number;
  readonly to: number;
  readonly data: Readonly<Record<string, string>>;
}

/** Where something stands in the formula's text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A formula that can't be read, or can't be worked out with the values given. Nothing else is ever thrown. */
export class FormulaError extends Error implements FormulaIssue {
  readonly from: number;
  readonly to: number;

  constructor(
    readonly code: IssueCode,
    span: Span,
    readonly data: Readonly<Record<string, string>> = {},
  ) {
    super(`${code} at ${span.from}`);
    this.name = "FormulaError";
    this.from = span.from;
    this.to = span.to;
  }
}

export function issueAt(code: IssueCode, span: Span, data: Readonly<Record<string, string>> = {}): FormulaIssue {
  return { code, from: span.from, to: span.to, data };
}

/** For what is wrong outside the formula's text. */
export const nowhere: Span = { from: 0, to: 0 };
