import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { JournalTable } from "../../features/ledger/JournalTable";
import { PageTabs } from "../../features/page-tabs/PageTabs";
import { ReverseTransactionDocument } from "../../gql/graphql";
import { useLedgerTabs } from "./useLedgerTabs";

const route = getRouteApi("/signedIn/ledger/transactions/$id");

/** One transaction with its postings and where it came from; what was booked by hand can be taken back by somebody else. */
export function TransactionPage() {
  const { t } = useLingui();
  const { data } = usePageQuery(route.useLoaderData());
  const tabs = useLedgerTabs();
  const transaction = data.ledgerTransaction;
  if (!transaction) return <EmptyState title={t`没有这笔分录。`} />;
  const { id, no, availableActions, reversed, reversedBy } = transaction;
  return (
    <>
      <PageHeader title={no} actions={availableActions.includes("REVERSE") && <Reverse id={id} no={no} />} />
      <PageTabs {...tabs} />
      {reversed && (
        <p>
          <Trans>
            冲销{" "}
            <Link to="/ledger/transactions/$id" params={{ id: reversed.id }}>
              {reversed.no}
            </Link>
          </Trans>
        </p>
      )}
      {reversedBy && (
        <p>
          <Trans>
            已被{" "}
            <Link to="/ledger/transactions/$id" params={{ id: reversedBy.id }}>
              {reversedBy.no}
            </Link>{" "}
            冲销
          </Trans>
        </p>
      )}
      <JournalTable label={t`分录`} transactions={[transaction]} linked />
    </>
  );
}

function Reverse({ id, no }: { id: string; no: string }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const once = useIdempotencyKey(`reverse:${id}`);
  const { act, busy } = useAct(ReverseTransactionDocument, (data) => data.reverseTransaction);
  async function reverse(reason: string): Promise<void> {
    const payload = await act({ input: { transactionId: id, reason, idempotencyKey: once.key() } });
    once.answered();
    if (!payload) return;
    setAsking(false);
    toast.ok(t`已冲销 ${no}`);
  }
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        <Trans>冲销</Trans>
      </Button>
      <ReasonDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`冲销 ${no}`}
        reasons={[t`金额录错`, t`重复入账`]}
        confirmLabel={t`冲销`}
        busy={busy}
        onConfirm={(reason) => void reverse(reason)}
      >
        <Trans>会记一笔方向相反的新分录，原分录保留。</Trans>
      </ReasonDialog>
    </>
  );
}
