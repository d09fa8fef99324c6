import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { Alert } from "@mantine/core";
import type { OrderPaymentFragment } from "../../gql/graphql";

type Word = { readonly tone: "red" | "yellow"; readonly words: MessageDescriptor };

/** What became of an attempt and what to do about it; an attempt that ended well needs no words. */
const outcomes: Partial<Record<OrderPaymentFragment["state"], Word>> = {
  CREATED: { tone: "yellow", words: msg`支付渠道上次没有响应，请重试或换一种方式。` },
  FAILED: { tone: "red", words: msg`上一次支付没有成功，请重试或换一种方式。` },
  EXPIRED: { tone: "yellow", words: msg`上一次支付没有在时限内完成，请重新发起。` },
  MISMATCH: { tone: "yellow", words: msg`有一笔到账的金额对不上，平台正在人工核对，请先不要重复支付。` },
};

/** Tells a payer who came back what happened to the last try. */
export function LastAttempt({ payment }: { payment: OrderPaymentFragment | undefined }) {
  const { i18n } = useLingui();
  const outcome = payment && outcomes[payment.state];
  if (!outcome) return null;
  return (
    <Alert color={outcome.tone} role="alert">
      {i18n._(outcome.words)}
    </Alert>
  );
}
