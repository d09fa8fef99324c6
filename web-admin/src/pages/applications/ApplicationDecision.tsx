import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { MailboxHint } from "@kaidan/web-kit/session/MailboxHint";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { OnceSecret } from "@kaidan/web-kit/ui/OnceSecret";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { useShortcuts } from "@kaidan/web-kit/ui/useShortcuts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import {
  type ApplicationFragment,
  ApproveSupplierApplicationDocument,
  RejectSupplierApplicationDocument,
  ReturnSupplierApplicationDocument,
} from "../../gql/graphql";

type Verb = "APPROVE" | "RETURN" | "REJECT";

type DecisionProps = {
  application: ApplicationFragment;
  /** The deed was refused; what stands on the page may be old. */
  onStale: () => void;
};

/** Approve, return or reject. Approving founds the supplier and shows the owner's invitation link this once. */
export function ApplicationDecision({ application, onStale }: DecisionProps) {
  const { t } = useLingui();
  const { availableActions, organisation, contactName, contactEmail } = application;
  const [open, setOpen] = useState<Verb>();
  const [link, setLink] = useState<string | null>();
  const deeds = useDecisions(application);
  const may = (verb: Verb) => availableActions.includes(verb);
  useShortcuts([
    ...(may("APPROVE") ? [{ keys: "a", label: t`批准`, run: () => setOpen("APPROVE") }] : []),
    ...(may("RETURN") ? [{ keys: "r", label: t`退回补充`, run: () => setOpen("RETURN") }] : []),
  ]);

  async function decide(deed: () => Promise<{ invitationLink?: string | null } | undefined>): Promise<void> {
    const done = await deed();
    setOpen(undefined);
    if (!done) return onStale();
    setLink(done.invitationLink);
    if (!done.invitationLink) toast.ok(t`已处理，申请人会收到通知`);
  }

  return (
    <>
      {may("REJECT") && (
        <Button variant="default" onClick={() => setOpen("REJECT")}>
          <Trans>拒绝</Trans>
        </Button>
      )}
      {may("RETURN") && (
        <Button variant="default" onClick={() => setOpen("RETURN")}>
          <Trans>退回补充</Trans>
        </Button>
      )}
      {may("APPROVE") && (
        <Button onClick={() => setOpen("APPROVE")}>
          <Trans>批准</Trans>
        </Button>
      )}
      <ConfirmDialog
        opened={open === "APPROVE"}
        onClose={() => setOpen(undefined)}
        title={t`批准 ${organisation}？`}
        confirmLabel={t`批准并生成账号`}
        busy={deeds.busy}
        onConfirm={() => void decide(() => deeds.approve())}
      >
        <Trans>将创建服务商和它的工作账号，所列服务与价格立即生效，并生成一次性邀请链接。</Trans>
      </ConfirmDialog>
      <ReasonDialog
        opened={open === "RETURN"}
        onClose={() => setOpen(undefined)}
        title={t`退回补充`}
        reasons={[t`营业执照不清晰，请重新上传`, t`资质证书已过期`, t`请补充服务说明或报价依据`]}
        confirmLabel={t`退回补充`}
        busy={deeds.busy}
        onConfirm={(reason) => void decide(() => deeds.sendBack(reason))}
      />
      <ReasonDialog
        opened={open === "REJECT"}
        onClose={() => setOpen(undefined)}
        title={t`拒绝申请`}
        reasons={[t`不在平台服务范围内`, t`资质不符合要求`]}
        confirmLabel={t`拒绝申请`}
        busy={deeds.busy}
        onConfirm={(reason) => void decide(() => deeds.reject(reason))}
      />
      <OnceSecret secret={link} title={t`负责人的邀请链接`} onClose={() => setLink(undefined)}>
        <Trans>
          已批准。请把链接交给 {contactName}（{contactEmail}），用它设置密码后即可登录服务商工作台；邮件也已发出。
        </Trans>{" "}
        <MailboxHint />
      </OnceSecret>
    </>
  );
}

function useDecisions({ id, version }: ApplicationFragment) {
  const once = useIdempotencyKey(`approve-application:${id}`);
  const approving = useAct(ApproveSupplierApplicationDocument, (data) => data.approveSupplierApplication);
  const returning = useAct(ReturnSupplierApplicationDocument, (data) => data.returnSupplierApplication);
  const rejecting = useAct(RejectSupplierApplicationDocument, (data) => data.rejectSupplierApplication);
  return {
    busy: approving.busy || returning.busy || rejecting.busy,
    async approve() {
      const done = await approving.act({ input: { applicationId: id, version, idempotencyKey: once.key() } });
      if (done) once.answered();
      return done;
    },
    sendBack: async (reason: string) =>
      (await returning.act({ input: { applicationId: id, version, reason } })) && { invitationLink: null },
    reject: async (reason: string) =>
      (await rejecting.act({ input: { applicationId: id, version, reason } })) && { invitationLink: null },
  };
}
