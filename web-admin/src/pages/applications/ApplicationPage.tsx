import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Names } from "../../features/console/Names";
import { Columns, Section } from "../../features/console/Section";
import type { ApplicationFragment } from "../../gql/graphql";
import { ApplicationDecision } from "./ApplicationDecision";
import { ApplicationDocuments } from "./ApplicationDocuments";
import { ApplicationServices } from "./ApplicationServices";

const route = getRouteApi("/signedIn/applications/$id");

/** One application, laid out so that a reviewer can compare facts, papers and prices and then decide. */
export function ApplicationPage() {
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const application = data.staffSupplierApplication;
  if (!application) return <NotFoundState home={import.meta.env.BASE_URL} />;
  return (
    <>
      <PageHeader
        title={application.organisation || application.no}
        back="/applications"
        aside={<StatusTag of="ApplicationState" state={application.state} />}
        actions={<ApplicationDecision application={application} onStale={() => void refresh()} />}
      >
        <span className="mono">{application.no}</span>
      </PageHeader>
      <Columns
        main={
          <>
            <Outcome application={application} />
            <Organisation application={application} />
            <ApplicationServices services={application.services} />
            <ApplicationDocuments documents={application.documents} />
          </>
        }
        side={<Contact application={application} />}
      />
    </>
  );
}

function Outcome({ application: { state, reason, supplier } }: { application: ApplicationFragment }) {
  if (supplier) {
    const name = supplier.name;
    return (
      <Alert color="brand">
        <Trans>
          已成为服务商：
          <Link to="/suppliers/$id" params={{ id: supplier.id }}>
            {name}
          </Link>
        </Trans>
      </Alert>
    );
  }
  if (!reason || (state !== "NEEDS_INFO" && state !== "REJECTED")) return null;
  return (
    <Alert color={state === "REJECTED" ? "red" : "yellow"}>
      <Trans>原因：{reason}</Trans>
    </Alert>
  );
}

function Organisation({ application }: { application: ApplicationFragment }) {
  const { t } = useLingui();
  return (
    <Section title={t`机构`}>
      <Facts
        items={[
          { label: t`机构名称`, value: application.organisation },
          { label: t`统一社会信用代码`, value: <span className="mono">{application.uscc}</span> },
          { label: t`服务区域`, value: <Names of={application.regions} /> },
          { label: t`介绍`, value: application.introduction, wide: true },
        ]}
      />
    </Section>
  );
}

function Contact({ application }: { application: ApplicationFragment }) {
  const { t } = useLingui();
  const { contactName, contactPhone, contactEmail, submittedAt, decidedAt } = application;
  return (
    <Section title={t`联系人与时间`}>
      <Facts
        items={[
          { label: t`联系人`, value: contactName },
          { label: t`电话`, value: <a href={`tel:${contactPhone}`}>{contactPhone}</a> },
          { label: t`邮箱（将成为负责人账号）`, value: contactEmail },
          { label: t`提交时间`, value: submittedAt && <DateText at={submittedAt} as="absolute" /> },
          { label: t`处理时间`, value: decidedAt && <DateText at={decidedAt} as="absolute" /> },
        ]}
      />
    </Section>
  );
}
