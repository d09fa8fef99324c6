import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Money } from "@kaidan/web-kit/ui/Money";
import { ledgerKindWords, wordOf } from "@kaidan/web-kit/vocabulary/staff-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { LedgerEntryFragment } from "../../gql/graphql";
import { Causes } from "./Causes";
import css from "./JournalTable.module.css";

type JournalTableProps = {
  label: string;
  transactions: readonly LedgerEntryFragment[];
  /** Links each transaction to its order. */
  linked?: boolean;
  /** Other ones are on the way; what stands here is older. */
  busy?: boolean;
};

/** Transactions with their postings, as a journal: debit at the left of credit, both sums equal by construction. */
export function JournalTable({ label, transactions, linked = false, busy = false }: JournalTableProps) {
  return (
    <div className={css.frame} aria-busy={busy} data-busy={busy || undefined}>
      <table className={css.journal}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>科目</Trans>
            </th>
            <th scope="col" className={css.amount}>
              <Trans>借方</Trans>
            </th>
            <th scope="col" className={css.amount}>
              <Trans>贷方</Trans>
            </th>
          </tr>
        </thead>
        {transactions.map((transaction) => (
          <tbody key={transaction.id}>
            <tr>
              <th scope="rowgroup" colSpan={3}>
                <TransactionHead transaction={transaction} linked={linked} />
              </th>
            </tr>
            {transaction.postings.map((posting, index) => (
              <tr key={`${posting.account}${index}`}>
                <td data-side={posting.debit === "0" ? "credit" : "debit"}>
                  <Link to="/ledger/accounts/$code" params={{ code: posting.account }}>
                    <span className="mono">{posting.account}</span> {posting.accountName}
                  </Link>
                </td>
                <td className={css.amount}>{posting.debit !== "0" && <Money fen={posting.debit} />}</td>
                <td className={css.amount}>{posting.credit !== "0" && <Money fen={posting.credit} />}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function TransactionHead({ transaction, linked }: { transaction: LedgerEntryFragment; linked: boolean }) {
  const { i18n } = useI18n();
  const { id, no, kind, memo, at } = transaction;
  return (
    <span className={css.head}>
      <Link className="mono" to="/ledger/transactions/$id" params={{ id }}>
        {no}
      </Link>
      <span className={css.kind}>{i18n._(wordOf(ledgerKindWords, kind))}</span>
      <span className="muted">{memo}</span>
      <span className={css.end}>
        <Causes transaction={transaction} linked={linked} />
        <span className="muted">
          <DateText at={at} as="absolute" />
        </span>
      </span>
    </span>
  );
}
