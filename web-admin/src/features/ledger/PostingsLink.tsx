import { useMe } from "@kaidan/web-kit/session/useMe";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** What the journal is narrowed by, as its address has it: an order by its number, everything else by its id. */
export type JournalSearch = {
  account?: string | undefined;
  side?: "DEBIT" | "CREDIT" | undefined;
  kind?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
  order?: string | undefined;
  supplier?: string | undefined;
  payment?: string | undefined;
  refund?: string | undefined;
  statement?: string | undefined;
};

/** From a figure to the postings it comes from; plain words for who does not read the books. */
export function PostingsLink({ search, children }: { search: JournalSearch; children: ReactNode }) {
  const { can } = useMe();
  if (!can("ledger.read")) return <>{children}</>;
  return (
    <Link to="/ledger/transactions" search={search}>
      {children}
    </Link>
  );
}
