import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { DataTable } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { Section } from "../../features/console/Section";
import { TemplateForm } from "./TemplateForm";

const route = getRouteApi("/signedIn/contracts/templates/$code");

/** One template: its newest wording to be changed, and every wording there was. */
export function TemplatePage() {
  const { t } = useLingui();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const template = data.contractTemplate;
  if (!template) return <NotFoundState home={import.meta.env.BASE_URL} />;
  return (
    <div className="stack">
      <PageHeader title={template.name} back="/contracts/templates">
        <span className="mono">{template.code}</span> v{template.currentNumber}
      </PageHeader>
      <TemplateForm
        key={template.version}
        template={template}
        onSaved={() => undefined}
        onStale={() => void refresh()}
      />
      <Section title={t`版本`} flush>
        <DataTable
          label={t`版本`}
          rows={template.wordings}
          rowKey={({ id }) => id}
          columns={[
            { key: "number", head: t`版本`, narrow: "title", cell: ({ number }) => `v${number}` },
            { key: "title", head: t`合同标题`, cell: ({ title }) => title },
            { key: "author", head: t`编写人`, cell: ({ authorName }) => authorName ?? "—" },
            { key: "at", head: t`保存时间`, cell: ({ createdAt }) => <DateText at={createdAt} as="absolute" /> },
          ]}
        />
      </Section>
    </div>
  );
}
