import { funderWords, ruleActionWords, ruleTargetWords } from "@kaidan/web-kit/vocabulary/pricing-words";
import type { MessageDescriptor } from "@lingui/core";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturn } from "react-hook-form";
import { FormGrid, wideField } from "../../features/console/FormGrid";
import type { RuleValues } from "./rule-schema";

export type RuleFormApi = UseFormReturn<RuleValues, unknown, RuleValues>;

/** What the rule does, when it counts and who pays for it. */
export function RuleFields({ form }: { form: RuleFormApi }) {
  const { t } = useLingui();
  const { errors } = form.formState;
  const action = form.watch("action");
  return (
    <FormGrid>
      <TextInput
        label={t`名称`}
        description={t`客户在价格明细里会看到`}
        error={errors.name?.message}
        {...form.register("name")}
      />
      <NativeSelect label={t`作用于`} {...form.register("target")}>
        <Options words={ruleTargetWords} />
      </NativeSelect>
      <NativeSelect label={t`动作`} {...form.register("action")}>
        <Options words={ruleActionWords} />
      </NativeSelect>
      {action === "FORMULA" ? (
        <Textarea
          label={t`新金额（元）`}
          description={t`可用 amount、unit_price、quantity、components 和下面的参数`}
          classNames={{ input: "mono" }}
          wrapperProps={wideField}
          autosize
          minRows={2}
          error={errors.formula?.message}
          {...form.register("formula")}
        />
      ) : (
        <TextInput
          label={action === "MULTIPLY" ? t`系数` : t`金额（元）`}
          inputMode="decimal"
          error={errors.value?.message}
          {...form.register("value")}
        />
      )}
      <Textarea
        label={t`条件（选填）`}
        description={t`例如 amount > 1000 and order_weekday <= 5；不填则总是计算`}
        classNames={{ input: "mono" }}
        wrapperProps={wideField}
        autosize
        minRows={2}
        error={errors.condition?.message}
        {...form.register("condition")}
      />
      <TextInput
        type="datetime-local"
        label={t`从何时起（选填）`}
        error={errors.validFrom?.message}
        {...form.register("validFrom")}
      />
      <TextInput
        type="datetime-local"
        label={t`到何时止（选填）`}
        error={errors.validTo?.message}
        {...form.register("validTo")}
      />
      <NativeSelect label={t`由谁承担`} {...form.register("fundedBy")}>
        <Options words={funderWords} />
      </NativeSelect>
      <Checkbox label={t`命中后不再计算后面的规则`} {...form.register("stop")} />
    </FormGrid>
  );
}

/** The values of a closed list under their words. */
export function Options({ words }: { words: Readonly<Record<string, MessageDescriptor>> }) {
  const { i18n } = useI18n();
  return Object.entries(words).map(([value, word]) => (
    <option key={value} value={value}>
      {i18n._(word)}
    </option>
  ));
}
