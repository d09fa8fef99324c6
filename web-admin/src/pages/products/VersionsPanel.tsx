import { DateText } from "@kaidan/web-kit/ui/DateText";
import { ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { Section } from "../../features/console/Section";
import type { ProductDetailsFragment } from "../../gql/graphql";
import css from "./VersionsPanel.module.css";

/** Every version there was; an order keeps the one it was placed with. */
export function VersionsPanel({ product }: { product: ProductDetailsFragment }) {
  const { t } = useLingui();
  return (
    <Section title={t`版本`}>
      <ol className={`list ${css.versions}`}>
        {product.versions.map(({ id, number, createdAt, publishedAt }) => (
          <li key={id} className={css.version}>
            <span className={css.number}>v{number}</span>
            <VersionMark product={product} id={id} />
            <span className="muted small">
              {publishedAt ? (
                <Trans>
                  发布于 <DateText at={publishedAt} as="absolute" />
                </Trans>
              ) : (
                <Trans>
                  建于 <DateText at={createdAt} as="absolute" />
                </Trans>
              )}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function VersionMark({ product, id }: { product: ProductDetailsFragment; id: string }) {
  const { t } = useLingui();
  if (id === product.draft?.id && product.draft.submittedAt) return <ToneTag tone="warn">{t`审核中`}</ToneTag>;
  if (id === product.draft?.id) return <ToneTag tone="info">{t`草稿`}</ToneTag>;
  if (id === product.published?.id && product.state === "PUBLISHED") return <ToneTag tone="ok">{t`在售`}</ToneTag>;
  return <ToneTag tone="neutral">{t`历史版本`}</ToneTag>;
}
