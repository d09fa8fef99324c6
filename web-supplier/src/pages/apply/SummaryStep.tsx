import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { gapsOf } from "../../features/application/gaps";
import { forgetStepDrafts } from "../../features/application/step-draft";
import { ActionBar } from "../../features/frame/ActionBar";
import { LinkButton } from "../../features/frame/LinkButton";
import { type ApplicationSheetFragment, SubmitApplicationDocument } from "../../gql/graphql";
import { ApplicationFacts } from "./ApplicationFacts";
import { useApplication } from "./application-context";
import { gapWords } from "./gap-words";
import { StepFrame } from "./StepFrame";
import css from "./SummaryStep.module.css";
import { shanghaiToday } from "./today";

/** Step 5: everything once more, what is still missing, and handing it in. */
export function SummaryStep() {
  const { t } = useLingui();
  const { token, application } = useApplication();
  return (
    <StepFrame step="summary" lead={t`核对无误后提交，审核期间不能修改。`}>
      {token && application && <Summary token={token} application={application} />}
    </StepFrame>
  );
}

function Summary({ token, application }: { token: string; application: ApplicationSheetFragment }) {
  const { refetch } = useApplication();
  const navigate = useNavigate();
  const { act, busy } = useAct(SubmitApplicationDocument, (data) => data.submitSupplierApplication);
  const gaps = gapsOf(application, shanghaiToday());
  async function submit(): Promise<void> {
    const done = await act({ input: { token, version: application.version } });
    if (!done) return refetch();
    forgetStepDrafts();
    await navigate({ to: "/apply/status", hash: token });
  }
  return (
    <div className="stack">
      {gaps.length > 0 && <Gaps gaps={gaps} token={token} />}
      <ApplicationFacts application={application} editable />
      <ActionBar>
        <LinkButton to="/apply/documents" hash={token} variant="default">
          <Trans>上一步</Trans>
        </LinkButton>
        <Button loading={busy} disabled={gaps.length > 0} onClick={() => void submit()}>
          <Trans>提交申请</Trans>
        </Button>
      </ActionBar>
    </div>
  );
}

function Gaps({ gaps, token }: { gaps: ReturnType<typeof gapsOf>; token: string }) {
  const { i18n } = useI18n();
  const count = gaps.length;
  return (
    <section className={css.gaps} aria-labelledby="gaps">
      <h2 id="gaps">
        <CircleAlert size={18} strokeWidth={1.75} aria-hidden />
        <Trans>还差 {count} 项就可以提交</Trans>
      </h2>
      <ul>
        {gaps.map(({ gap, step }) => (
          <li key={gap}>
            <Link to={`/apply/${step}`} hash={token}>
              {i18n._(gapWords[gap])}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
