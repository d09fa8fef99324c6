import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { type CreditPageQuery, type OwnPayoutFragment, WithdrawCreditPayoutDocument } from "../../gql/graphql";

const AskPayout = lazy(async () => ({ default: (await import("./AskPayout")).AskPayout }));
const route = getRouteApi("/shop/signedIn/me/credit");

/** A customer's credit: how much is free, having it in money, and where it came from and went. */
export function CreditPage() {
  const { t } = useLingui();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const [asking, setAsking] = useState(false);
  const { myCredit, myCreditEntries, myCreditPayouts } = data;
  return (
    <div className="stack">
      <PageHeader title={t`我的余款`} back="/me">
        <Trans>多付、重复付款或退回的钱记在这里：可以用于支付订单，也可以申请退到银行账户。</Trans>
      </PageHeader>
      <section className="card stack" aria-labelledby="free-credit">
        <h2 id="free-credit">
          <Trans>可用余款</Trans>
        </h2>
        <strong>
          <Money fen={myCredit} look="price" />
        </strong>
        {myCredit !== "0" && (
          <Button variant="default" onClick={() => setAsking(true)}>
            <Trans>申请提现</Trans>
          </Button>
        )}
      </section>
      {myCreditPayouts.nodes.length > 0 && (
        <section className="card stack" aria-labelledby="credit-payouts">
          <h2 id="credit-payouts">
            <Trans>提现记录</Trans>
          </h2>
          <ul className="list">
            {myCreditPayouts.nodes.map((payout) => (
              <Payout key={payout.id} payout={payout} onChanged={() => void refresh()} />
            ))}
          </ul>
        </section>
      )}
      <Entries entries={myCreditEntries.nodes} />
      {asking && (
        <Suspense>
          <AskPayout max={myCredit} onAsked={() => void refresh()} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </div>
  );
}

function Payout({ payout, onChanged }: { payout: OwnPayoutFragment; onChanged: () => void }) {
  const { act, busy } = useAct(WithdrawCreditPayoutDocument, (data) => data.withdrawCreditPayout);
  async function withdraw(): Promise<void> {
    await act({ input: { payoutId: payout.id, version: payout.version } });
    onChanged();
  }
  return (
    <li className="stack">
      <span>
        <StatusTag of="CreditPayoutState" state={payout.state} /> <Money fen={payout.amount} /> ·{" "}
        <DateText at={payout.createdAt} as="absolute" />
      </span>
      {payout.reason && <span className="muted">{payout.reason}</span>}
      {payout.availableActions.includes("WITHDRAW") && (
        <span>
          <Button variant="subtle" color="gray" size="xs" loading={busy} onClick={() => void withdraw()}>
            <Trans>撤回申请</Trans>
          </Button>
        </span>
      )}
    </li>
  );
}

function Entries({ entries }: { entries: CreditPageQuery["myCreditEntries"]["nodes"] }) {
  const { t } = useLingui();
  const words: Readonly<Record<string, string>> = {
    RECEIPT: t`付款多出的部分，或用余款支付`,
    REFUND_PAID: t`退款转为余款`,
    CREDIT_PAID_OUT: t`提现到银行账户`,
  };
  return (
    <section className="card stack" aria-labelledby="credit-entries">
      <h2 id="credit-entries">
        <Trans>余款明细</Trans>
      </h2>
      {entries.length === 0 && <EmptyState title={t`还没有余款。`} />}
      <ul className="list">
        {entries.map(({ id, at, kind, memo, amount, orderId }) => (
          <li key={id} className="stack">
            <span>
              <Money fen={amount} /> · {words[kind] ?? t`调整`}
            </span>
            <span className="muted small">
              {orderId ? (
                <Link to="/o/$orderId" params={{ orderId }}>
                  {memo}
                </Link>
              ) : (
                memo
              )}{" "}
              <DateText at={at} as="absolute" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
