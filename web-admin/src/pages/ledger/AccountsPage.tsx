import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { minusFen, sumFen } from "@kaidan/web-kit/format/money";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi, Link } from "@tanstack/react-router";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { PageTabs } from "../../features/page-tabs/PageTabs";
import type { LedgerAccountsQuery } from "../../gql/graphql";
import css from "./AccountsPage.module.css";
import { ClosedMonths } from "./ClosedMonths";
import { LastAudit } from "./LastAudit";
import { SettleChannel } from "./SettleChannel";
import { useLedgerTabs } from "./useLedgerTabs";

const route = getRouteApi("/signedIn/ledger");

type Account = LedgerAccountsQuery["ledgerAccounts"][number];

/** The trial balance: what every account was debited and credited, and whether the two sides agree. */
export function AccountsPage() {
  const { t } = useLingui();
  const { can } = useMe();
  const { data } = usePageQuery(route.useLoaderData());
  const accounts = data.ledgerAccounts;
  const debits = sumFen(accounts.map(({ debit }) => debit));
  const credits = sumFen(accounts.map(({ credit }) => credit));
  return (
    <>
      <PageHeader title={t`账本`} aside={<Balanced equal={debits === credits} />}>
        <Trans>账本只增不改；余额是全部分录之和。</Trans>
      </PageHeader>
      <PageTabs {...useLedgerTabs()} />
      {accounts.length === 0 ? (
        <EmptyState title={t`还没有分录。第一笔款项到账后会出现在这里。`} />
      ) : (
        <TrialBalance accounts={accounts} debits={debits} credits={credits} />
      )}
      <div className={css.below}>
        <LastAudit audit={data.ledgerAudit} />
        {can("ledger.close") && <SettleChannel />}
        <ClosedMonths closing={data.ledgerClosing} mayClose={can("ledger.close")} />
      </div>
    </>
  );
}

function Balanced({ equal }: { equal: boolean }) {
  const { t } = useLingui();
  return equal ? (
    <ToneTag tone="ok" icon={CircleCheck}>{t`借贷相等`}</ToneTag>
  ) : (
    <ToneTag tone="danger" icon={TriangleAlert}>{t`借贷不等，请立即核查`}</ToneTag>
  );
}

type TrialBalanceProps = { accounts: readonly Account[]; debits: string; credits: string };

function TrialBalance({ accounts, debits, credits }: TrialBalanceProps) {
  const { t } = useLingui();
  return (
    <div className={css.frame}>
      <table className={css.table}>
        <caption className="visually-hidden">{t`科目余额表`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`科目`}</th>
            <th scope="col" className={css.turnover}>{t`借方发生额`}</th>
            <th scope="col" className={css.turnover}>{t`贷方发生额`}</th>
            <th scope="col">{t`方向`}</th>
            <th scope="col">{t`余额`}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.code}>
              <th scope="row">
                <Link to="/ledger/accounts/$code" params={{ code: account.code }}>
                  <span className="mono">{account.code}</span> {account.name}
                </Link>
              </th>
              <td className={css.turnover}>
                <Money fen={account.debit} look={account.debit === "0" ? "muted" : "plain"} />
              </td>
              <td className={css.turnover}>
                <Money fen={account.credit} look={account.credit === "0" ? "muted" : "plain"} />
              </td>
              <td className="muted">
                <Side account={account} />
              </td>
              <td className={css.balance}>
                <Money fen={account.balance} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t`合计`}</th>
            <td className={css.turnover}>
              <Money fen={debits} />
            </td>
            <td className={css.turnover}>
              <Money fen={credits} />
            </td>
            <td className="muted">—</td>
            <td className="muted">—</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** Which side outweighs the other, as a bookkeeper writes it. */
function Side({ account: { debit, credit } }: { account: Account }) {
  const { t } = useLingui();
  if (debit === credit) return t`平`;
  return minusFen(debit, credit).startsWith("-") ? t`贷` : t`借`;
}
