import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { settledPartWords } from "../vocabulary/settlement-words";
import { Money } from "./Money";
import css from "./SettledParts.module.css";

interface SettledPartsProps {
  readonly parts: readonly { readonly kind: keyof typeof settledPartWords; readonly amount: string }[];
}

/** What an amount between the platform and a supplier is made of: price, commission, what was taken off. */
export function SettledParts({ parts }: SettledPartsProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  if (parts.length === 0) return null;
  return (
    <ul className={`${css.parts} muted small`} aria-label={t`金额构成`}>
      {parts.map(({ kind, amount }) => (
        <li key={kind}>
          {i18n._(settledPartWords[kind])} <Money fen={amount} />
        </li>
      ))}
    </ul>
  );
}
