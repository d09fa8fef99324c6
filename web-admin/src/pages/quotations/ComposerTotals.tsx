import { useQuery } from "@apollo/client/react";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Money } from "@kaidan/web-kit/ui/Money";
import { ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { wordsForError } from "@kaidan/web-kit/vocabulary/error-words";
import { quotationReasonWords } from "@kaidan/web-kit/vocabulary/quotation-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { useDebouncedValue } from "@mantine/hooks";
import { Section } from "../../features/console/Section";
import { PreviewQuotationDocument } from "../../gql/graphql";
import { contentOf, type Draft, isReady } from "./composer-draft";

const PAUSE_MS = 300;

/** What the version would come to, worked out by the server while it is typed, and whether a second person must look. */
export function ComposerTotals({ draft, quotationId }: { draft: Draft; quotationId: string | null }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const [typed] = useDebouncedValue(draft, PAUSE_MS);
  const { data, previousData, loading } = useQuery(PreviewQuotationDocument, {
    variables: { content: { ...contentOf(typed), title: typed.title || "—" }, quotationId },
    skip: !isReady(typed),
    fetchPolicy: "no-cache",
  });
  const answer = (data ?? previousData)?.previewQuotation;
  const preview = answer?.preview;
  const [refused] = answer?.userErrors ?? [];
  return (
    <Section title={t`实时合计`}>
      <div aria-live="polite" aria-busy={loading} className="stack">
        {refused && <p role="alert">{wordsForError(i18n, refused)}</p>}
        {preview ? (
          <>
            <Facts
              items={[
                { label: t`合计（不含可选项）`, value: <Money fen={preview.total} look="price" /> },
                { label: t`目录价合计`, value: <Money fen={preview.listTotal} /> },
                { label: t`毛利`, value: preview.margin && <Money fen={preview.margin} /> },
              ]}
            />
            {preview.reviewReasons.map((reason) => (
              <ToneTag key={reason} tone="review">
                {i18n._(quotationReasonWords[reason])}
              </ToneTag>
            ))}
            {preview.reviewReasons.length > 0 && (
              <p className="muted small">
                <Trans>发送前需另一位同事内审。</Trans>
              </p>
            )}
          </>
        ) : (
          <p className="muted">
            <Trans>选好城市与服务后显示合计。</Trans>
          </p>
        )}
      </div>
    </Section>
  );
}
