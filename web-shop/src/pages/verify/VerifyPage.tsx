import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { ShieldAlert, ShieldCheck } from "lucide-react";

const route = getRouteApi("/shop/verify/$no/$proof");

/** Whether a paper is true and still counts; what it says stands on the paper alone. */
export function VerifyPage() {
  const { t } = useLingui();
  const { no, proof } = route.useParams();
  const { data } = usePageQuery(route.useLoaderData());
  const form = data.formProof;
  if (!form) {
    return (
      <>
        <PageHeader title={t`单据核验`}>
          <span className="mono">{no}</span>
        </PageHeader>
        <Alert color="red" icon={<ShieldAlert aria-hidden />} title={t`核验不通过`}>
          <Trans>编号与校验码不符：这不是本平台出具的单据，或内容被改动过。请对照纸面重新扫码。</Trans>
        </Alert>
      </>
    );
  }
  const counts = form.state === "ISSUED";
  return (
    <>
      <PageHeader title={t`单据核验`} aside={<StatusTag of="FormState" state={form.state} />}>
        <span className="mono">{no}</span>
      </PageHeader>
      <div className="stack">
        <Alert color={counts ? "teal" : "yellow"} icon={<ShieldCheck aria-hidden />} title={t`本平台出具`}>
          {counts ? (
            <Trans>编号与校验码一致，单据有效。请核对纸面底部的内容校验是否以下列校验码开头。</Trans>
          ) : (
            <Trans>编号与校验码一致，但这份单据已不再有效。</Trans>
          )}
        </Alert>
        <section className="card">
          <Facts
            items={[
              { label: t`单据`, value: form.title },
              { label: t`出具时间`, value: <DateText at={form.issuedAt} as="absolute" /> },
              { label: t`校验码`, value: <span className="mono">{proof}</span> },
              { label: t`被替代为`, value: form.replacedBy && <span className="mono">{form.replacedBy}</span> },
            ]}
          />
        </section>
      </div>
    </>
  );
}
