import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { DataTable } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { formWords } from "@kaidan/web-kit/vocabulary/form-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { DocumentTabs } from "./DocumentTabs";

const route = getRouteApi("/signedIn/documents/wordings");

/** The text every kind of form is made from. */
export function WordingsPage() {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { data } = usePageQuery(route.useLoaderData());
  return (
    <>
      <PageHeader title={t`单据文字`}>
        <Trans>每次保存都是新版本，此后出具的单据使用它；已出具的不受影响。</Trans>
      </PageHeader>
      <DocumentTabs />
      <DataTable
        label={t`单据文字`}
        rows={data.formWordings}
        rowKey={({ code }) => code}
        href={({ code }) => `/documents/wordings/${code}`}
        columns={[
          { key: "code", head: t`单据`, narrow: "title", cell: ({ code }) => i18n._(formWords[code]) },
          { key: "title", head: t`标题`, cell: ({ title }) => title },
          { key: "number", head: t`版本`, cell: ({ number }) => (number === 0 ? t`平台默认` : `v${number}`) },
          {
            key: "at",
            head: t`保存时间`,
            cell: ({ createdAt }) => (createdAt ? <DateText at={createdAt} as="absolute" /> : "—"),
          },
        ]}
      />
    </>
  );
}
