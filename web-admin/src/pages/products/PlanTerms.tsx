import { collectorWords, overdueWords } from "@kaidan/web-kit/vocabulary/plain-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { Controller, useFormContext } from "react-hook-form";
import type { PlanValues } from "./draft-schema";

type TermsProps = { index: number };

/** What a trigger has to say besides itself: how many days, which day, which milestone. */
export function PlanWhen({ index }: TermsProps) {
  const { t } = useLingui();
  const form = useFormContext<PlanValues>();
  const errors = form.formState.errors.plan?.[index];
  const trigger = form.watch(`plan.${index}.trigger`);
  if (trigger === "AFTER_DAYS") return <WholeField index={index} name="afterDays" label={t`验收后几天`} />;
  if (trigger === "ON_DATE") {
    const fixed = form.watch(`plan.${index}.dueDay`) !== "";
    return (
      <>
        {!fixed && <WholeField index={index} name="afterDays" label={t`下单后几天`} />}
        <TextInput type="date" label={t`固定日期（可选）`} {...form.register(`plan.${index}.dueDay`)} />
      </>
    );
  }
  if (trigger !== "ON_MILESTONE") return null;
  return (
    <>
      <TextInput label={t`节点编码`} error={errors?.milestone?.message} {...form.register(`plan.${index}.milestone`)} />
      <WholeField index={index} name="componentPosition" label={t`第几个服务项目（可选）`} />
    </>
  );
}

/** Who takes the money; the first instalment is always the platform's. */
export function PlanCollector({ index }: TermsProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const form = useFormContext<PlanValues>();
  return (
    <NativeSelect label={t`由谁收款`} {...form.register(`plan.${index}.collector`)}>
      {Object.entries(collectorWords).map(([collector, words]) => (
        <option key={collector} value={collector}>
          {i18n._(words)}
        </option>
      ))}
    </NativeSelect>
  );
}

/** What happens when it is late. The first instalment has the order's own clock instead. */
export function PlanLate({ index }: TermsProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const form = useFormContext<PlanValues>();
  return (
    <>
      <WholeField index={index} name="graceDays" label={t`宽限天数`} />
      <NativeSelect label={t`逾期后`} {...form.register(`plan.${index}.overdueAction`)}>
        {Object.entries(overdueWords).map(([action, words]) => (
          <option key={action} value={action}>
            {i18n._(words)}
          </option>
        ))}
      </NativeSelect>
    </>
  );
}

type WholeProps = TermsProps & { name: "afterDays" | "componentPosition" | "graceDays"; label: string };

/** A whole number; only the days of grace may be none. */
function WholeField({ index, name, label }: WholeProps) {
  const form = useFormContext<PlanValues>();
  const grace = name === "graceDays";
  return (
    <Controller
      control={form.control}
      name={`plan.${index}.${name}`}
      render={({ field, fieldState }) => (
        <NumberInput
          ref={field.ref}
          label={label}
          min={grace ? 0 : 1}
          max={grace ? 90 : 3650}
          allowDecimal={false}
          value={field.value}
          onChange={(next) => field.onChange(next === "" ? (grace ? 0 : "") : Number(next))}
          onBlur={field.onBlur}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}
