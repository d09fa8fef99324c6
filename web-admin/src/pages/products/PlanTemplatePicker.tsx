import { useQuery } from "@apollo/client/react";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import { ComposerPlansDocument } from "../../gql/graphql";
import { stepValues } from "./draft-values";
import type { DraftForm } from "./useDraftForm";

/** Copies a named plan into the product; what is changed afterwards is the product's own. */
export function PlanTemplatePicker({ form }: { form: DraftForm }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { data } = useQuery(ComposerPlansDocument);
  const offered = data?.planTemplates.filter((template) => template.offered) ?? [];
  if (offered.length === 0) return null;
  function take(code: string): void {
    const template = offered.find((each) => each.code === code);
    form.setValue("planTemplate", code, { shouldDirty: true });
    if (!template) return;
    form.setValue("plan", template.steps.map(stepValues), { shouldDirty: true, shouldValidate: true });
  }
  return (
    <NativeSelect
      label={t`套用付款计划模板`}
      value={form.watch("planTemplate")}
      onChange={(event) => take(event.currentTarget.value)}
    >
      <option value="">{t`不使用模板`}</option>
      {offered.map(({ code, name, nameEn }) => (
        <option key={code} value={code}>
          {i18n.locale === "en" ? nameEn || name : name}
        </option>
      ))}
    </NativeSelect>
  );
}
