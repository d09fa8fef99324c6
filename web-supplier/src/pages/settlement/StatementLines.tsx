import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
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
import { ConfirmStatementDocument, type MyStatementWholeFragment } from "../../gql/graphql";
import css from "./Settlement.module.css";

type StatementLinesProps = { statement: MyStatementWholeFragment; onStale: () => void };

/** The lines; while they wait for the supplier's word each may be disputed, and the rest confirmed. */
export function StatementLines({ statement, onStale }: StatementLinesProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { act, busy } = useAct(ConfirmStatementDocument, (data) => data.confirmStatement);
  const once = useIdempotencyKey(`statement:${statement.id}`);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [asking, setAsking] = useState<string | null>(null);
  const mayAnswer = statement.availableActions.includes("CONFIRM");
  const disputes = Object.entries(reasons).map(([lineId, reason]) => ({ lineId, reason }));
  const count = disputes.length;

  async function confirm(): Promise<void> {
    const { id: statementId, version } = statement;
    const done = await act({ input: { statementId, version, disputes, idempotencyKey: once.key() } });
    if (done) {
      once.answered();
      toast.ok(t`已提交，平台会继续处理`);
    }
    onStale();
  }
  function drop(lineId: string): void {
    setReasons((known) => Object.fromEntries(Object.entries(known).filter(([id]) => id !== lineId)));
  }
  return (
    <section className="card stack" aria-labelledby="lines">
      <h2 id="lines">
        <Trans>明细</Trans>
      </h2>
      <ul className={css.list}>
        {statement.lines.map((line) => {
          const reason = reasons[line.id];
          return (
            <li key={line.id} className={css.row}>
              <span>
                <strong>{line.title || i18n._(settledForWords[line.account])}</strong>
                <span className="muted small">
                  {i18n._(settledForWords[line.account])} <span className="mono">{line.orderNo}</span>
                </span>
                <SettledParts parts={line.parts ?? []} />
                {(reason ?? line.disputeReason) && (
                  <span className="small">
                    <Trans>异议：{reason ?? line.disputeReason}</Trans>
                  </span>
                )}
                {line.answer && (
                  <span className="small">
                    <Trans>答复：{line.answer}</Trans>
                  </span>
                )}
              </span>
              <span className={css.end}>
                <Money fen={line.amount} />
                {line.state !== "ACTIVE" && <StatusTag of="StatementLineState" state={line.state} />}
                {mayAnswer && reason === undefined && (
                  <Button size="compact-sm" variant="subtle" onClick={() => setAsking(line.id)}>
                    <Trans>提出异议</Trans>
                  </Button>
                )}
                {mayAnswer && reason !== undefined && (
                  <Button size="compact-sm" variant="subtle" onClick={() => drop(line.id)}>
                    <Trans>撤回异议</Trans>
                  </Button>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {mayAnswer && (
        <Button loading={busy} onClick={() => void confirm()}>
          {count === 0 ? <Trans>确认无误</Trans> : <Trans>提交 {count} 条异议，其余确认</Trans>}
        </Button>
      )}
      <ReasonDialog
        opened={asking !== null}
        onClose={() => setAsking(null)}
        title={t`对这一条提出异议`}
        reasons={[t`金额不对`, t`漏算了工作量`, t`扣款没有依据`]}
        confirmLabel={t`记下异议`}
        onConfirm={(reason) => {
          if (asking) setReasons((known) => ({ ...known, [asking]: reason }));
          setAsking(null);
        }}
      />
    </section>
  );
}
