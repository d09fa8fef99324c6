import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { SaveQuotationDraftDocument } from "../../gql/graphql";
import { contentOf, type Draft, draftOf } from "./composer-draft";
import { QuotationComposer } from "./QuotationComposer";

const route = getRouteApi("/signedIn/quotations/$no/edit");

/** The version that is being written. */
export function EditQuotationPage() {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const { act, busy } = useAct(SaveQuotationDraftDocument, (answer) => answer.saveQuotationDraft);
  const quotation = data.staffQuotation;
  const version = quotation?.versions.find(({ state }) => state === "DRAFT");
  if (!quotation || !version) return <NotFoundState home={import.meta.env.BASE_URL} />;
  const { no } = quotation;
  const { number } = version;

  async function save(draft: Draft): Promise<void> {
    const { id: quotationId } = quotation ?? { id: "" };
    const seen = { quotationId, number, version: version?.version ?? 0 };
    const done = await act({ input: { ...seen, content: contentOf(draft), changeNote: draft.changeNote || null } });
    if (!done) return void refresh();
    toast.ok(t`已保存`);
    await navigate({ to: "/quotations/$no", params: { no }, search: { v: number } });
  }

  return (
    <>
      <PageHeader
        title={t`编辑第 ${number} 版`}
        back={`/quotations/${no}`}
        aside={<StatusTag of="QuotationState" state={version.state} />}
      >
        <span className="mono">{no}</span>
      </PageHeader>
      <QuotationComposer
        key={version.id}
        initial={draftOf(version)}
        quotationId={quotation.id}
        customerId={quotation.customer.id}
        asksForNote={number > 1 || quotation.requests.length > 0}
        busy={busy}
        onSave={(draft) => void save(draft)}
      />
    </>
  );
}
