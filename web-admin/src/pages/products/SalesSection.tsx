import { RegionsSelect } from "@kaidan/web-kit/forms/RegionSelect";
import { saleModeWords, supplierChoiceWords } from "@kaidan/web-kit/vocabulary/staff-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { NativeSelect, Radio } from "@mantine/core";
import { Controller } from "react-hook-form";
import { Section } from "../../features/console/Section";
import { ContractTemplatePicker } from "./ContractTemplatePicker";
import type { DraftForm } from "./useDraftForm";

/** Where it is sold, and who chooses the supplier. */
export function SalesSection({ form }: { form: DraftForm }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  return (
    <Section title={t`销售范围`} anchor="sales">
      <NativeSelect label={t`销售方式`} {...form.register("saleMode")}>
        {(["FIXED", "FORMULA", "QUOTE_ONLY", "BIDDING"] as const).map((mode) => (
          <option key={mode} value={mode}>
            {i18n._(saleModeWords[mode])}
          </option>
        ))}
      </NativeSelect>
      <ContractTemplatePicker form={form} />
      <Controller
        control={form.control}
        name="regions"
        render={({ field, fieldState }) => (
          <RegionsSelect
            label={t`销售城市`}
            value={field.value}
            onChange={field.onChange}
            error={fieldState.error?.message}
          />
        )}
      />
      <Controller
        control={form.control}
        name="supplierChoice"
        render={({ field }) => (
          <Radio.Group label={t`服务商由谁选`} value={field.value} onChange={field.onChange}>
            <div className="row" style={{ gap: "var(--s5)", marginTop: "var(--s1)" }}>
              <Radio
                value="CUSTOMER"
                label={i18n._(supplierChoiceWords.CUSTOMER)}
                description={t`客户可以比较价格和评分，也可以交给平台`}
              />
              <Radio
                value="CUSTOMER_PER_PRODUCT"
                label={i18n._(supplierChoiceWords.CUSTOMER_PER_PRODUCT)}
                description={t`全部由同一家服务商完成`}
              />
              <Radio
                value="PLATFORM"
                label={i18n._(supplierChoiceWords.PLATFORM)}
                description={t`客户不选，按评分、价格和负荷安排`}
              />
            </div>
          </Radio.Group>
        )}
      />
    </Section>
  );
}
