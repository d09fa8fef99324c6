import { useQuery } from "@apollo/client/react";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PlanPreview } from "@kaidan/web-kit/ui/PaymentPlan";
import { PriceBreakdown } from "@kaidan/web-kit/ui/PriceBreakdown";
import { ListSkeleton } from "@kaidan/web-kit/ui/Skeletons";
import { describeFailure, wordsForError } from "@kaidan/web-kit/vocabulary/error-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Section } from "../../features/console/Section";
import { PreviewProductPriceDocument, type PreviewVersionFragment } from "../../gql/graphql";
import css from "./Preview.module.css";
import { type Configuration, priceVariables } from "./preview-configuration";

const patienceMs = 250;

type PriceProps = { version: PreviewVersionFragment; configuration: Configuration };

/** The server's price for what is configured; while a newer one is on its way the old one stays readable. */
export function PreviewPrice({ version, configuration }: PriceProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const [settled] = useDebouncedValue(configuration, patienceMs);
  const query = useQuery(PreviewProductPriceDocument, {
    variables: priceVariables(version.id, settled),
    skip: settled.regionCode === "",
  });
  const answer = (query.data ?? query.previousData)?.previewProductPrice;
  const busy = query.loading || settled !== configuration;
  if (configuration.regionCode === "") {
    return (
      <Section title={t`价格`}>
        <p className="muted">
          <Trans>先选择销售城市，才能算出价格。</Trans>
        </p>
      </Section>
    );
  }
  if (query.error) return <Alert color="red">{describeFailure(i18n, query.error, "page")}</Alert>;
  if (!answer) return <ListSkeleton rows={2} />;
  if (!answer.price) {
    return (
      <Alert color="yellow" title={t`现在算不出价格`}>
        {answer.userErrors.map((error) => (
          <p key={`${error.code}${error.field}`}>{wordsForError(i18n, error)}</p>
        ))}
      </Alert>
    );
  }
  return (
    <>
      <Section title={t`价格`} aside={<Money fen={answer.price.total} look="hero" />}>
        <div className={css.price}>
          <PriceBreakdown
            total={answer.price.total}
            lines={answer.price.lines}
            effects={answer.price.rules}
            tax={answer.price.tax}
            busy={busy}
          />
        </div>
      </Section>
      <Section title={t`付款计划`}>
        <PlanPreview steps={answer.price.plan} />
      </Section>
    </>
  );
}
