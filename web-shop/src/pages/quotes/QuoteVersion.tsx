import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PlanPreview } from "@kaidan/web-kit/ui/PaymentPlan";
import { SoldBy } from "@kaidan/web-kit/ui/SoldBy";
import { Trans, useLingui } from "@lingui/react/macro";
import type { QuoteVersionFragment } from "../../gql/graphql";
import css from "./Quotes.module.css";

type WorkProps = {
  version: QuoteVersionFragment;
  ticked: ReadonlySet<number>;
  /** Given while the customer may still choose. */
  onTick?: ((ticked: ReadonlySet<number>) => void) | undefined;
};

/** What is quoted, line by line with its figures; optional lines have a box to tick. */
export function QuoteWork({ version, ticked, onTick }: WorkProps) {
  const { t } = useLingui();
  const { region, inputs, lines } = version;
  return (
    <section className={`card ${css.section}`} aria-labelledby="work">
      <h2 id="work">
        <Trans>报价明细</Trans>
      </h2>
      <Facts
        items={[
          { label: t`地区`, value: region.name },
          ...inputs.map(({ label, value, unit }) => ({ label, value: unit ? `${value} ${unit}` : value })),
        ]}
      />
      <ul className={`list ${css.lines}`}>
        {lines.map((line) => {
          const taken = !line.optional || ticked.has(line.position);
          return (
            <li key={line.id} className={css.line} data-left={!taken || undefined}>
              <input
                type="checkbox"
                className={css.tick}
                checked={taken}
                disabled={!line.optional || !onTick}
                aria-label={line.optional ? t`选择「${line.itemName}」` : t`「${line.itemName}」必选`}
                onChange={() => onTick?.(toggled(ticked, line.position))}
              />
              <span className={css.what}>
                <strong>
                  {line.itemName}
                  {line.optional && <Trans>（可选）</Trans>}
                </strong>
                <span className="muted small">
                  {line.explanation} · {line.supplier?.name}
                  {line.leadDays !== null && line.leadDays !== undefined && <Trans> · 工期 {line.leadDays} 天</Trans>}
                </span>
                <SoldBy mode={line.collectionMode} officialFee={line.officialFee} />
                {line.note && <span className="small">{line.note}</span>}
              </span>
              <Money fen={line.amount} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function toggled(ticked: ReadonlySet<number>, position: number): ReadonlySet<number> {
  const next = new Set(ticked);
  if (!next.delete(position)) next.add(position);
  return next;
}

/** When it is paid; the shares are of the total without optional lines, as long as nothing is agreed. */
export function QuotePlan({ version }: { version: QuoteVersionFragment }) {
  return (
    <section className={`card ${css.section}`} aria-labelledby="plan">
      <h2 id="plan">
        <Trans>付款计划</Trans>
      </h2>
      <PlanPreview steps={version.plan} />
      {version.acceptedTotal === null && version.lines.some(({ optional }) => optional) && (
        <p className="muted small">
          <Trans>金额不含可选项；勾选后按同样比例分期。</Trans>
        </p>
      )}
    </section>
  );
}

/** The terms, the end, and the paper to keep. */
export function QuoteTerms({ version }: { version: QuoteVersionFragment }) {
  return (
    <section className={`card ${css.section}`} aria-labelledby="terms">
      <h2 id="terms">
        <Trans>条款</Trans>
      </h2>
      {version.terms ? (
        <p className={css.terms}>{version.terms}</p>
      ) : (
        <p className="muted">
          <Trans>没有附加条款。</Trans>
        </p>
      )}
      <p className="muted small">
        <Trans>
          有效期至 <DateText at={version.validUntil} as="absolute" />
        </Trans>
        {version.contractTemplate && <Trans> · 成交后需签订合同</Trans>}
      </p>
      {version.pdf && (
        <p>
          <a href={version.pdf.url} download>
            <Trans>下载 PDF</Trans>
          </a>
        </p>
      )}
    </section>
  );
}
