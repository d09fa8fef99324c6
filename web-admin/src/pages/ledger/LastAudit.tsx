import { DateText } from "@kaidan/web-kit/ui/DateText";
import { ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { Section } from "../../features/console/Section";
import type { LastAudit_AuditFragment } from "../../gql/graphql";
import css from "./AccountsPage.module.css";

/** What the last night's audit found: nothing, or the first of the differences. */
export function LastAudit({ audit }: { audit: LastAudit_AuditFragment | null | undefined }) {
  const { t } = useLingui();
  if (!audit) {
    return (
      <Section title={t`账本核查`}>
        <p className="muted">{t`每天凌晨自动核查，还没有结果。`}</p>
      </Section>
    );
  }
  const { at, transactions, orders, differences, findings } = audit;
  return (
    <Section title={t`账本核查`}>
      <p className={css.audit}>
        {differences === 0 ? (
          <ToneTag tone="ok" icon={CircleCheck}>{t`没有差异`}</ToneTag>
        ) : (
          <ToneTag tone="danger" icon={TriangleAlert}>
            <Plural value={differences} other="# 处差异" />
          </ToneTag>
        )}
        <span className="muted">
          <Trans>
            <DateText at={at} as="absolute" /> 由分录重新计算，核对了 {transactions} 笔交易、{orders} 个订单
          </Trans>
        </span>
      </p>
      {findings.length > 0 && (
        <ul className={css.findings} lang="en">
          {findings.map((finding) => (
            <li key={finding}>{finding}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}
