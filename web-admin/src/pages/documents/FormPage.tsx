import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { PrintButton } from "@kaidan/web-kit/documents/PrintButton";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { DocumentText } from "@kaidan/web-kit/ui/DocumentText";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { Columns, Section } from "../../features/console/Section";
import type { StaffFormDetailsFragment } from "../../gql/graphql";
import { CorrectForm } from "./CorrectForm";
import { VoidForm } from "./VoidForm";

const route = getRouteApi("/signedIn/documents/$no");

/** One form as it was issued, and what may be done about it: a new version, or void. */
export function FormPage() {
  const { can } = useMe();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const form = data.staffForm;
  if (!form) return <NotFoundState home={import.meta.env.BASE_URL} />;
  const reload = () => void refresh();
  const { voidReason, voiderName } = form;
  return (
    <>
      <PageHeader
        title={form.title}
        back="/documents"
        aside={<StatusTag of="FormState" state={form.state} />}
        actions={
          <>
            <PrintButton formId={form.id} title={form.title} />
            {form.state === "ISSUED" && can("documents.manage") && (
              <>
                {form.code !== "DOSSIER" && <CorrectForm form={form} onStale={reload} />}
                <VoidForm form={form} onStale={reload} />
              </>
            )}
          </>
        }
      >
        <span className="mono">{form.no}</span>
      </PageHeader>
      <Columns
        main={
          <>
            {voidReason && (
              <Alert color="gray">
                <Trans>
                  已由 {voiderName} 作废：{voidReason}
                </Trans>
              </Alert>
            )}
            <section className="card">
              <DocumentText blocks={form.text} />
            </section>
          </>
        }
        side={<FormFacts form={form} />}
      />
    </>
  );
}

function FormFacts({ form }: { form: StaffFormDetailsFragment }) {
  const { t } = useLingui();
  return (
    <Section title={t`单据信息`}>
      <Facts
        items={[
          { label: t`订单`, value: form.orderNo && <span className="mono">{form.orderNo}</span> },
          { label: t`版次`, value: form.number },
          { label: t`更正原因`, value: form.reason, wide: true },
          { label: t`出具时间`, value: <DateText at={form.issuedAt} as="absolute" /> },
          { label: t`出具人`, value: form.issuerName ?? t`平台自动` },
          { label: t`单据文字`, value: form.wordingNumber === 0 ? t`平台默认` : `v${form.wordingNumber}` },
          {
            label: t`校验码`,
            value: (
              <span className="mono" style={{ overflowWrap: "anywhere" }}>
                {form.hash}
              </span>
            ),
            wide: true,
          },
        ]}
      />
    </Section>
  );
}
