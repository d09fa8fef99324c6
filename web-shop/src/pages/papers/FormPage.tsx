import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { PrintButton } from "@kaidan/web-kit/documents/PrintButton";
import { DocumentText } from "@kaidan/web-kit/ui/DocumentText";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";

const route = getRouteApi("/shop/signedIn/o/$orderId/papers/$formId");

/** One form as it was issued. */
export function FormPage() {
  const { orderId } = route.useParams();
  const { data } = usePageQuery(route.useLoaderData());
  const { form } = data;
  if (!form) return <NotFoundState home="/" />;
  const { voidReason } = form;
  return (
    <>
      <PageHeader
        title={form.title}
        back={`/o/${orderId}/papers`}
        aside={<StatusTag of="FormState" state={form.state} />}
        actions={<PrintButton formId={form.id} title={form.title} />}
      >
        <span className="mono">{form.no}</span>
      </PageHeader>
      <div className="stack">
        {voidReason && (
          <Alert color="gray">
            <Trans>作废原因：{voidReason}</Trans>
          </Alert>
        )}
        <section className="card">
          <DocumentText blocks={form.text} />
        </section>
        <p className="muted small" style={{ overflowWrap: "anywhere" }}>
          <Trans>内容校验</Trans> <span className="mono">{form.hash}</span>
        </p>
      </div>
    </>
  );
}
