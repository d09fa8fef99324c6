import { useAct } from "@kaidan/web-kit/forms/useAct";
import { type Column, DataTable } from "@kaidan/web-kit/ui/DataTable";
import { Money } from "@kaidan/web-kit/ui/Money";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { SettledParts } from "@kaidan/web-kit/ui/SettledParts";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { settledForWords } from "@kaidan/web-kit/vocabulary/settlement-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { Section } from "../../features/console/Section";
import { PostingsLink } from "../../features/ledger/PostingsLink";
import { AnswerDisputeDocument, type StatementWholeFragment } from "../../gql/graphql";

type Line = StatementWholeFragment["lines"][number];

type StatementLinesProps = { lines: readonly Line[]; supplierId: string; onStale: () => void };

/** What the statement pays and takes off, line by line, each amount with its postings; disputes are answered here. */
export function StatementLines({ lines, supplierId, onStale }: StatementLinesProps) {
  const { t } = useLingui();
  const [asking, setAsking] = useState<string | null>(null);
  const { act, busy } = useAct(AnswerDisputeDocument, (data) => data.answerDispute);
  const columns = useColumns(supplierId, setAsking);
  async function answer(text: string): Promise<void> {
    if (asking === null) return;
    const done = await act({ input: { lineId: asking, answer: text } });
    setAsking(null);
    onStale();
    if (done) toast.ok(t`已答复，这一条可进入下一张结算单`);
  }
  return (
    <Section title={t`明细`} flush>
      <DataTable rows={lines} columns={columns} rowKey={({ id }) => id} label={t`明细`} />
      <ReasonDialog
        opened={asking !== null}
        onClose={() => setAsking(null)}
        title={t`答复异议`}
        reasons={[t`已核对，金额无误`, t`确有差错，已更正`]}
        confirmLabel={t`答复`}
        busy={busy}
        onConfirm={(text) => void answer(text)}
      />
    </Section>
  );
}

function useColumns(supplier: string, onAnswer: (lineId: string) => void): Column<Line>[] {
  const { t } = useLingui();
  const { i18n } = useI18n();
  return [
    { key: "title", head: t`服务`, narrow: "title", cell: ({ title }) => title || "—" },
    { key: "for", head: t`类型`, cell: ({ account }) => i18n._(settledForWords[account]) },
    { key: "order", head: t`订单`, cell: ({ orderNo }) => <span className="mono">{orderNo ?? "—"}</span> },
    {
      key: "amount",
      head: t`金额`,
      align: "end",
      cell: ({ amount, orderNo }) => (
        <PostingsLink search={{ supplier, order: orderNo ?? undefined }}>
          <Money fen={amount} />
        </PostingsLink>
      ),
    },
    { key: "parts", head: t`构成`, cell: ({ parts }) => <SettledParts parts={parts ?? []} /> },
    { key: "retained", head: t`质保金`, align: "end", cell: ({ retained }) => <Money fen={retained} /> },
    {
      key: "state",
      head: t`状态`,
      cell: ({ id, state, disputeReason, answer }) => (
        <>
          <StatusTag of="StatementLineState" state={state} /> {disputeReason}
          {answer && <Trans>（答复：{answer}）</Trans>}
          {state === "DISPUTED" && (
            <Button size="compact-sm" variant="subtle" onClick={() => onAnswer(id)}>
              <Trans>答复</Trans>
            </Button>
          )}
        </>
      ),
    },
  ];
}
