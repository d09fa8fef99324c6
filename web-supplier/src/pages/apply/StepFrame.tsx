import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Stepper } from "@kaidan/web-kit/ui/Stepper";
import { useLingui } from "@lingui/react/macro";
import { Navigate, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type ApplyStep, applySteps } from "../../features/application/gaps";
import { useApplication } from "./application-context";
import { ReturnLink } from "./ReturnLink";
import css from "./StepFrame.module.css";
import { useShortStepNames, useStepNames } from "./useStepNames";

/** Around every step: where one is, the step's title, and beside it how to come back later. */
export function StepFrame({ step, lead, children }: { step: ApplyStep; lead: string; children: ReactNode }) {
  const { t } = useLingui();
  const { token, application } = useApplication();
  const navigate = useNavigate();
  const names = useStepNames();
  const short = useShortStepNames();
  if (!application && step !== "organisation") return <Navigate to="/apply/organisation" replace />;
  if (application && !application.availableActions.includes("SAVE")) {
    return <Navigate to="/apply/status" hash={token} replace />;
  }
  return (
    <>
      <Stepper
        steps={applySteps.map((key) => ({ key, label: short[key] }))}
        current={step}
        onStep={(key) => void navigate({ to: `/apply/${key}`, hash: token })}
      />
      <PageHeader title={names[step]}>{lead}</PageHeader>
      <div className={css.columns}>
        <div>
          {application?.state === "NEEDS_INFO" && application.reason && (
            <p className={css.returned} role="note">
              {t`平台请您补充：`}
              {application.reason}
            </p>
          )}
          {children}
        </div>
        <ReturnLink />
      </div>
    </>
  );
}
