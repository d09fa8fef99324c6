import { Trans } from "@lingui/react/macro";
import { Alert, Button } from "@mantine/core";
import { type ApplyStep, applySteps } from "../../features/application/gaps";
import { ActionBar } from "../../features/frame/ActionBar";
import { LinkButton } from "../../features/frame/LinkButton";
import { useApplication } from "./application-context";

/** The end of a step's form: what was refused, the way back, and saving. */
export function StepActions({ step, busy, alert }: { step: ApplyStep; busy: boolean; alert: string | undefined }) {
  const { token } = useApplication();
  const before = applySteps[applySteps.indexOf(step) - 1];
  return (
    <>
      {alert && (
        <Alert color="red" role="alert">
          {alert}
        </Alert>
      )}
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
