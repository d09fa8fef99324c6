import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { type Fen, parseFen } from "../kernel/money.js";

/** Money on the wire: whole fen as decimal text, since GraphQL's Int ends at ¥21.4 million. */
export const MoneyScalar = new GraphQLScalarType<Fen, string>({
  name: "Money",
  description: 'Whole 分 (fen, CNY) as decimal text: "264960" is ¥2,649.60. Never a fraction.',
  serialize: (value) => String(value),
  parseValue: (value) => readMoney(value),
  parseLiteral: (node) => readMoney(node.kind === Kind.STRING ? node.value : undefined),
});

/** An instant on the wire; inside, epoch milliseconds. */
export const DateTimeScalar = new GraphQLScalarType<number, string>({
  name: "DateTime",
  description: "An instant in UTC, ISO 8601 with milliseconds.",
  serialize: (value) => new Date(Number(value)).toISOString(),
  parseValue: (value) => readInstant(value),
  parseLiteral: (node) => readInstant(node.kind === Kind.STRING ? node.value : undefined),
});

/** A calendar day, which has no zone. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: "Date",
  description: "A calendar day as YYYY-MM-DD, without a zone.",
  serialize: (value) => String(value),
  parseValue: (value) => readDay(value),
  parseLiteral: (node) => readDay(node.kind === Kind.STRING ? node.value : undefined),
});

function readMoney(value: unknown): Fen {
  if (typeof value !== "string") throw wrong("Money is decimal text of whole fen.");
  try {
    return parseFen(value);
  } catch {
    throw wrong("Money is decimal text of whole fen.");
  }
}

function readInstant(value: unknown): number {
  const at = typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) throw wrong("DateTime is ISO 8601 text.");
  return at;
}

function readDay(value: unknown): string {
  const valid = typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
  if (!valid) throw wrong("Date is YYYY-MM-DD.");
  return value as string;
}

const wrong = (sentence: string): GraphQLError =>
  new GraphQLError(sentence, { extensions: { code: "BAD_USER_INPUT" } });
