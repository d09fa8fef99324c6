import { DateText } from "@kaidan/web-kit/ui/DateText";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Section } from "../../features/console/Section";
import type { PoliciesPageQuery, PolicyFactsFragment } from "../../gql/graphql";
import css from "./Policies.module.css";
import { shownValue } from "./policy-value";
import { policyWords } from "./policy-words";

type PolicyChangesProps = {
  changes: PoliciesPageQuery["policyChanges"];
  policies: readonly PolicyFactsFragment[];
};

/** Who changed what from what to what, newest first. */
export function PolicyChanges({ changes, policies }: PolicyChangesProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const units = new Map(policies.map(({ key, unit }) => [key, unit]));
  function told(key: string, value: string): string {
    if (value === "on") return t`开`;
    if (value === "off") return t`关`;
    return `${shownValue(value)} ${units.get(key) === "FEN" ? t`元` : "%"}`;
  }
  return (
    <Section title={t`修改记录`}>
      {changes.length === 0 && (
        <p className="muted small">
          <Trans>还没有人改过，全部是预设。</Trans>
        </p>
      )}
      <ul className={`list ${css.changes}`}>
        {changes.map(({ key, before, after, at, by }, index) => (
          <li key={`${at}${index}`}>
            <strong>{policyWords(i18n, key).name}</strong>
            <span>
              {told(key, before)} → {told(key, after)}
            </span>
            <span className="muted small">
              {by ?? t`平台`} · <DateText at={at} as="absolute" />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
