import { useLingui } from "@lingui/react/macro";
import { FormProvider } from "react-hook-form";
import { Section } from "../../features/console/Section";
import { SumMark } from "../../features/console/SumMark";
import { PlanRows } from "./PlanRows";
import { PlanTemplatePicker } from "./PlanTemplatePicker";
import { shareSum } from "./publish-checks";
import type { DraftForm } from "./useDraftForm";

/** The instalments of every order of this product; the first opens the gate to delivery. */
export function PlanSection({ form }: { form: DraftForm }) {
  const { t } = useLingui();
  const sum = shareSum(form.watch("plan"));
  return (
    <Section
      title={t`付款计划`}
      anchor="plan"
      lead={t`第一期下单时支付，付清后开始派单；其余按触发条件到期。`}
      aside={<SumMark value={sum / 100} whole={100} label={t`合计`} />}
    >
      <PlanTemplatePicker form={form} />
      <FormProvider {...form}>
        <PlanRows />
      </FormProvider>
    </Section>
  );
}
