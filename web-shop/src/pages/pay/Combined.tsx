import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Money } from "@kaidan/web-kit/ui/Money";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { tenderWords } from "@kaidan/web-kit/vocabulary/plain-words";
import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import type { WholeOrder } from "../../features/order/useLiveOrder";
import { CancelCombinedPaymentDocument, type OrderPaymentFragment, StartPaymentDocument } from "../../gql/graphql";
import { BankTransfer } from "./BankTransfer";
import css from "./PayPage.module.css";

export type Group = NonNullable<WholeOrder["instalments"][number]["combined"]>;
type CombinedProps = { group: Group; onStale: () => void };

const openTransfer: readonly OrderPaymentFragment["state"][] = ["CREATED", "SLIP_UPLOADED", "REJECTED"];
const openOnline: readonly OrderPaymentFragment["state"][] = ["CREATED", "PENDING", "FAILED", "EXPIRED"];

/** A combined payment under way: each part with its state and what to do for it, and the way out of it. */
export function Combined({ group, onStale }: CombinedProps) {
  const { i18n } = useLingui();
  const { act, busy } = useAct(CancelCombinedPaymentDocument, (data) => data.cancelCombinedPayment);
  const transfer = group.parts.find(({ tender, state }) => tender === "BANK_TRANSFER" && openTransfer.includes(state));
  async function giveUp(): Promise<void> {
    await act({ input: { groupId: group.id, version: group.version } });
    onStale();
  }
  return (
    <>
      <section className={`card ${css.choose}`} aria-labelledby="combined">
        <h2 id="combined">
          <Trans>组合支付</Trans> <Money fen={group.amount} />
        </h2>
        <p className="muted small">
          <Trans>
            请在 <DateText at={group.expiresAt} as="absolute" /> 前完成各笔付款，逾期后占用的余款自动释放。
          </Trans>
        </p>
        <ul className="list">
          {group.parts.map((part) => (
            <li key={part.id} className={css.part}>
              <span>
                {i18n._(tenderWords[part.tender])} <Money fen={part.amount} />
              </span>
              <StatusTag of="PaymentState" state={part.state} />
              {part.tender === "TEST_CHANNEL" && openOnline.includes(part.state) && (
                <GoOn part={part} onStale={onStale} />
              )}
            </li>
          ))}
        </ul>
        <Button variant="subtle" loading={busy} onClick={() => void giveUp()}>
          <Trans>放弃组合支付</Trans>
        </Button>
      </section>
      {transfer && <BankTransfer payment={transfer} onChange={() => void giveUp()} onStale={onStale} />}
    </>
  );
}

/** Opens the channel's page of a part, also after a try that came to nothing. */
function GoOn({ part, onStale }: { part: OrderPaymentFragment; onStale: () => void }) {
  const once = useIdempotencyKey(`part:${part.id}`);
  const { act, busy } = useAct(StartPaymentDocument, (data) => data.startPayment);
  async function start(): Promise<void> {
    const { instalmentId, tender } = part;
    const done = await act({ input: { instalmentId, tender, idempotencyKey: once.key() } });
    if (done) once.answered();
    if (done?.payment?.payUrl) window.location.assign(done.payment.payUrl);
    else onStale();
  }
  return (
    <Button size="xs" loading={busy} onClick={() => void start()}>
      <Trans>去支付</Trans>
    </Button>
  );
}
