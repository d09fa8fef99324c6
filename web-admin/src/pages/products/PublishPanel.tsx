import { guardWords, wordOf } from "@kaidan/web-kit/vocabulary/staff-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { CircleCheck, CircleDashed, CircleX, type LucideIcon } from "lucide-react";
import { useWatch } from "react-hook-form";
import { Section } from "../../features/console/Section";
import type { ProductDetailsFragment } from "../../gql/graphql";
import css from "./PublishPanel.module.css";
import { type Check, publishChecks } from "./publish-checks";
import { useDetailWords } from "./useDetailWords";
import type { DraftForm } from "./useDraftForm";

/** Where each condition is mended. */
const anchors: Record<string, string> = {
  COMPONENTS_PRESENT: "components",
  ITEMS_ACTIVE: "components",
  EVERY_REQUIRED_ITEM_HAS_SUPPLIER: "components",
  GROUPS_COMPLETE: "groups",
  ONE_SUPPLIER_FOR_ALL: "components",
  DEPENDENCIES_ACYCLIC: "components",
  EXPRESSIONS_COMPILE: "components",
  FORMULAS_IN_FORCE: "components",
  QUANTITIES_WITHIN_BOUNDS: "components",
  MARGIN_AT_FLOOR: "components",
  MARGIN_NOT_NEGATIVE: "components",
  INPUTS_COMPLETE: "questions",
  PLAN_SUMS_TO_WHOLE: "plan",
  GATE_STEP_FIRST: "plan",
  PLAN_IN_ORDER: "plan",
  PLAN_MILESTONES_EXIST: "plan",
  PLAN_HAS_ITS_CONTRACT: "sales",
  DEPOSIT_AT_MOST_A_FIFTH: "plan",
  REGIONS_PRESENT: "sales",
  CONTRACT_TEMPLATE_EXISTS: "sales",
  TEXTS_COMPLETE: "basics",
};

const icons: Record<Check["state"], LucideIcon> = { passed: CircleCheck, missing: CircleX, later: CircleDashed };

type PanelProps = { form: DraftForm; product: ProductDetailsFragment | undefined };

/** What has to hold before this is published, followed live while one types. */
export function PublishPanel({ form, product }: PanelProps) {
  const { t } = useLingui();
  useWatch({ control: form.control });
  const dirty = form.formState.isDirty;
  if (product && !product.draft && !dirty) {
    return (
      <Section title={t`发布检查`}>
        <p className="muted">
          <Trans>没有待发布的修改。编辑并保存后会生成新的一版。</Trans>
        </p>
      </Section>
    );
  }
  const checks = publishChecks(form.getValues(), (product?.draft ?? product?.published)?.guards, dirty);
  const passed = checks.filter(({ state }) => state === "passed").length;
  const total = checks.length;
  return (
    <Section
      title={t`发布检查`}
      aside={
        <output className="muted small">
          <Trans>
            已满足 {passed} / {total}
          </Trans>
        </output>
      }
    >
      <ul className={`list ${css.checks}`}>
        {checks.map((check) => (
          <CheckLine key={check.code} check={check} product={product} />
        ))}
      </ul>
    </Section>
  );
}

function CheckLine({ check, product }: { check: Check; product: ProductDetailsFragment | undefined }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const detail = useDetailWords(check, product);
  const Icon = icons[check.state];
  const words = { passed: t`已满足`, missing: t`未满足`, later: t`保存后检查` };
  return (
    <li className={css.check} data-state={check.state}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <span>
        <a href={`#${anchors[check.code] ?? "basics"}`}>{i18n._(wordOf(guardWords, check.code))}</a>
        <span className="visually-hidden">{words[check.state]}</span>
        {check.state !== "passed" && <small>{check.state === "later" ? words.later : detail}</small>}
      </span>
    </li>
  );
}
