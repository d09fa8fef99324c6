import { ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { natureWords } from "@kaidan/web-kit/vocabulary/plain-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { DoorOpen } from "lucide-react";
import { Controller, useFormContext } from "react-hook-form";
import type { PlanValues } from "./draft-schema";
import { PlanCollector, PlanLate, PlanWhen } from "./PlanTerms";
import css from "./Rows.module.css";

type RowProps = { index: number };

/** Triggers that ask for a field of their own. */
const saysMore: readonly string[] = ["AFTER_DAYS", "ON_DATE", "ON_MILESTONE"];

const natures = ["DEPOSIT", "ADVANCE", "PROGRESS", "FINAL", "RETENTION"] as const;

/** One instalment: its names, its share, what kind of money it is and when it falls due. */
export function PlanRow({ index }: RowProps) {
  const form = useFormContext<PlanValues>();
  const { t } = useLingui();
  const { i18n } = useI18n();
  const errors = form.formState.errors.plan?.[index];
  return (
    <div className={css.step}>
      <TextInput label={t`名称`} error={errors?.name?.message} {...form.register(`plan.${index}.name`)} />
      <TextInput
        label={t`英文名称`}
        lang="en"
        error={errors?.nameEn?.message}
        {...form.register(`plan.${index}.nameEn`)}
      />
      <ShareField index={index} />
      <NativeSelect label={t`性质`} {...form.register(`plan.${index}.nature`)}>
        {natures.map((nature) => (
          <option key={nature} value={nature}>
            {i18n._(natureWords[nature])}
          </option>
        ))}
      </NativeSelect>
      <TriggerField index={index} />
      <PlanWhen index={index} />
      {index > 0 && <PlanLate index={index} />}
      {index > 0 && <PlanCollector index={index} />}
      {index === 0 && (
        <div className={`${css.beside} ${css.wide}`}>
          <ToneTag tone="info" icon={DoorOpen}>{t`付清后开始派单`}</ToneTag>
        </div>
      )}
    </div>
  );
}

/** People think in per cent; the plan is kept in basis points, so 12.5 % stays exact. */
function ShareField({ index }: RowProps) {
  const { t } = useLingui();
  const form = useFormContext<PlanValues>();
  return (
    <Controller
      control={form.control}
      name={`plan.${index}.shareBasisPoints`}
      render={({ field, fieldState }) => (
        <NumberInput
          ref={field.ref}
          label={t`比例`}
          suffix="%"
          min={0.01}
          max={100}
          decimalScale={2}
          value={field.value / 100}
          onChange={(next) => field.onChange(Math.round(Number(next) * 100))}
          onBlur={field.onBlur}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}

function TriggerField({ index }: RowProps) {
  const { t } = useLingui();
  const form = useFormContext<PlanValues>();
  const trigger = form.watch(`plan.${index}.trigger`);
  const words = {
    ON_ORDER: t`下单时`,
    ON_CONTRACT: t`合同生效后`,
    ON_DATE: t`约定日期`,
    ON_TICKETS_STARTED: t`开工后`,
    ON_MILESTONE: t`节点通过后`,
    ON_ACCEPTANCE: t`验收通过后`,
    AFTER_DAYS: t`验收后若干天`,
  };
  const misplaced = (trigger === "ON_ORDER") !== (index === 0);
  return (
    <NativeSelect
      className={saysMore.includes(trigger) ? undefined : css.two}
      label={t`何时支付`}
      error={misplaced ? (index === 0 ? t`第一期在下单时支付` : t`只有第一期在下单时支付`) : undefined}
      {...form.register(`plan.${index}.trigger`)}
    >
      {Object.entries(words).map(([code, label]) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </NativeSelect>
  );
}
