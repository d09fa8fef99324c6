import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { BidTable } from "@kaidan/web-kit/ui/BidTable";
import { isComplete, picksOf, wholePicks } from "@kaidan/web-kit/ui/bid-picks";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { Section } from "../../features/console/Section";
import { AwardInquiryByStaffDocument, type WholeStaffInquiryFragment } from "../../gql/graphql";
import css from "./Inquiry.module.css";

/** The opened bids side by side, with cost for who may see it; awarded for the customer, whole or line by line. */
export function Compare({ inquiry }: { inquiry: WholeStaffInquiryFragment }) {
  const { t } = useLingui();
  const { sheet } = inquiry;
  const mayAward = inquiry.availableActions.includes("AWARD");
  const split = inquiry.subject !== "NEED";
  const [picks, setPicks] = useState<Readonly<Record<string, string>>>({});
  const [sure, setSure] = useState(false);
  const { act, busy } = useAct(AwardInquiryByStaffDocument, (data) => data.awardInquiryByStaff);
  const once = useIdempotencyKey(`award:${inquiry.id}`);
  const chosen = picksOf(sheet, picks);
  const complete = isComplete(sheet, inquiry.lines, inquiry.bids, chosen, split);
  const wholeLabel = (name: string): string => t`整单选它：${name}`;
  async function award(): Promise<void> {
    const input = { inquiryId: inquiry.id, version: inquiry.version, picks: chosen, idempotencyKey: once.key() };
    const done = await act({ input });
    setSure(false);
    if (!done) return;
    once.answered();
    toast.ok(t`已选定，报价单已生成`);
  }
  const awarded = Object.fromEntries(inquiry.awards.map(({ lineCode, bidId }) => [lineCode, bidId]));
  return (
    <Section title={t`报价对比`}>
      <BidTable
        bids={inquiry.bids}
        rows={sheet}
        picks={mayAward ? picks : awarded}
        onPick={mayAward && split ? (code, bidId) => setPicks((old) => ({ ...old, [code]: bidId })) : undefined}
        action={
          mayAward
            ? (bid) => (
                <Button
                  variant="default"
                  size="xs"
                  disabled={bid.state !== "SUBMITTED"}
                  aria-label={wholeLabel(bid.supplier?.name ?? "")}
                  onClick={() => setPicks(wholePicks(sheet, bid.id))}
                >
                  <Trans>整单选它</Trans>
                </Button>
              )
            : undefined
        }
      />
      {mayAward && (
        <div className={css.actions}>
          <Button disabled={!complete} onClick={() => setSure(true)}>
            <Trans>替客户选定</Trans>
          </Button>
        </div>
      )}
      <ConfirmDialog
        opened={sure}
        onClose={() => setSure(false)}
        title={t`替客户选定这些报价？`}
        confirmLabel={t`选定并生成报价单`}
        busy={busy}
        onConfirm={() => void award()}
      >
        <Trans>报价单会发给客户确认，其他服务商会收到未中选的通知。</Trans>
      </ConfirmDialog>
    </Section>
  );
}
