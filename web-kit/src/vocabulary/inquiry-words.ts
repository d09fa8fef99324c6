import { msg } from "@lingui/core/macro";

/** Whether a price is asked for or suppliers compete. */
export const inquiryKindWords = { PRICE: msg`询价`, BIDDING: msg`竞价` } as const;

/** What is asked for. */
export const inquirySubjectWords = { PRODUCT: msg`商品`, ITEMS: msg`服务项目`, NEED: msg`自述需求` } as const;

/** Who reads bids before the deadline. */
export const visibilityWords = {
  SEALED: msg`密封：截止前对所有人保密`,
  OPEN: msg`公开：服务商可看到匿名价格`,
  REVERSE: msg`反向竞价：每次须低于当前最低价`,
} as const;

/** Where points of an invitation's score come from. */
export const inviteScoreWords = {
  COVERAGE: msg`能做的项目`,
  RATING: msg`评分`,
  LEVEL: msg`能力等级`,
  FAIRNESS: msg`轮候时间`,
} as const;

/** Why a supplier was invited. */
export const inviteReasonWords = {
  BEST_SCORE: msg`评分靠前`,
  ROTATION: msg`轮候最久`,
  BY_HAND: msg`人工指定`,
} as const;

/** Why a supplier would not be invited by itself. */
export const inviteBlockerWords = {
  REGION: msg`不服务该城市`,
  FULL: msg`期望日期没有空档`,
  BUSY: msg`待答询价过多`,
  ALREADY_ASKED: msg`已邀请`,
} as const;
