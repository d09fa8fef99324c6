import { Trans } from "@lingui/react/macro";
import { Alert, Button } from "@mantine/core";
import { type ApplyStep, applySteps } from "../../features/application/gaps";
import { ActionBar } from "../../features/frame/ActionBar";
import { LinkButton } from "../../features/frame/LinkButton";
import { useApplication } from "./application-context";

type StepActionsProps = {
  step: ApplyStep;
  busy: boolean;
  alert: string | undefined;
  /** What is typed stays on this device. */
  kept: boolean;
};

/** The end of a step's form: what was refused, what is kept, the way back, and saving. */
export function StepActions({ step, busy, alert, kept }: StepActionsProps) {
  const { token } = useApplication();
  const before = applySteps[applySteps.indexOf(step) - 1];
  return (
    <>
      {alert && (
        <Alert color="red" role="alert">
          {alert}
        </Alert>
      )}
      <output className="muted small">{kept && <Trans>填写的内容已保存在本机</Trans>}</output>
      <ActionBar>
        {before && (
          <LinkButton to={`/apply/${before}`} hash={token} variant="default">
            <Trans>上一步</Trans>
          </LinkButton>
        )}
        <Button type="submit" loading={busy}>
          <Trans>保存并继续</Trans>
        </Button>
      </ActionBar>
    </>
  );
}
