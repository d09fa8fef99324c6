import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** Why an offer went to its supplier. */
export const strategyWords: Record<string, MessageDescriptor> = {
  CHOSEN_BY_CUSTOMER: msg`客户指定`,
  RECOMMENDED: msg`下单时推荐`,
  BEST_SCORE: msg`评分最高`,
  BY_HAND: msg`人工派单`,
};
