import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { collectionModeWords } from "@kaidan/web-kit/vocabulary/collection-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { Checkbox, NativeSelect, NumberInput } from "@mantine/core";
import { Controller } from "react-hook-form";
import type { DraftForm } from "./useDraftForm";

const modes = ["OWN_SALE", "SUB_MERCHANT", "CUSTODY", "DIRECT"] as const;

/** Who sells a component and who collects, what the platform keeps of it, and what an office gets. */
export function CollectionFields({ form, index }: { form: DraftForm; index: number }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const mode = form.watch(`components.${index}.collectionMode`);
  return (
    <>
      <NativeSelect label={t`销售与收款`} {...form.register(`components.${index}.collectionMode`)}>
        {modes.map((each) => (
          <option key={each} value={each}>
            {i18n._(collectionModeWords[each])}
          </option>
        ))}
      </NativeSelect>
      {mode !== "OWN_SALE" && (
        <>
          <Controller
            control={form.control}
            name={`components.${index}.commissionPercent`}
            render={({ field }) => (
              <NumberInput
                label={t`佣金（%，含税）`}
                min={0}
                max={100}
                decimalScale={2}
                placeholder="0"
                value={field.value}
                onChange={(next) => field.onChange(next === "" ? "" : Number(next))}
              />
            )}
          />
          <Checkbox label={t`退款时退还佣金`} {...form.register(`components.${index}.commissionRefundable`)} />
        </>
      )}
      <Controller
        control={form.control}
        name={`components.${index}.officialFee`}
        render={({ field }) => (
          <MoneyInput label={t`每单位代收官费`} placeholder="0" value={field.value} onChange={field.onChange} />
        )}
      />
    </>
  );
}
