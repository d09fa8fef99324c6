import { useAct } from "@kaidan/web-kit/forms/useAct";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { type BidderInquiryFragment, DeclineInquiryDocument, WithdrawBidDocument } from "../../gql/graphql";
import css from "./Inquiries.module.css";

/** Taking a bid back, or saying why there will be none. */
export function BidActions({ inquiry }: { inquiry: BidderInquiryFragment }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState<"WITHDRAW" | "DECLINE">();
  const withdraw = useAct(WithdrawBidDocument, (data) => data.withdrawBid);
  const decline = useAct(DeclineInquiryDocument, (data) => data.declineInquiry);
  const close = (): void => setAsking(undefined);
  const takeBack = async (): Promise<void> => {
    const input = { inquiryId: inquiry.id, version: inquiry.bid?.version ?? 0 };
    const done = await withdraw.act({ input });
    close();
    if (done) toast.ok(t`报价已撤回`);
  };
  return (
    <div className={css.actions}>
      {inquiry.availableActions.includes("WITHDRAW") && (
        <Button variant="subtle" color="red" onClick={() => setAsking("WITHDRAW")}>
          <Trans>撤回报价</Trans>
        </Button>
      )}
      {inquiry.availableActions.includes("DECLINE") && (
        <Button variant="subtle" color="red" onClick={() => setAsking("DECLINE")}>
          <Trans>不报价</Trans>
        </Button>
      )}
      <ConfirmDialog
        opened={asking === "WITHDRAW"}
        onClose={close}
        title={t`撤回这份报价？`}
        confirmLabel={t`撤回报价`}
        onConfirm={() => void takeBack()}
        busy={withdraw.busy}
        danger
      >
        <Trans>截止前还可以重新报价；截止后撤回就不能再报。</Trans>
      </ConfirmDialog>
      <ReasonDialog
        opened={asking === "DECLINE"}
        onClose={close}
        title={t`不参与这次询价？`}
        reasons={[t`档期已满`, t`不在服务范围`, t`需求信息不足`]}
        confirmLabel={t`不报价`}
        busy={decline.busy}
        onConfirm={(reason) => {
          void decline.act({ input: { inquiryId: inquiry.id, reason } }).then((done) => done && close());
        }}
      />
    </div>
  );
}
