import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { Section } from "../../features/console/Section";
import {
  ApproveStatementDocument,
  CancelStatementDocument,
  FailStatementDocument,
  SendStatementDocument,
  SettleStatementDocument,
  type StatementWholeFragment,
} from "../../gql/graphql";
import { PayFileButton } from "./PayFileButton";

type StatementActsProps = { statement: StatementWholeFragment; onStale: () => void };

/** What may be done with a statement now, by whoever looks. */
export function StatementActs({ statement, onStale }: StatementActsProps) {
  const { t } = useLingui();
  const { id: statementId, version, availableActions } = statement;
  const may = (action: string) => availableActions.includes(action);
  const send = useAct(SendStatementDocument, (data) => data.sendStatement);
  const approve = useAct(ApproveStatementDocument, (data) => data.approveStatement);
  const seen = { input: { statementId, version } };
  if (availableActions.length === 0) return null;
  async function then(done: Promise<unknown>, words: string): Promise<void> {
    const answer = await done;
    onStale();
    if (answer) toast.ok(words);
  }
  return (
    <Section title={t`处理`}>
      <div className="stack">
        {may("SEND") && (
          <Button loading={send.busy} onClick={() => void then(send.act(seen), t`已发给服务商确认`)}>
            <Trans>发给服务商确认</Trans>
          </Button>
        )}
        {may("APPROVE") && (
          <Button loading={approve.busy} onClick={() => void then(approve.act(seen), t`已批准，等待付款`)}>
            <Trans>批准付款</Trans>
          </Button>
        )}
        {may("PAY") && <PayFileButton statementId={statementId} onDone={onStale} />}
        {may("SETTLE") && <Settle statement={statement} onStale={onStale} />}
        {may("FAIL") && <WithReason kind="FAIL" statement={statement} onStale={onStale} />}
        {may("CANCEL") && <WithReason kind="CANCEL" statement={statement} onStale={onStale} />}
      </div>
    </Section>
  );
}

function Settle({ statement, onStale }: StatementActsProps) {
  const { t } = useLingui();
  const { id: statementId, version, net } = statement;
  const { act, busy } = useAct(SettleStatementDocument, (data) => data.settleStatement);
  const once = useIdempotencyKey(`settle:${statementId}:${version}`);
  const [reference, setReference] = useState("");
  const pays = net !== "0";
  async function settle(): Promise<void> {
    const bankReference = pays ? reference.trim() : null;
    const done = await act({ input: { statementId, version, bankReference, idempotencyKey: once.key() } });
    if (done) {
      once.answered();
      toast.ok(t`已记账，服务商会收到通知`);
    }
    onStale();
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void settle();
      }}
    >
      {pays && (
        <TextInput
          label={t`银行流水号`}
          description={t`银行付款成功后的流水号，只能用一次`}
          value={reference}
          maxLength={64}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
      )}
      <Button type="submit" loading={busy} disabled={pays && reference.trim().length < 4}>
        {pays ? <Trans>确认已付款</Trans> : <Trans>冲抵入账</Trans>}
      </Button>
    </form>
  );
}

function WithReason({ kind, statement, onStale }: StatementActsProps & { kind: "FAIL" | "CANCEL" }) {
  const { t } = useLingui();
  const { id: statementId, version } = statement;
  const fail = useAct(FailStatementDocument, (data) => data.failStatement);
  const cancel = useAct(CancelStatementDocument, (data) => data.cancelStatement);
  const [asking, setAsking] = useState(false);
  const label = kind === "FAIL" ? t`登记付款失败` : t`撤销结算单`;
  const reasons = kind === "FAIL" ? [t`户名与账号不符`, t`银行退回`] : [t`账目有变化，重新生成`, t`服务商要求暂缓`];
  async function end(reason: string): Promise<void> {
    const input = { statementId, version, reason };
    await (kind === "FAIL" ? fail.act({ input }) : cancel.act({ input }));
    setAsking(false);
    onStale();
  }
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {label}
      </Button>
      <ReasonDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={label}
        reasons={reasons}
        confirmLabel={label}
        busy={fail.busy || cancel.busy}
        onConfirm={(reason) => void end(reason)}
      />
    </>
  );
}
