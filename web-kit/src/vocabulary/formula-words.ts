import type { FormulaIssue, IssueCode } from "@kaidan/api/formula";
import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { fill } from "./plain-words";
import type { StateWord } from "./state-words";

/** What is wrong with a formula, one sentence each: what it is, and what to do about it. */
export const formulaIssueWords: Record<IssueCode, MessageDescriptor> = {
  EMPTY: msg`公式还是空的。`,
  TOO_LONG: msg`公式最多 {limit} 个字符。`,
  TOO_MANY_TOKENS: msg`公式最多 {limit} 个符号，请拆成几个公式或用表格。`,
  TOO_MANY_NODES: msg`公式最多 {limit} 个部分，请拆成几个公式或用表格。`,
  TOO_DEEP: msg`括号和条件最多嵌套 {limit} 层。`,
  CHARACTER_UNKNOWN: msg`公式里不能用“{character}”。`,
  NUMBER_MALFORMED: msg`“{text}”不是数字，请写成 1200 或 0.85 这样。`,
  NUMBER_TOO_LONG: msg`这个数位数太多。`,
  TEXT_UNFINISHED: msg`文字缺少右引号。`,
  TEXT_TOO_LONG: msg`文字最多 {limit} 个字符。`,
  NAME_MALFORMED: msg`名称“{name}”只能用小写字母、数字和下划线，以字母开头，最多 40 个字符。`,
  VALUE_EXPECTED: msg`这里应该是数字、变量或括号。`,
  TOKEN_EXPECTED: msg`这里缺少“{expected}”。`,
  TOKEN_UNEXPECTED: msg`“{found}”不能出现在这里，是不是少了运算符？`,
  ASSIGNMENT: msg`公式里没有赋值，比较请写 ==。`,
  COMPARISON_CHAINED: msg`不能连着比较，请用 and 分开写，例如 1 < x and x < 3。`,
  UNKNOWN_NAME: msg`没有叫“{name}”的变量。`,
  UNKNOWN_FUNCTION: msg`没有叫“{name}”的函数。`,
  UNKNOWN_TABLE: msg`没有叫“{name}”的表格。`,
  FUNCTION_NOT_CALLED: msg`“{name}”是函数，后面要有括号。`,
  TABLE_NOT_VALUE: msg`“{name}”是表格，请用 tier 或 lookup 查它。`,
  TABLE_EXPECTED: msg`这里应该是表格的名称。`,
  TABLE_KIND: msg`表格“{name}”的类型不对：tier 查阶梯表，lookup 查对照表。`,
  ARITY: msg`{name} 需要 {least} 到 {most} 个参数，现在有 {given} 个。`,
  TYPE_MISMATCH: msg`类型不对：这里应该是{expected}，现在是{found}。`,
  UNIT_MISMATCH: msg`单位不同：前面是“{expected}”，这里是“{found}”，不能相加或比较。`,
  UNIT_OUT_OF_RANGE: msg`单位自乘或相除超过 {limit} 次，请检查公式。`,
  POWER_UNIT: msg`带单位“{unit}”的量不能这样乘方，指数请直接写数字。`,
  RESULT_TYPE: msg`结果应该是{expected}，现在是{found}。`,
  RESULT_UNIT: msg`结果的单位应该是“{expected}”，现在是“{found}”。`,
  KEY_UNKNOWN: msg`对照表“{name}”里没有“{key}”这一行。`,
  OPTION_UNKNOWN: msg`“{value}”不是“{name}”的可选项。`,
  NAME_INVALID: msg`名称“{name}”只能用小写字母、数字和下划线，以字母开头，最多 40 个字符。`,
  NAME_TAKEN: msg`名称“{name}”已被使用，请换一个。`,
  VARIABLE_INVALID: msg`变量“{name}”的范围或可选项不正确。`,
  UNIT_INVALID: msg`单位“{unit}”不正确，请写成 元、㎡ 或 元/㎡ 这样。`,
  DEFAULT_INVALID: msg`变量“{name}”的默认值“{value}”不在允许范围内。`,
  TABLE_INVALID: msg`表格“{name}”没有内容，或内容太多。`,
  ROW_INVALID: msg`表格“{name}”第 {row} 行不正确。`,
  ROW_REPEATED: msg`表格“{name}”第 {row} 行与前面重复。`,
  DIVISION_BY_ZERO: msg`不能除以 0。`,
  POWER_OUT_OF_RANGE: msg`指数只能是 0 到 {limit} 的整数。`,
  NUMBER_OUT_OF_RANGE: msg`算出来的数太大或太小。`,
  STEPS_EXCEEDED: msg`计算步骤太多，请简化公式或表格。`,
  STEP_NOT_POSITIVE: msg`取整的步长必须大于 0，现在是 {value}。`,
  LIMITS_CROSSED: msg`clamp 的下限大于上限。`,
  TIER_BELOW: msg`{value} 低于阶梯表“{name}”的起点 {lowest}。`,
  VALUE_MISSING: msg`缺少“{name}”的值。`,
  VALUE_MALFORMED: msg`“{name}”的值应该是{expected}。`,
  VALUE_OUT_OF_RANGE: msg`“{name}”的值 {value} 超出范围（{min} 至 {max}）。`,
};

/** What a variable holds. */
export const valueTypeWords = {
  NUMBER: msg`数字`,
  TEXT: msg`文字`,
  BOOLEAN: msg`是或否`,
} as const satisfies Record<string, MessageDescriptor>;

/** Where a version of a formula stands. */
export const formulaStateWords = {
  DRAFT: { word: msg`草稿`, tone: "neutral" },
  TESTED: { word: msg`用例全过`, tone: "info" },
  PUBLISHED: { word: msg`已发布`, tone: "ok" },
  RETIRED: { word: msg`已停用`, tone: "neutral" },
} as const satisfies Record<string, StateWord>;

export const tableKindWords = {
  TIER: msg`阶梯表`,
  LOOKUP: msg`对照表`,
} as const satisfies Record<string, MessageDescriptor>;

export const roundingWords = {
  HALF_UP: msg`四舍五入`,
  UP: msg`向上取整`,
  DOWN: msg`向下取整`,
} as const satisfies Record<string, MessageDescriptor>;

const instead = msg`请改用“{sign}”。`;
const didYouMean = msg`是不是“{suggestion}”？`;
const unlimited = msg`不限`;
const plainNumber = msg`无单位`;

/** The sentence about one issue, and what was probably meant. Nothing in it is the formula's own: only names and figures. */
export function wordsForIssue(i18n: I18n, { code, data }: Pick<FormulaIssue, "code" | "data">): string {
  const typed = ["expected", "found"].flatMap((key) => typeOf(i18n, data[key], key));
  const units =
    code === "UNIT_MISMATCH" || code === "RESULT_UNIT"
      ? [unitOf(i18n, data, "expected"), unitOf(i18n, data, "found")]
      : [];
  const limits = code === "VALUE_OUT_OF_RANGE" ? [limitOf(i18n, data, "min"), limitOf(i18n, data, "max")] : [];
  const values = { ...data, ...Object.fromEntries([...typed, ...units, ...limits]) };
  const sentence = i18n._(fill(formulaIssueWords[code], values));
  if (data.instead) return `${sentence}${i18n._(fill(instead, { sign: data.instead }))}`;
  if (data.suggestion) return `${sentence}${i18n._(fill(didYouMean, { suggestion: data.suggestion }))}`;
  return sentence;
}

type Entry = [key: string, words: string];

function typeOf(i18n: I18n, type: string | undefined, key: string): Entry[] {
  const words = type !== undefined && type in valueTypeWords && valueTypeWords[type as keyof typeof valueTypeWords];
  return words ? [[key, i18n._(words)]] : [];
}

function unitOf(i18n: I18n, data: FormulaIssue["data"], key: string): Entry {
  return [key, data[key] || i18n._(plainNumber)];
}

function limitOf(i18n: I18n, data: FormulaIssue["data"], key: string): Entry {
  return [key, data[key] || i18n._(unlimited)];
}
