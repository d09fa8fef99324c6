import { useAct } from "@kaidan/web-kit/forms/useAct";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { forgetToken } from "../../features/application/applicant-token";
import { forgetStepDrafts } from "../../features/application/step-draft";
import { LinkButton } from "../../features/frame/LinkButton";
import { type ApplicationSheetFragment, WithdrawApplicationDocument } from "../../gql/graphql";
import { useApplication } from "./application-context";
import css from "./StatusActions.module.css";

/** What the applicant can do in this state: go on, sign in, take it back, or begin anew. */
export function StatusActions({ token, application }: { token: string; application: ApplicationSheetFragment }) {
  const { state, availableActions } = application;
  const may = (action: string) => availableActions.includes(action);
  return (
    <div className={css.actions}>
      {may("SAVE") && (
        <LinkButton to="/apply/summary" hash={token}>
          {state === "NEEDS_INFO" ? <Trans>补充并重新提交</Trans> : <Trans>继续填写</Trans>}
        </LinkButton>
      )}
      {state === "APPROVED" && (
        <LinkButton to="/sign-in">
          <Trans>去登录</Trans>
        </LinkButton>
      )}
      {(state === "REJECTED" || state === "WITHDRAWN") && <BeginAnew />}
      {may("WITHDRAW") && <Withdraw token={token} version={application.version} />}
    </div>
  );
}

function BeginAnew() {
  const navigate = useNavigate();
  function begin(): void {
    forgetToken();
    forgetStepDrafts();
    void navigate({ to: "/apply", hash: "", replace: true });
  }
  return (
    <Button variant="default" onClick={begin}>
      <Trans>重新申请</Trans>
    </Button>
  );
}

function Withdraw({ token, version }: { token: string; version: number }) {
  const { t } = useLingui();
  const { refetch } = useApplication();
  const [opened, setOpened] = useState(false);
  const { act, busy } = useAct(WithdrawApplicationDocument, (data) => data.withdrawSupplierApplication);
  async function withdraw(): Promise<void> {
    const done = await act({ input: { token, version } });
    setOpened(false);
    if (done) toast.ok(t`申请已撤回`);
    else refetch();
  }
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        <Trans>撤回申请</Trans>
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t`撤回申请？`}
        confirmLabel={t`撤回申请`}
        busy={busy}
        danger
        onConfirm={() => void withdraw()}
      >
        <Trans>撤回后这份申请不能再修改或提交；需要时可以重新申请。</Trans>
      </ConfirmDialog>
    </>
  );
}
