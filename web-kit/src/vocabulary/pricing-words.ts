import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { StateWord } from "./state-words";

type Words = Record<string, MessageDescriptor>;

export const ruleTargetWords = { LINE: msg`逐项`, WHOLE: msg`整单` } as const satisfies Words;

export const ruleActionWords = {
  SET: msg`定为（元）`,
  ADD: msg`加减（元）`,
  MULTIPLY: msg`乘以系数`,
  MIN: msg`不低于（元）`,
  MAX: msg`不高于（元）`,
  FORMULA: msg`按公式`,
} as const satisfies Words;

export const ruleStateWords = {
  DRAFT: { word: msg`草稿`, tone: "neutral" },
  ACTIVE: { word: msg`生效中`, tone: "ok" },
  EXPIRED: { word: msg`已到期`, tone: "neutral" },
  DISABLED: { word: msg`已停用`, tone: "neutral" },
} as const satisfies Record<string, StateWord>;

export const funderWords = { PLATFORM: msg`平台承担`, SUPPLIER: msg`服务商承担` } as const satisfies Words;

export const couponKindWords = { AMOUNT: msg`减金额`, PERCENT: msg`按比例减` } as const satisfies Words;

export const couponStateWords = {
  ACTIVE: { word: msg`可用`, tone: "ok" },
  PAUSED: { word: msg`已暂停`, tone: "warn" },
  ENDED: { word: msg`已结束`, tone: "neutral" },
} as const satisfies Record<string, StateWord>;

export const couponVerbWords = { PAUSE: msg`暂停`, RESUME: msg`恢复`, END: msg`结束` } as const satisfies Words;

/** The steps of a price, as staff read its trace. */
export const priceStepWords = {
  ITEM: msg`项目价`,
  MIN_CHARGE: msg`最低收费`,
  RULE: msg`逐项规则`,
  WHOLE_RULE: msg`整单规则分摊`,
  COUPON: msg`优惠券分摊`,
} as const satisfies Words;
