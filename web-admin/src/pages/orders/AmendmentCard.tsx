import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { amendmentKindWords } from "@kaidan/web-kit/vocabulary/amendment-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { Section } from "../../features/console/Section";
import {
  AuditAmendmentDocument,
  ProposeAmendmentDocument,
  type StaffAmendmentCardFragment,
  WithdrawAmendmentDocument,
} from "../../gql/graphql";
import { AmendmentFigures, AmendmentLines } from "./AmendmentFigures";

type AmendmentCardProps = { amendment: StaffAmendmentCardFragment; onStale: () => void };

/** One change: what it does, where it stands, and what may be done with it. */
export function AmendmentCard({ amendment, onStale }: AmendmentCardProps) {
  const { i18n } = useI18n();
  const { no, reason, authorName, createdAt, endReason, mine, state } = amendment;
  return (
    <Section
      title={`${i18n._(amendmentKindWords[amendment.kind])} ${no}`}
      aside={<StatusTag of="AmendmentState" state={state} />}
    >
      <p className="muted small">
        {authorName} <DateText at={createdAt} as="absolute" /> · {reason}
      </p>
      <AmendmentLines lines={amendment.lines} />
      <AmendmentFigures {...amendment} />
      {endReason && (
        <p className="small">
          <Trans>结果说明：{endReason}</Trans>
        </p>
      )}
      {mine && state === "WAIT_AUDIT" && (
        <p className="muted small">
          <Trans>您参与了这次变更，须由另一位同事审核。</Trans>
        </p>
      )}
      <Acts amendment={amendment} onStale={onStale} />
    </Section>
  );
}

function Acts({ amendment, onStale }: AmendmentCardProps) {
  const { t } = useLingui();
  const { id: amendmentId, version, availableActions } = amendment;
  const [asking, setAsking] = useState(false);
  const once = useIdempotencyKey(`audit:${amendmentId}:${version}`);
  const propose = useAct(ProposeAmendmentDocument, (data) => data.proposeAmendment);
  const withdraw = useAct(WithdrawAmendmentDocument, (data) => data.withdrawAmendment);
  const audit = useAct(AuditAmendmentDocument, (data) => data.auditAmendment);
  const may = (...actions: string[]) => actions.some((action) => availableActions.includes(action));
  const seen = { input: { amendmentId, version } };
  async function then(done: Promise<unknown>, words: string): Promise<void> {
    const answer = await done;
    setAsking(false);
    onStale();
    if (answer) toast.ok(words);
  }
  const decide = (approve: boolean, reason: string | null) =>
    audit.act({ input: { amendmentId, version, approve, reason, idempotencyKey: once.key() } });
  return (
    <Group>
      {may("PROPOSE", "SUBMIT") && (
        <Button loading={propose.busy} onClick={() => void then(propose.act(seen), t`已提交`)}>
          {may("PROPOSE") ? <Trans>发给客户确认</Trans> : <Trans>提交审核</Trans>}
        </Button>
      )}
      {may("APPLY") && (
        <Button loading={audit.busy} onClick={() => void then(decide(true, null), t`变更已生效`)}>
          <Trans>审核通过并生效</Trans>
        </Button>
      )}
      {may("REJECT") && (
        <Button variant="default" onClick={() => setAsking(true)}>
          <Trans>驳回</Trans>
        </Button>
      )}
      {may("WITHDRAW") && (
        <Button variant="default" loading={withdraw.busy} onClick={() => void then(withdraw.act(seen), t`变更已撤回`)}>
          <Trans>撤回</Trans>
        </Button>
      )}
      <ReasonDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`驳回这次变更`}
        reasons={[t`金额有误`, t`依据不足`]}
        confirmLabel={t`驳回`}
        busy={audit.busy}
        onConfirm={(reason) => void then(decide(false, reason), t`已驳回`)}
      />
    </Group>
  );
}
