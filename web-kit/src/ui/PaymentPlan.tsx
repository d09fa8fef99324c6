import { useLingui as useI18n } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { fill, natureWords, triggerWords } from "../vocabulary/plain-words";
import type { StateOf } from "../vocabulary/state-words";
import { DateText } from "./DateText";
import { Money } from "./Money";
import css from "./PaymentPlan.module.css";
import { StatusTag } from "./StatusTag";

export type PlanStep = {
  readonly name: string;
  readonly nameEn: string;
  readonly nature: keyof typeof natureWords;
  readonly trigger: keyof typeof triggerWords;
  readonly afterDays?: number | null;
  readonly amount: string;
};

export type PlanRow = PlanStep & {
  readonly id: string;
  readonly paid: string;
  readonly state: StateOf<"InstalmentState">;
  readonly dueAt?: string | null;
};

type PaymentPlanProps<TRow extends PlanRow> = {
  instalments: readonly TRow[];
  /** The button of the one instalment that is payable now. */
  action?: (instalment: TRow) => ReactNode;
};

/** The instalments of an order in their order; exactly one row is "now" and carries the action. */
export function PaymentPlan<TRow extends PlanRow>({ instalments, action }: PaymentPlanProps<TRow>) {
  const current = instalments.find(({ state }) => state === "DUE" || state === "PART_PAID");
  return (
    <ol className={css.plan}>
      {instalments.map((row, index) => (
        <li key={row.id} className={css.row} data-now={row === current || undefined} data-state={row.state}>
          <span className={css.mark} aria-hidden>
            {row.state === "PAID" ? <Check size={14} strokeWidth={2.5} /> : index + 1}
          </span>
          <StepWords step={row} />
          <span className={css.amount}>
            <Money fen={row.amount} />
            <StatusTag of="InstalmentState" state={row.state} />
          </span>
          {row === current && (
            <div className={css.now}>
              <span className={css.dates}>
                {row.dueAt && (
                  <span>
                    <Trans>
                      应付日期 <DateText at={row.dueAt} as="day" />
                    </Trans>
                  </span>
                )}
                {row.paid !== "0" && (
                  <span>
                    <Trans>
                      已付 <Money fen={row.paid} />
                    </Trans>
                  </span>
                )}
              </span>
              {action?.(row)}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

/** The same plan before there is an order: what will be paid when. */
export function PlanPreview({ steps }: { steps: readonly PlanStep[] }) {
  return (
    <ol className={css.plan}>
      {steps.map((step, index) => (
        <li key={`${step.name}${index}`} className={css.row}>
          <span className={css.mark} aria-hidden>
            {index + 1}
          </span>
          <StepWords step={step} />
          <span className={css.amount}>
            <Money fen={step.amount} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function StepWords({ step }: { step: PlanStep }) {
  const { i18n } = useI18n();
  const when = i18n._(fill(triggerWords[step.trigger], { days: step.afterDays ?? 0 }));
  const name = i18n.locale === "en" ? step.nameEn : step.name;
  const nature = i18n._(natureWords[step.nature]);
  return (
    <span className={css.words}>
      <span>{name}</span>
      <small>{nature === name ? when : `${nature} · ${when}`}</small>
    </span>
  );
}
