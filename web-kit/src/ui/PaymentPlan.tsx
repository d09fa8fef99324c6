import type { MessageDescriptor } from "@lingui/core";
import { useLingui as useI18n } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import {
  afterOrderWords,
  collectorWords,
  dayWords,
  fill,
  milestoneWords,
  natureWords,
  triggerWords,
} from "../vocabulary/plain-words";
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
  /** The day that was agreed, such as 2026-12-01. */
  readonly dueDay?: string | null;
  readonly amount: string;
  /** The milestone it waits for, where its page knows the order's. */
  readonly milestoneName?: string | null;
  /** The platform unless it says the supplier, who collects it where the work is done. */
  readonly collector?: keyof typeof collectorWords | null;
};

export type PlanRow = PlanStep & {
  readonly id: string;
  readonly paid: string;
  readonly state: StateOf<"InstalmentState">;
  readonly dueAt?: string | null;
  readonly waived?: string;
};

type PaymentPlanProps<TRow extends PlanRow> = {
  instalments: readonly TRow[];
  /** The button of the one instalment that is payable now. */
  action?: (instalment: TRow) => ReactNode;
  /** The way to pay the next planned instalment before it is asked for; offered only while nothing is. */
  early?: (instalment: TRow) => ReactNode;
};

const isOpen = ({ state }: PlanRow): boolean => state === "DUE" || state === "PART_PAID" || state === "OVERDUE";

/** The instalments of an order in their order; exactly one row is "now" and carries the action. */
export function PaymentPlan<TRow extends PlanRow>({ instalments, action, early }: PaymentPlanProps<TRow>) {
  const current = instalments.find(({ state }) => state === "OVERDUE") ?? instalments.find(isOpen);
  const next = current ? undefined : instalments.find(({ state }) => state === "PLANNED");
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
                {row.nature === "DEPOSIT" && <DepositNote />}
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
          {row.state === "PLANNED" && (row.dueAt || (row === next && early)) && (
            <div className={css.now}>
              <span className={css.dates}>
                {row.dueAt && (
                  <span>
                    <Trans>
                      预计 <DateText at={row.dueAt} as="day" /> 到期
                    </Trans>
                  </span>
                )}
              </span>
              {row === next && early?.(row)}
            </div>
          )}
          {row.waived !== undefined && row.waived !== "0" && (
            <div className={css.now}>
              <span className={css.dates}>
                <Trans>
                  已减免 <Money fen={row.waived} />
                </Trans>
              </span>
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
          {step.nature === "DEPOSIT" && (
            <div className={css.now}>
              <span className={css.dates}>
                <DepositNote />
              </span>
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What the law says of 定金 (Civil Code, article 587), to be read before it is paid. */
export function DepositNote() {
  return (
    <span>
      <Trans>定金：您无故不履行约定的，定金不予返还；我方不履行的，双倍返还。</Trans>
    </span>
  );
}

function StepWords({ step }: { step: PlanStep }) {
  const { i18n } = useI18n();
  const when = i18n._(whenWords(step));
  const name = i18n.locale === "en" ? step.nameEn : step.name;
  const nature = i18n._(natureWords[step.nature]);
  const collector = step.collector === "SUPPLIER" ? [i18n._(collectorWords.SUPPLIER)] : [];
  const said = [...(nature === name ? [] : [nature]), when, ...collector];
  return (
    <span className={css.words}>
      <span>{name}</span>
      <small>{said.join(" · ")}</small>
    </span>
  );
}

function whenWords({ trigger, afterDays, dueDay, milestoneName }: PlanStep): MessageDescriptor {
  if (milestoneName) return fill(milestoneWords, { milestone: milestoneName });
  if (dueDay) return fill(dayWords, { day: dueDay });
  if (trigger === "ON_DATE" && afterDays) return fill(afterOrderWords, { days: afterDays });
  return fill(triggerWords[trigger], { days: afterDays ?? 0 });
}
