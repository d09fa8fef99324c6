import { LeaveGuard } from "@kaidan/web-kit/forms/LeaveGuard";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Switch, TextInput } from "@mantine/core";
import { useState } from "react";
import { FormProvider } from "react-hook-form";
import { FormFieldset, FormFooter, FormGrid } from "../../features/console/FormGrid";
import { Section } from "../../features/console/Section";
import { StaleNotice } from "../../features/console/StaleNotice";
import { SumMark } from "../../features/console/SumMark";
import { type PlanTemplateDetailsFragment, SavePlanTemplateDocument } from "../../gql/graphql";
import { PlanRows } from "./PlanRows";
import { planTemplateInput, planTemplateSchema, planTemplateValues } from "./plan-template-schema";
import { shareSum } from "./publish-checks";

type FormProps = {
  /** Without one a template is made. */
  template?: PlanTemplateDetailsFragment;
  editable: boolean;
  onSaved: (template: PlanTemplateDetailsFragment) => void;
  /** Asks for the newest copy after somebody else has changed it. */
  reload?: () => Promise<PlanTemplateDetailsFragment | undefined>;
};

/** The editor of a plan template. It keeps the version it was opened with, so nobody else's change is overwritten unseen. */
export function PlanTemplateForm({ template, editable, onSaved, reload }: FormProps) {
  const { t } = useLingui();
  const [held, setHeld] = useState(template);
  const [stale, setStale] = useState(false);
  const { form, submit, busy, alert } = useMutationForm({
    name: `save-plan-template:${held?.id ?? "new"}`,
    schema: planTemplateSchema,
    defaultValues: planTemplateValues(held),
    document: SavePlanTemplateDocument,
    variables: (values) => ({ input: planTemplateInput(values, held) }),
    payload: (data) => data.savePlanTemplate,
    onDone: ({ planTemplate }) => {
      if (!planTemplate) return;
      take(planTemplate);
      onSaved(planTemplate);
    },
    onRefused: ({ userErrors }) => {
      const outdated = userErrors.some(({ code }) => code === "STALE_VERSION");
      setStale(outdated);
      return outdated;
    },
  });
  const { errors, isDirty } = form.formState;

  function take(next: PlanTemplateDetailsFragment): void {
    setHeld(next);
    setStale(false);
    form.reset(planTemplateValues(next));
  }
  async function takeNewest(): Promise<void> {
    const newest = await reload?.();
    if (newest) take(newest);
  }

  return (
    <form onSubmit={submit} noValidate>
      <FormFieldset disabled={!editable}>
        {stale && <StaleNotice onReload={takeNewest} />}
        {alert && (
          <Alert color="red" role="alert">
            {alert}
          </Alert>
        )}
        <Section title={t`基本信息`}>
          <FormGrid>
            <TextInput label={t`名称`} error={errors.name?.message} {...form.register("name")} />
            <TextInput label={t`英文名称`} lang="en" error={errors.nameEn?.message} {...form.register("nameEn")} />
            <TextInput
              label={t`编码`}
              placeholder="THREE-PART"
              autoComplete="off"
              error={errors.code?.message}
              {...form.register("code")}
            />
            <Switch
              label={t`在商品编辑页提供选择`}
              description={t`关闭即停用；已套用的商品不受影响。`}
              checked={form.watch("offered")}
              onChange={(event) => form.setValue("offered", event.currentTarget.checked, { shouldDirty: true })}
            />
          </FormGrid>
        </Section>
        <Section
          title={t`付款计划`}
          lead={t`第一期下单时支付，付清后开始派单；其余按触发条件到期。`}
          aside={<SumMark value={shareSum(form.watch("plan")) / 100} whole={100} label={t`合计`} />}
        >
          <FormProvider {...form}>
            <PlanRows />
          </FormProvider>
        </Section>
        {editable && (
          <FormFooter>
            <Button type="submit" loading={busy} disabled={held !== undefined && !isDirty}>
              <Trans>保存</Trans>
            </Button>
          </FormFooter>
        )}
      </FormFieldset>
      <LeaveGuard dirty={isDirty} />
    </form>
  );
}
