import { formatMoney } from "@kaidan/web-kit/format/money";
import { roundingWords } from "@kaidan/web-kit/vocabulary/formula-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { NativeSelect, TextInput } from "@mantine/core";
import { FormGrid } from "../../features/console/FormGrid";
import { Section } from "../../features/console/Section";
import type { FormulaFormApi } from "./formula-form";
import { roundingSteps } from "./formula-schema";

/** What the formula is called and how its result becomes an amount. */
export function BasicsSection({ form, fresh }: { form: FormulaFormApi; fresh: boolean }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { errors } = form.formState;
  return (
    <Section title={t`基本信息`}>
      <FormGrid>
        <TextInput label={t`名称`} error={errors.name?.message} {...form.register("name")} />
        <TextInput
          label={t`编码`}
          description={fresh ? t`大写字母、数字、- 和 _，保存后不能更改` : undefined}
          readOnly={!fresh}
          error={errors.code?.message}
          {...form.register("code")}
        />
        <TextInput label={t`结果单位`} error={errors.resultUnit?.message} {...form.register("resultUnit")} />
        <NativeSelect label={t`金额精确到`} {...form.register("roundingStep")}>
          {roundingSteps.map((step) => (
            <option key={step} value={step}>
              {formatMoney(step)}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect label={t`取整方式`} {...form.register("roundingMode")}>
          {(["HALF_UP", "UP", "DOWN"] as const).map((mode) => (
            <option key={mode} value={mode}>
              {i18n._(roundingWords[mode])}
            </option>
          ))}
        </NativeSelect>
      </FormGrid>
    </Section>
  );
}
