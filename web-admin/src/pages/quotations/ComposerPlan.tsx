import { triggerWords } from "@kaidan/web-kit/vocabulary/plain-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect, NumberInput, Radio, TextInput } from "@mantine/core";
import { Plus, Trash2 } from "lucide-react";
import { FormGrid } from "../../features/console/FormGrid";
import { Section } from "../../features/console/Section";
import { SumMark } from "../../features/console/SumMark";
import css from "./Composer.module.css";
import type { DraftStep } from "./composer-draft";

const triggers = ["ON_ORDER", "ON_CONTRACT", "ON_TICKETS_STARTED", "ON_ACCEPTANCE", "AFTER_DAYS"] as const;

type PlanProps = { plan: readonly DraftStep[]; onChange: (plan: readonly DraftStep[]) => void };

/** When it is paid: shares that make a whole, one of which, due at once, opens the work. */
export function ComposerPlan({ plan, onChange }: PlanProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const sum = plan.reduce((all, { shareBasisPoints }) => all + shareBasisPoints, 0);
  const set = (key: string, part: Partial<DraftStep>) =>
    onChange(plan.map((step) => (step.key === key ? { ...step, ...part } : step)));
  return (
    <Section title={t`付款计划`} aside={<SumMark value={sum / 100} whole={100} label={t`比例合计`} />}>
      {plan.map((step) => (
        <fieldset key={step.key} className={css.line}>
          <legend className="visually-hidden">{step.name}</legend>
          <FormGrid>
            <TextInput
              label={t`名称`}
              value={step.name}
              maxLength={30}
              onChange={(event) => set(step.key, { name: event.currentTarget.value })}
            />
            <NumberInput
              label={t`比例`}
              suffix="%"
              min={0}
              max={100}
              decimalScale={2}
              value={step.shareBasisPoints / 100}
              onChange={(value) => set(step.key, { shareBasisPoints: Math.round(Number(value) * 100) })}
            />
            <NativeSelect
              label={t`何时支付`}
              value={step.trigger}
              onChange={(event) => {
                const trigger = triggers.find((each) => each === event.currentTarget.value) ?? "ON_ORDER";
                set(step.key, { trigger, afterDays: trigger === "AFTER_DAYS" ? 30 : null });
              }}
              data={triggers.map((value) => ({ value, label: i18n._(triggerWords[value]) }))}
            />
            <Radio
              name="gate"
              label={t`付清后开工`}
              checked={step.gate}
              onChange={() => onChange(plan.map((each) => ({ ...each, gate: each.key === step.key })))}
            />
          </FormGrid>
          {plan.length > 1 && (
            <Button
              variant="subtle"
              color="gray"
              size="xs"
              leftSection={<Trash2 size={14} aria-hidden />}
              onClick={() => onChange(plan.filter(({ key }) => key !== step.key))}
            >
              <Trans>删除「{step.name}」</Trans>
            </Button>
          )}
        </fieldset>
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<Plus size={16} strokeWidth={1.5} aria-hidden />}
          onClick={() => onChange([...plan, anotherStep(Math.max(1, 10_000 - sum))])}
        >
          <Trans>添加一期</Trans>
        </Button>
      </div>
    </Section>
  );
}

const anotherStep = (shareBasisPoints: number): DraftStep => ({
  key: crypto.randomUUID(),
  name: "进度款",
  nameEn: "Progress",
  shareBasisPoints,
  nature: "PROGRESS",
  trigger: "ON_TICKETS_STARTED",
  afterDays: null,
  gate: false,
});
