import { formatNumber } from "@kaidan/web-kit/format/numbers";
import { Money } from "@kaidan/web-kit/ui/Money";
import { funderWords, priceStepWords } from "@kaidan/web-kit/vocabulary/pricing-words";
import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Cost, Margin } from "../../features/prices/Margin";
import type { StaffPriceFactsFragment } from "../../gql/graphql";
import css from "./OrderPrice.module.css";

type Line = StaffPriceFactsFragment["lines"][number];

/** Every line with the steps to its amount; each step begins where the one before it ended. */
export function PriceTrace({ lines, costs }: { lines: readonly Line[]; costs: boolean }) {
  return (
    <ol className={`list ${css.lines}`}>
      {lines.map((line, index) => (
        <li key={line.componentId ?? index}>
          <div className={css.head}>
            <strong>{line.itemName}</strong>
            <span className="muted">
              {formatNumber(line.quantity)} {line.unit} · {line.supplier?.name ?? "—"}
            </span>
            <Money fen={line.amount} />
          </div>
          <Steps line={line} />
          {costs && (
            <p className={`small muted ${css.costs}`}>
              <span>
                <Trans>成本</Trans> <Cost fen={line.costAmount} />
              </span>
              <span>
                <Trans>毛利</Trans> <Margin cost={line.costAmount} sale={line.amount} />
              </span>
              <span>
                <Trans>含税</Trans> <Money fen={line.taxAmount} />
              </span>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function Steps({ line: { trace, formula } }: { line: Line }) {
  const { i18n } = useLingui();
  return (
    <ol className={`list small ${css.steps}`}>
      {trace.map(({ kind, text, after, fundedBy }, index) => (
        <li key={`${index}${kind}`}>
          <span className="muted">{i18n._(priceStepWords[kind])}</span>
          <span className={css.how}>
            {text}{" "}
            {kind === "ITEM" && formula && (
              <Link to="/pricing/formulas/$code" params={{ code: formula.code ?? "" }}>
                {formula.code} v{formula.number}
              </Link>
            )}
            {fundedBy && <span className="muted">（{i18n._(funderWords[fundedBy])}）</span>}
          </span>
          <Money fen={after} />
        </li>
      ))}
    </ol>
  );
}
