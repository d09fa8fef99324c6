import { collectorWords, natureWords, overdueWords } from "@kaidan/web-kit/vocabulary/plain-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect, NumberInput, Radio, TextInput } from "@mantine/core";
import { Plus, Trash2 } from "lucide-react";
import { FormGrid } from "../../features/console/FormGrid";
import { Section } from "../../features/console/Section";
import { SumMark } from "../../features/console/SumMark";
import css from "./Composer.module.css";
import { ComposerDue } from "./ComposerDue";
import type { Draft, DraftStep } from "./composer-draft";

const natures = ["DEPOSIT", "ADVANCE", "PROGRESS", "FINAL", "RETENTION"] as const;

type PlanProps = { draft: Draft; onChange: (plan: readonly DraftStep[]) => void };

/** When it is paid: shares that make a whole, one of which, due at once, opens the work. */
export function ComposerPlan({ draft, onChange }: PlanProps) {
  const { t } = useLingui();
  const { plan } = draft;
  const sum = plan.reduce((all, { shareBasisPoints }) => all + shareBasisPoints, 0);
  const set = (key: string, part: Partial<DraftStep>) =>
    onChange(plan.map((step) => (step.key === key ? { ...step, ...part } : step)));
  return (
    <Section title={t`付款计划`} aside={<SumMark value={sum / 100} whole={100} label={t`比例合计`} />}>
      {plan.map((step) => (
        <fieldset key={step.key} className={css.line}>
          <legend className="visually-hidden">{step.name}</legend>
          <FormGrid>
            <StepMoney step={step} onChange={(part) => set(step.key, part)} />
            <ComposerDue draft={draft} step={step} onChange={(part) => set(step.key, part)} />
            {!step.gate && <StepLate step={step} onChange={(part) => set(step.key, part)} />}
            {!step.gate && <StepCollector step={step} onChange={(part) => set(step.key, part)} />}
            <Radio
              name="gate"
              label={t`付清后开工`}
              checked={step.gate}
              onChange={() => onChange(plan.map((each) => openedBy(each, step.key)))}
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

type StepProps = { step: DraftStep; onChange: (part: Partial<DraftStep>) => void };

/** What it is called, how much of the whole it is and what it is in law. */
function StepMoney({ step, onChange }: StepProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  return (
    <>
      <TextInput
        label={t`名称`}
        value={step.name}
        maxLength={30}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <NumberInput
        label={t`比例`}
        suffix="%"
        min={0}
        max={100}
        decimalScale={2}
        value={step.shareBasisPoints / 100}
        onChange={(value) => onChange({ shareBasisPoints: Math.round(Number(value) * 100) })}
      />
      <NativeSelect
        label={t`性质`}
        value={step.nature}
        onChange={(event) => {
          const nature = natures.find((each) => each === event.currentTarget.value);
          if (nature) onChange({ nature });
        }}
        data={natures.map((value) => ({ value, label: i18n._(natureWords[value]) }))}
      />
    </>
  );
}

/** What happens when it is late. What opens the work has the order's own clock instead. */
function StepLate({ step, onChange }: StepProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  return (
    <>
      <NumberInput
        label={t`宽限天数`}
        min={0}
        max={90}
        allowDecimal={false}
        value={step.graceDays ?? 0}
        onChange={(value) => onChange({ graceDays: Number(value) })}
      />
      <NativeSelect
        label={t`逾期后`}
        value={step.overdueAction ?? "NOTHING"}
        onChange={(event) =>
          onChange({ overdueAction: event.currentTarget.value === "PAUSE_WORK" ? "PAUSE_WORK" : "NOTHING" })
        }
        data={Object.entries(overdueWords).map(([value, words]) => ({ value, label: i18n._(words) }))}
      />
    </>
  );
}

/** Who takes the money. What opens the work is paid to the platform: nobody is sent there yet who could collect it. */
function StepCollector({ step, onChange }: StepProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  return (
    <NativeSelect
      label={t`由谁收款`}
      value={step.collector ?? "PLATFORM"}
      onChange={(event) => onChange({ collector: event.currentTarget.value === "SUPPLIER" ? "SUPPLIER" : "PLATFORM" })}
      data={Object.entries(collectorWords).map(([value, words]) => ({ value, label: i18n._(words) }))}
    />
  );
}

const openedBy = (step: DraftStep, key: string): DraftStep =>
  step.key === key ? { ...step, gate: true, collector: "PLATFORM" } : { ...step, gate: false };

const anotherStep = (shareBasisPoints: number): DraftStep => ({
  key: crypto.randomUUID(),
  line: "",
  name: "进度款",
  nameEn: "Progress",
  shareBasisPoints,
  nature: "PROGRESS",
  trigger: "ON_TICKETS_STARTED",
  afterDays: null,
  gate: false,
});
