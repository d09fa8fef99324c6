import { sumFen } from "@kaidan/web-kit/format/money";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { type BidColumn, BidTable } from "@kaidan/web-kit/ui/BidTable";
import { amountOf, isComplete, picksOf, wholePicks } from "@kaidan/web-kit/ui/bid-picks";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { Money } from "@kaidan/web-kit/ui/Money";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { AwardInquiryDocument, type WholeInquiryFragment } from "../../gql/graphql";
import css from "./Inquiries.module.css";

/** The opened bids side by side; each line to the bid that suits best, or all to one. */
export function InquiryCompare({ inquiry }: { inquiry: WholeInquiryFragment }) {
  const { t } = useLingui();
  const { bids, sheet } = inquiry;
  const mayAward = inquiry.availableActions.includes("AWARD");
  const [picks, setPicks] = useState<Readonly<Record<string, string>>>({});
  const [sure, setSure] = useState(false);
  const { act, busy } = useAct(AwardInquiryDocument, (data) => data.awardInquiry);
  const once = useIdempotencyKey(`award:${inquiry.id}`);
  const awarded = Object.fromEntries(inquiry.awards.map(({ lineCode, bidId }) => [lineCode, bidId]));
  const split = inquiry.subject !== "NEED";
  const chosen = picksOf(sheet, picks);
  const complete = isComplete(sheet, inquiry.lines, bids, chosen, split);
  const total = sumFen(chosen.map((pick) => amountOf(sheet, pick)));
  const names = [...new Set(chosen.map(({ bidId }) => bids.find(({ id }) => id === bidId)?.supplier?.name ?? ""))].join(
    "、",
  );

  async function award(): Promise<void> {
    const input = { inquiryId: inquiry.id, version: inquiry.version, picks: chosen, idempotencyKey: once.key() };
    const done = await act({ input });
    setSure(false);
    if (!done) return;
    once.answered();
    toast.ok(t`已选定，报价单已生成`);
  }

  return (
    <section className="card stack" aria-labelledby="compare">
      <h2 id="compare">
        <Trans>报价对比</Trans>
      </h2>
      <BidTable
        bids={bids}
        rows={sheet}
        picks={mayAward ? picks : awarded}
        onPick={mayAward && split ? (code, bidId) => setPicks((old) => ({ ...old, [code]: bidId })) : undefined}
        action={
          mayAward ? (bid) => <TakeWhole bid={bid} onTake={() => setPicks(wholePicks(sheet, bid.id))} /> : undefined
        }
      />
      <Terms inquiry={inquiry} />
      {mayAward && (
        <div className={css.picked}>
          <span>
            {chosen.length === 0 && split && <Trans>每一项选一家，或整单选一家。</Trans>}
            {chosen.length === 0 && !split && <Trans>各家方案不同，请整单选一家。</Trans>}
            {chosen.length > 0 && (
              <Trans>
                已选 {names}，合计 <Money fen={total} look="price" />
              </Trans>
            )}
          </span>
          <Button disabled={!complete} onClick={() => setSure(true)}>
            <Trans>选定</Trans>
          </Button>
        </div>
      )}
      <ConfirmDialog
        opened={sure}
        onClose={() => setSure(false)}
        title={t`选定这些报价？`}
        confirmLabel={t`选定并生成报价单`}
        busy={busy}
        onConfirm={() => void award()}
      >
        <Trans>
          {names}，合计 <Money fen={total} />
          。其他服务商会收到未中选的通知。
        </Trans>
      </ConfirmDialog>
    </section>
  );
}

function TakeWhole({ bid, onTake }: { bid: BidColumn; onTake: () => void }) {
  const { t } = useLingui();
  const name = bid.supplier?.name ?? "";
  return (
    <Button
      variant="default"
      size="xs"
      disabled={bid.state !== "SUBMITTED"}
      aria-label={t`整单选它：${name}`}
      onClick={onTake}
    >
      <Trans>整单选它</Trans>
    </Button>
  );
}

function Terms({ inquiry }: { inquiry: WholeInquiryFragment }) {
  const { t } = useLingui();
  return (
    <details>
      <summary>
        <Trans>各家的说明与附件</Trans>
      </summary>
      {inquiry.bids.map((bid) => (
        <article key={bid.id} className={css.question}>
          <strong>{bid.supplier?.name}</strong>
          {bid.inclusions && <p>{t`包含：${bid.inclusions}`}</p>}
          {bid.terms && <p className={css.said}>{bid.terms}</p>}
          {bid.planWish && <p>{t`付款意向：${bid.planWish}`}</p>}
          {bid.files.map((file, index) => {
            const number = index + 1;
            return (
              <a key={file.id} href={file.url} target="_blank" rel="noreferrer">
                {t`附件 ${number}`}
              </a>
            );
          })}
        </article>
      ))}
    </details>
  );
}
