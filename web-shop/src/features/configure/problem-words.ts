import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Problem } from "./configuration";

/** What to do about one answer, as a sentence under its field. */
export function wordsForProblem(i18n: I18n, problem: Problem): string {
  switch (problem.kind) {
    case "MISSING":
      return i18n._(msg`请填写这一项。`);
    case "NO_CHOICE":
      return i18n._(msg`请选择一项。`);
    case "NO_NUMBER":
      return i18n._(msg`请填写数字，最多四位小数。`);
    case "TOO_SMALL": {
      const min = problem.limit;
      return i18n._(msg`不能小于 ${min}。`);
    }
    case "TOO_BIG": {
      const max = problem.limit;
      return i18n._(msg`不能大于 ${max}。`);
    }
  }
}
