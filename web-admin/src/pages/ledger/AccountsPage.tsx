import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { sumFen } from "@kaidan/web-kit/format/money";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { PageTabs } from "../../features/page-tabs/PageTabs";
import css from "./AccountsPage.module.css";
import { ClosedMonths } from "./ClosedMonths";
import { LastAudit } from "./LastAudit";
import { SettleChannel } from "./SettleChannel";
import { TrialBalance } from "./TrialBalance";
import { useLedgerTabs } from "./useLedgerTabs";

const route = getRouteApi("/signedIn/ledger");

/** The trial balance of a month or of all that was booked, and whether the two sides agree. */
export function AccountsPage() {
  const { t } = useLingui();
  const { can } = useMe();
  const { month } = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = usePageQuery(route.useLoaderData());
  const accounts = data.ledgerAccounts;
  const { months } = data.ledgerClosing;
  const debits = sumFen(accounts.map(({ debit }) => debit));
  const credits = sumFen(accounts.map(({ credit }) => credit));
  return (
    <>
      <PageHeader title={t`账本`} aside={<Balanced equal={debits === credits} />}>
        <Trans>账本只增不改；余额是全部分录之和。</Trans>
      </PageHeader>
      <PageTabs {...useLedgerTabs()} />
      {months.length === 0 ? (
        <EmptyState title={t`还没有分录。第一笔款项到账后会出现在这里。`} />
      ) : (
        <div className={css.trial}>
          <NativeSelect
            label={t`期间`}
            value={month ?? ""}
            data={[{ value: "", label: t`从开账到现在` }, ...months]}
            onChange={(event) => void navigate({ search: { month: event.currentTarget.value || undefined } })}
          />
          <TrialBalance accounts={accounts} month={month} />
        </div>
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
