import { useLingui } from "@lingui/react/macro";
import { Check } from "lucide-react";
import css from "./Stepper.module.css";

type StepperProps<TKey extends string> = {
  steps: readonly { readonly key: TKey; readonly label: string }[];
  current: TKey;
  /** Lets a person go back to a finished step. */
  onStep?: (key: TKey) => void;
};

/** Where one is in a form of several steps. Each step should be an address of its own. */
export function Stepper<TKey extends string>({ steps, current, onStep }: StepperProps<TKey>) {
  const { t } = useLingui();
  const at = steps.findIndex(({ key }) => key === current);
  return (
    <ol className={css.steps} aria-label={t`步骤`}>
      {steps.map(({ key, label }, index) => (
        <li key={key} data-done={index < at || undefined} aria-current={index === at ? "step" : undefined}>
          <button type="button" disabled={!onStep || index >= at} onClick={() => onStep?.(key)}>
            <span className={css.mark} aria-hidden>
              {index < at ? <Check size={14} strokeWidth={2.5} /> : index + 1}
            </span>
            {label}
          </button>
        </li>
      ))}
    </ol>
  );
}
