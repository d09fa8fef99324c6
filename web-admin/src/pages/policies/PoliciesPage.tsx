import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { Columns, Section } from "../../features/console/Section";
import { ChangePolicyDocument, type PolicyFactsFragment } from "../../gql/graphql";
import { PolicyChanges } from "./PolicyChanges";
import { PolicyNumber } from "./PolicyNumber";
import { PolicySwitch } from "./PolicySwitch";
import { policyGroups } from "./policy-words";

const route = getRouteApi("/signedIn/policies");

/** What the business decides once for the whole platform, and who changed it last. */
export function PoliciesPage() {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const { act, busy } = useAct(ChangePolicyDocument, ({ changePolicy }) => changePolicy);
  async function change({ key, value: seen }: PolicyFactsFragment, value: string): Promise<boolean> {
    const done = await act({ input: { key, seen, value } });
    // Refused as outdated, the page shows what somebody else has set meanwhile.
    await refresh();
    if (done) toast.ok(t`设置已保存，立即生效`);
    return done !== undefined;
  }
  const known = new Set(policyGroups.map(({ of }) => of));
  const groupOf = ({ key }: PolicyFactsFragment) => key.slice(0, key.indexOf("."));
  const groups = policyGroups.map(({ of, title }) => ({
    title: i18n._(title),
    policies: data.policies.filter((policy) => groupOf(policy) === of),
  }));
  groups.push({ title: t`其他`, policies: data.policies.filter((policy) => !known.has(groupOf(policy))) });
  return (
    <>
      <PageHeader title={t`业务设置`}>
        <Trans>对整个平台生效的规定。每次修改都会记下是谁、何时、改了什么。</Trans>
      </PageHeader>
      <Columns
        main={groups
          .filter(({ policies }) => policies.length > 0)
          .map(({ title, policies }) => (
            <Section key={title} title={title}>
              {policies.map((policy) =>
                policy.kind === "SWITCH" ? (
                  <PolicySwitch
                    key={policy.key}
                    policy={policy}
                    busy={busy}
                    onChange={(value) => change(policy, value)}
                  />
                ) : (
                  <PolicyNumber
                    key={`${policy.key}=${policy.value}`}
                    policy={policy}
                    busy={busy}
                    onChange={(value) => change(policy, value)}
                  />
                ),
              )}
            </Section>
          ))}
        side={<PolicyChanges changes={data.policyChanges} policies={data.policies} />}
      />
    </>
  );
}
