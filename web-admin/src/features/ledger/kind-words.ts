import { wordOf } from "@kaidan/web-kit/vocabulary/plain-words";
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

const kindWords: Record<string, MessageDescriptor> = {
  RECEIPT: msg`收款`,
  REVENUE_EARNED: msg`确认收入`,
  COST_INCURRED: msg`确认成本`,
};

/** What a transaction of the ledger is about; a kind we have no word for shows as it is. */
export function kindOfTransaction(kind: string): MessageDescriptor {
  return wordOf(kindWords, kind);
}
