import { issueCodes } from "@kaidan/api/formula";
import { setupI18n } from "@lingui/core";
import { expect, it } from "vitest";
import { formulaIssueWords, wordsForIssue } from "./formula-words";

const i18n = setupI18n({ locale: "zh-CN", messages: { "zh-CN": {} } });

it("has a sentence for every way a formula can be wrong, and none too many", () => {
  expect(Object.keys(formulaIssueWords).sort()).toEqual([...issueCodes].sort());
});

it("says what was probably meant", () => {
  const unknown = wordsForIssue(i18n, { code: "UNKNOWN_NAME", data: { name: "prise", suggestion: "price" } });
  expect(unknown).toBe("没有叫“prise”的变量。是不是“price”？");
  const sign = wordsForIssue(i18n, { code: "CHARACTER_UNKNOWN", data: { character: "×", instead: "*" } });
  expect(sign).toBe("公式里不能用“×”。请改用“*”。");
});

it("says types and units in words", () => {
  const type = wordsForIssue(i18n, { code: "TYPE_MISMATCH", data: { expected: "NUMBER", found: "TEXT" } });
  expect(type).toBe("类型不对：这里应该是数字，现在是文字。");
  const unit = wordsForIssue(i18n, { code: "RESULT_UNIT", data: { expected: "元", found: "" } });
  expect(unit).toBe("结果的单位应该是“元”，现在是“无单位”。");
  const limits = wordsForIssue(i18n, {
    code: "VALUE_OUT_OF_RANGE",
    data: { name: "area", value: "0", min: "1", max: "" },
  });
  expect(limits).toBe("“area”的值 0 超出范围（1 至 不限）。");
});
