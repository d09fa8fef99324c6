import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { WordTag } from "@kaidan/web-kit/ui/StatusTag";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { ruleStateWords } from "@kaidan/web-kit/vocabulary/pricing-words";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { Section } from "../../features/console/Section";
import css from "./Pricing.module.css";
import { RuleForm } from "./RuleForm";
import { RuleInForce } from "./RuleInForce";
import { RuleOrder } from "./RuleOrder";

const route = getRouteApi("/signedIn/pricing/rules");

/** Every rule in the order they count in at the left; the chosen one, its draft and its effect at the right. */
export function RulesPage() {
  const { t } = useLingui();
  const { can } = useMe();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const { rule: chosen = data.priceRules[0]?.id } = route.useSearch();
  const navigate = route.useNavigate();
  const rule = data.priceRules.find(({ id }) => id === chosen);
  const shown = rule?.draft ?? rule?.active ?? rule?.versions[0];
  return (
    <>
      <PageHeader
        title={t`计价规则`}
        actions={
          can("pricing.manage") && (
            <Button
              renderRoot={(props) => <Link to="/pricing/rules" search={{ rule: "new" }} {...props} />}
              leftSection={<Plus size={16} strokeWidth={1.5} aria-hidden />}
            >
              <Trans>新建规则</Trans>
            </Button>
          )
        }
      >
        <Trans>规则按列表从上到下依次计算：先逐项，再整单。已有订单保持下单时的价格。</Trans>
      </PageHeader>
      <div className={css.columns}>
        <RuleOrder rules={data.priceRules} chosen={chosen} onChanged={() => void refresh()} />
        {rule || chosen === "new" ? (
          <div className="stack">
            {rule && <RuleInForce key={`${rule.id}:${shown?.version}`} rule={rule} onChanged={() => void refresh()} />}
            <Section title={shown?.name ?? t`新建规则`} aside={shown && <WordTag of={ruleStateWords[shown.state]} />}>
              <RuleForm
                key={`${rule?.id ?? "new"}:${shown?.id ?? ""}`}
                ruleId={rule?.id ?? null}
                shown={shown}
                groups={data.customerGroups}
                onSaved={async (id) => {
                  toast.ok(t`规则草稿已保存`);
                  await refresh();
                  await navigate({ search: { rule: id }, replace: true, ignoreBlocker: true });
                }}
              />
            </Section>
          </div>
        ) : (
          <EmptyState title={t`还没有计价规则`} />
        )}
      </div>
    </>
  );
}
