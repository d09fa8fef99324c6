import { i18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { config } from "zod/v4/core";

const required = msg`请填写这一项。`;
const choose = msg`请选择一项。`;
const email = msg`请填写有效的邮箱，例如 name@example.com。`;
const format = msg`格式不正确。`;
const invalid = msg`请检查这一项的填写。`;

type Issue = Parameters<NonNullable<NonNullable<Parameters<typeof config>[0]>["customError"]>>[0];

// zod else tries `new Function` at the first schema, which our content security policy reports as an error. It must be
// said before any schema is made, so it stands here and not in a function: `startApp` is imported before the routes.
config({ jitless: true });

/** Teaches zod our two languages, so a schema needs a message of its own only for a rule of its own. */
export function speakSchemaWords(): void {
  config({ customError: (issue) => sentence(issue) });
}

function sentence(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return i18n._(required);
    case "too_small":
      return tooSmall(issue.origin, Number(issue.minimum));
    case "too_big":
      return tooBig(issue.origin, Number(issue.maximum));
    case "invalid_value":
      return i18n._(choose);
    case "invalid_format":
      return i18n._(issue.format === "email" ? email : format);
    default:
      return i18n._(invalid);
  }
}

function tooSmall(origin: string, min: number): string {
  if (origin === "string" && min <= 1) return i18n._(required);
  if (origin === "string") return i18n._(msg`至少 ${min} 个字。`);
  if (origin === "array") return i18n._(msg`至少选择 ${min} 项。`);
  return i18n._(msg`不能小于 ${min}。`);
}

function tooBig(origin: string, max: number): string {
  if (origin === "string") return i18n._(msg`最多 ${max} 个字。`);
  if (origin === "array") return i18n._(msg`最多选择 ${max} 项。`);
  return i18n._(msg`不能大于 ${max}。`);
}
