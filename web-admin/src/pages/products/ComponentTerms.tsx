import { eligibleWords } from "@kaidan/web-kit/vocabulary/staff-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { MultiSelect, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { Controller } from "react-hook-form";
import type { ComposerItemFragment } from "../../gql/graphql";
import { CollectionFields } from "./CollectionFields";
import css from "./Rows.module.css";
import { SuppliersField } from "./SuppliersField";
import type { DraftForm } from "./useDraftForm";

type TermsProps = { form: DraftForm; index: number; items: readonly ComposerItemFragment[] };

/** What a component waits for and how long, of which group it is one, who may do it, and what prices it. */
export function ComponentTerms({ form, index, items }: TermsProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const rows = form.watch("components");
  const groups = form.watch("choiceGroups").filter(({ code }) => code.trim() !== "");
  const eligible = form.watch(`components.${index}.eligibleKind`);
  const others = rows.flatMap(({ itemId }, place) =>
    place === index ? [] : [{ value: String(place + 1), label: `${place + 1} · ${nameOf(items, itemId)}` }],
  );
  return (
    <div className={css.terms}>
      <Controller
        control={form.control}
        name={`components.${index}.dependsOn`}
        render={({ field }) => (
          <MultiSelect
            label={t`等谁验收`}
            placeholder={field.value.length === 0 ? t`立即开始` : undefined}
            data={others}
            value={field.value.map(String)}
            onChange={(next) => field.onChange(next.map(Number).sort((a, b) => a - b))}
          />
        )}
      />
      <Controller
        control={form.control}
        name={`components.${index}.lagHours`}
        render={({ field }) => (
          <NumberInput
            label={t`再等几小时`}
            min={0}
            max={8_760}
            allowDecimal={false}
            placeholder="0"
            value={field.value}
            onChange={(next) => field.onChange(next === "" ? "" : Number(next))}
          />
        )}
      />
      <NativeSelect label={t`选择组`} {...form.register(`components.${index}.choiceGroup`)}>
        <option value="">{t`不属于`}</option>
        {groups.map(({ code, name }) => (
          <option key={code} value={code.toUpperCase()}>
            {name || code}
          </option>
        ))}
      </NativeSelect>
      <TextInput
        label={t`计价公式`}
        placeholder={t`单价 × 数量`}
        {...form.register(`components.${index}.priceFormula`)}
      />
      <NativeSelect label={t`谁可以做`} {...form.register(`components.${index}.eligibleKind`)}>
        {(["ALL", "LEVEL", "LIST"] as const).map((kind) => (
          <option key={kind} value={kind}>
            {i18n._(eligibleWords[kind])}
          </option>
        ))}
      </NativeSelect>
      {eligible === "LEVEL" && (
        <Controller
          control={form.control}
          name={`components.${index}.minLevel`}
          render={({ field }) => (
            <NumberInput
              label={t`最低等级`}
              min={1}
              max={5}
              allowDecimal={false}
              value={field.value}
              onChange={field.onChange}
            />
          )}
        />
      )}
      {eligible === "LIST" && <SuppliersField form={form} index={index} />}
      <CollectionFields form={form} index={index} />
    </div>
  );
}

const nameOf = (items: readonly ComposerItemFragment[], itemId: string): string =>
  items.find(({ id }) => id === itemId)?.name ?? "…";
