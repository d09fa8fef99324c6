import { DateText } from "@kaidan/web-kit/ui/DateText";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { inviteReasonWords, inviteScoreWords } from "@kaidan/web-kit/vocabulary/inquiry-words";
import { wordOf } from "@kaidan/web-kit/vocabulary/plain-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Section } from "../../features/console/Section";
import type { WholeStaffInquiryFragment } from "../../gql/graphql";
import css from "./Inquiry.module.css";

/** Whom the inquiry was sent to, round by round, and why. While bids are sealed nobody learns who has bid. */
export function Invitations({ inquiry }: { inquiry: WholeStaffInquiryFragment }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const sealed = inquiry.bidsOpenedAt === null && inquiry.visibility === "SEALED";
  return (
    <Section title={t`已邀请的服务商`}>
      {sealed && (
        <p className="muted small">
          <Trans>密封期间只显示数量：谁报了价、报了多少，截止后才可见。</Trans>
        </p>
      )}
      {inquiry.invitations.map((invitation) => {
        const { round } = invitation;
        return (
          <div key={invitation.id} className={css.person}>
            <div>
              <strong>{invitation.supplier?.name}</strong>
              <div className="muted small">
                {t`第 ${round} 轮`} · {i18n._(wordOf(inviteReasonWords, invitation.reason))} ·{" "}
                <DateText at={invitation.sentAt} as="absolute" />
              </div>
              {invitation.declineReason && <div className="small">{invitation.declineReason}</div>}
            </div>
            {invitation.state && <StatusTag of="InvitationState" state={invitation.state} />}
            <Trace parts={invitation.trace} />
          </div>
        );
      })}
    </Section>
  );
}

/** Where the points come from, in one line. */
export function Trace({ parts }: { parts: WholeStaffInquiryFragment["invitations"][number]["trace"] }) {
  const { i18n } = useI18n();
  if (parts.length === 0) return null;
  return (
    <div className={`muted small ${css.trace}`}>
      {parts.map(({ code, points, weight }) => {
        return (
          <span key={code}>
            {i18n._(wordOf(inviteScoreWords, code))} {points.toFixed(1)}/{weight}{" "}
          </span>
        );
      })}
    </div>
  );
}
