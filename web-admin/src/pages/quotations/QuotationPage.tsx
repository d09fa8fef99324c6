import { useLive } from "@kaidan/web-kit/apollo/useLive";
import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { FilterTabs } from "@kaidan/web-kit/ui/FilterTabs";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { QuoteDiff } from "@kaidan/web-kit/ui/QuoteDiff";
import { StatusTag, ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { quotationAttentionWords } from "@kaidan/web-kit/vocabulary/quotation-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { Columns, Section } from "../../features/console/Section";
import { StaffQuotationChangedDocument } from "../../gql/graphql";
import { QuotationDeeds } from "./QuotationDeeds";
import { QuotationFacts } from "./QuotationFacts";
import { QuotationLines } from "./QuotationLines";
import { QuotationRequests } from "./QuotationRequests";

const route = getRouteApi("/signedIn/quotations/$no");

/** One negotiation: its versions, what changed between them, what the customer asks, and what staff do next. */
export function QuotationPage() {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { v } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const quotation = data.staffQuotation;
  useLive(StaffQuotationChangedDocument, {
    variables: { quotationId: quotation?.id ?? "", afterSeq: quotation?.seq ?? null },
    skip: !quotation,
    onCatchUp: () => void refresh(),
  });
  const version = quotation?.versions.find(({ number }) => number === v) ?? quotation?.versions.at(-1);
  if (!quotation || !version) return <NotFoundState home={import.meta.env.BASE_URL} />;
  const { attention } = quotation;
  const reload = () => void refresh();
  return (
    <>
      <PageHeader
        title={version.title}
        back="/quotations"
        aside={
          <>
            <StatusTag of="QuotationState" state={version.state} />
            {attention && <ToneTag tone="warn">{i18n._(quotationAttentionWords[attention])}</ToneTag>}
          </>
        }
        actions={<QuotationDeeds quotation={quotation} version={version} onStale={reload} />}
      >
        <span className="mono">{quotation.no}</span> · {quotation.customer.displayName}
      </PageHeader>
      {quotation.versions.length > 1 && (
        <FilterTabs
          label={t`版本`}
          value={String(version.number)}
          options={quotation.versions.map(({ number }) => ({ value: String(number), label: t`第 ${number} 版` }))}
          onChange={(value) => void navigate({ search: { v: Number(value) }, replace: true })}
        />
      )}
      <Columns
        main={
          <>
            {version.number > 1 && (
              <Section title={t`与上一版的区别`}>
                <QuoteDiff changes={version.changes} />
              </Section>
            )}
            <QuotationLines version={version} />
          </>
        }
        side={
          <>
            <QuotationFacts quotation={quotation} version={version} />
            <QuotationRequests quotation={quotation} onStale={reload} />
          </>
        }
      />
    </>
  );
}
