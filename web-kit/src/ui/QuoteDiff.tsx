import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { MoveRight } from "lucide-react";
import { formatAbsolute } from "../format/dates";
import { soldByWords } from "../vocabulary/collection-words";
import { quotationChangeWords, quotationFieldWords } from "../vocabulary/quotation-words";
import { Money } from "./Money";
import css from "./QuoteDiff.module.css";

export type QuoteChange = {
  readonly kind: keyof typeof quotationChangeWords;
  readonly field: keyof typeof quotationFieldWords;
  readonly subject?: string | null;
  readonly before?: string | null;
  readonly after?: string | null;
};

const money = new Set(["LINE", "UNIT_PRICE", "AMOUNT", "OFFICIAL_FEE", "TOTAL"]);

/** What is different between two versions, in words: what came, what went, what changed from what to what. */
export function QuoteDiff({ changes }: { changes: readonly QuoteChange[] }) {
  const { i18n } = useI18n();
  if (changes.length === 0) {
    return (
      <p className="muted">
        <Trans>两个版本没有区别。</Trans>
      </p>
    );
  }
  return (
    <ul className={`list ${css.changes}`}>
      {changes.map((change) => (
        <li
          key={`${change.kind}${change.field}${change.subject}${change.before}${change.after}`}
          data-kind={change.kind}
        >
          <span className={css.kind}>{i18n._(quotationChangeWords[change.kind])}</span>
          <span className={css.what}>
            {change.subject && <strong>{change.subject}</strong>}{" "}
            {change.field !== "LINE" && i18n._(quotationFieldWords[change.field])}
          </span>
          <span className={css.values}>
            {change.before !== null && change.before !== undefined && (
              <del>
                <Value change={change} text={change.before} />
              </del>
            )}
            {change.kind === "CHANGED" && <MoveRight size={14} aria-hidden />}
            {change.after !== null && change.after !== undefined && (
              <ins>
                <Value change={change} text={change.after} />
              </ins>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Value({ change: { field }, text }: { change: QuoteChange; text: string }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  if (money.has(field)) return <Money fen={text} />;
  if (field === "VALID_UNTIL") return formatAbsolute(text);
  if (field === "COLLECTION") return i18n._(soldByWords[text as keyof typeof soldByWords]);
  if (field === "OPTIONAL") return text === "true" ? t`可选` : t`必选`;
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
