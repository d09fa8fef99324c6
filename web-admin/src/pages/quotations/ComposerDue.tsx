import { useQuery } from "@apollo/client/react";
import { dayOf } from "@kaidan/web-kit/format/days";
import { useNow } from "@kaidan/web-kit/ui/useNow";
import { useLingui } from "@lingui/react/macro";
import { NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { QuotableServicesDocument } from "../../gql/graphql";
import type { Draft, DraftStep } from "./composer-draft";

type DueProps = { draft: Draft; step: DraftStep; onChange: (part: Partial<DraftStep>) => void };

/** What makes an instalment due, and what its trigger asks for besides; says at once what could never happen. */
export function ComposerDue({ draft, step, onChange }: DueProps) {
  const { t } = useLingui();
  const words = {
    ON_ORDER: t`下单时`,
    ON_CONTRACT: t`合同生效后`,
    ON_DATE: t`约定日期`,
    ON_TICKETS_STARTED: t`开工后`,
    ON_MILESTONE: t`节点通过后`,
    ON_ACCEPTANCE: t`验收通过后`,
    AFTER_DAYS: t`验收后若干天`,
  };
  const triggers = Object.keys(words) as (keyof typeof words)[];
  const noContract = step.trigger === "ON_CONTRACT" && !draft.contractTemplate;
  return (
    <>
      <NativeSelect
        label={t`何时支付`}
        value={step.trigger}
        error={noContract && t`请先在基本信息里选择合同`}
        onChange={(event) => {
          const trigger = triggers.find((each) => each === event.currentTarget.value) ?? "ON_ORDER";
          const days = trigger === "AFTER_DAYS" || trigger === "ON_DATE" ? 30 : null;
          onChange({ trigger, afterDays: days, dueDay: null, milestone: null, line: "" });
        }}
        data={triggers.map((value) => ({ value, label: words[value] }))}
      />
      {step.trigger === "ON_DATE" && <DueDay step={step} onChange={onChange} />}
      {step.trigger === "AFTER_DAYS" && (
        <Days label={t`验收后几天`} value={step.afterDays} onChange={(afterDays) => onChange({ afterDays })} />
      )}
      {step.trigger === "ON_MILESTONE" && <DueMilestone draft={draft} step={step} onChange={onChange} />}
    </>
  );
}

/** A fixed day, or so many days after the order. */
function DueDay({ step, onChange }: Omit<DueProps, "draft">) {
  const { t } = useLingui();
  const today = dayOf(useNow());
  const over = Boolean(step.dueDay && step.dueDay < today);
  return (
    <>
      {!step.dueDay && (
        <Days label={t`下单后几天`} value={step.afterDays} onChange={(afterDays) => onChange({ afterDays })} />
      )}
      <TextInput
        type="date"
        label={t`固定日期（可选）`}
        min={today}
        value={step.dueDay ?? ""}
        error={over && t`这一天已经过去`}
        onChange={(event) => {
          const dueDay = event.currentTarget.value || null;
          onChange({ dueDay, afterDays: dueDay ? null : 30 });
        }}
      />
    </>
  );
}

type DaysProps = { label: string; value: number | null | undefined; onChange: (days: number | null) => void };

function Days({ label, value, onChange }: DaysProps) {
  return (
    <NumberInput
      label={label}
      min={1}
      max={3650}
      allowDecimal={false}
      value={value ?? ""}
      onChange={(next) => onChange(next === "" ? null : Number(next))}
    />
  );
}

/** The milestones of the work that is done in any case: what may be left out can't be waited for. */
function DueMilestone({ draft, step, onChange }: DueProps) {
  const { t } = useLingui();
  const { regionCode, lines } = draft;
  const { data } = useQuery(QuotableServicesDocument, { variables: { regionCode }, skip: regionCode === "" });
  const items = new Map((data?.quotableServices ?? []).map((one) => [one.itemId, one]));
  const options = lines.flatMap(({ key, service, optional }, index) => {
    const item = optional ? undefined : items.get(service.split(":")[0] ?? "");
    return (item?.milestones ?? []).map(({ code, name }) => ({
      value: `${key}:${code}`,
      label: t`第 ${index + 1} 项 ${item?.itemName ?? ""} · ${name}`,
    }));
  });
  const value = step.milestone ? `${step.line}:${step.milestone}` : "";
  const known = value === "" || options.some((option) => option.value === value);
  return (
    <NativeSelect
      label={t`等哪个节点`}
      value={value}
      error={value === "" && t`请选择节点`}
      onChange={(event) => {
        const [line = "", milestone = ""] = event.currentTarget.value.split(":");
        onChange({ line, milestone: milestone || null });
      }}
    >
      <option value="">{t`请选择`}</option>
      {!known && <option value={value}>{step.milestone}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </NativeSelect>
  );
}
