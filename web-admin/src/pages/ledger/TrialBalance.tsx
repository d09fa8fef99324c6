import { minusFen, sumFen } from "@kaidan/web-kit/format/money";
import { type Column, DataTable } from "@kaidan/web-kit/ui/DataTable";
import { Money } from "@kaidan/web-kit/ui/Money";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type JournalSearch, PostingsLink } from "../../features/ledger/PostingsLink";
import type { LedgerAccountsQuery } from "../../gql/graphql";
import css from "./AccountsPage.module.css";
import { dayBefore, daysOf } from "./periods";

type Account = LedgerAccountsQuery["ledgerAccounts"][number];

type TrialBalanceProps = { accounts: readonly Account[]; month: string | undefined };

/** What every account held, how it moved, and what it held then; each figure leads to the postings behind it. */
export function TrialBalance({ accounts, month }: TrialBalanceProps) {
  const { t } = useLingui();
  const moved = accounts.filter(({ opening, debit, credit }) => [opening, debit, credit].some((sum) => sum !== "0"));
  const still = accounts.length - moved.length;
  return (
    <>
      <DataTable
        label={t`科目余额表`}
        rows={moved}
        columns={useColumns(month)}
        rowKey={({ code }) => code}
        href={({ code }) => `/ledger/accounts/${code}`}
      />
      <p className={css.sums}>
        <span>
          <Trans>
            借方合计 <Money fen={sumFen(moved.map(({ debit }) => debit))} />
            ，贷方合计 <Money fen={sumFen(moved.map(({ credit }) => credit))} />
          </Trans>
        </span>
        {still > 0 && (
          <span className="muted">
            <Plural value={still} other="另有 # 个科目没有余额和发生额" />
          </span>
        )}
      </p>
    </>
  );
}

function useColumns(month: string | undefined): Column<Account>[] {
  const { t } = useLingui();
  const name = ({ code, name: words }: Account) => (
    <>
      <span className="mono">{code}</span> {words}
    </>
  );
  const within = month ? daysOf(month) : {};
  const moved = (side: "DEBIT" | "CREDIT", fen: string, account: string) => (
    <Figure fen={fen} search={{ account, side, ...within }} />
  );
  const opening: Column<Account>[] = month
    ? [
        {
          key: "opening",
          head: t`期初余额`,
          align: "end",
          cell: (account) => <Held account={account} fen={account.opening} until={dayBefore(month)} />,
        },
      ]
    : [];
  return [
    { key: "name", head: t`科目`, narrow: "title", cell: name },
    ...opening,
    { key: "debit", head: t`借方发生额`, align: "end", cell: ({ debit, code }) => moved("DEBIT", debit, code) },
    { key: "credit", head: t`贷方发生额`, align: "end", cell: ({ credit, code }) => moved("CREDIT", credit, code) },
    {
      key: "balance",
      head: month ? t`期末余额` : t`余额`,
      align: "end",
      cell: (account) => <Held account={account} fen={account.balance} until={month && daysOf(month).until} />,
    },
  ];
}

function Figure({ fen, search }: { fen: string; search: JournalSearch }) {
  if (fen === "0") return <Money fen={fen} look="muted" />;
  return (
    <PostingsLink search={search}>
      <Money fen={fen} />
    </PostingsLink>
  );
}

/** What an account held on a day, with the side that outweighed the other, as a bookkeeper writes it. */
function Held({ account, fen, until }: { account: Account; fen: string; until: string | undefined }) {
  const { t } = useLingui();
  if (fen === "0") return <span className="muted">{t`平`}</span>;
  const below = fen.startsWith("-");
  const debit = (account.side === "DEBIT") !== below;
  return (
    <PostingsLink search={{ account: account.code, until }}>
      {debit ? t`借` : t`贷`} <Money fen={below ? minusFen("0", fen) : fen} />
    </PostingsLink>
  );
}
