import { useQuery } from "@apollo/client/react";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { type Column, DataTable } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { ErrorState } from "@kaidan/web-kit/ui/ErrorState";
import { ListSkeleton } from "@kaidan/web-kit/ui/Skeletons";
import { WordTag } from "@kaidan/web-kit/ui/StatusTag";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { templateStateWords } from "@kaidan/web-kit/vocabulary/delivery-words";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { CheckWechatTemplatesDocument, type TemplateRowFragment, WechatTemplatesPageDocument } from "../../gql/graphql";
import { EditTemplate } from "./EditTemplate";
import { TemplateFields } from "./TemplateFields";
import css from "./Templates.module.css";
import { WechatHeader } from "./WechatHeader";

const route = getRouteApi("/signedIn/wechat/templates");

/** Which of the account's templates carries each card of ours, and what stands in the way of sending it. */
export function TemplatesPage() {
  const { t } = useLingui();
  const { card } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(WechatTemplatesPageDocument);
  const columns = useColumns();
  const open = (code: string | undefined) => void navigate({ search: { card: code }, replace: true });
  const edited = data?.wechatTemplates.find(({ code }) => code === card);
  return (
    <>
      <WechatHeader actions={<CheckNow />}>
        <Trans>模板编号和字段名每个服务号不同；检查会按标题和各行名称自动对应，对应不上的可以手工填写。</Trans>
      </WechatHeader>
      {!data && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <ListSkeleton rows={5} />}
      {data && (
        <DataTable
          label={t`模板`}
          rows={data.wechatTemplates}
          rowKey={({ code }) => code}
          columns={columns}
          actionsLabel={t`操作`}
          rowActions={({ code, title }) => (
            <Button size="xs" variant="default" aria-label={t`编辑 ${title}`} onClick={() => open(code)}>
              <Trans>编辑</Trans>
            </Button>
          )}
        />
      )}
      {edited && <EditTemplate key={edited.code} template={edited} onClose={() => open(undefined)} reload={refetch} />}
    </>
  );
}

function CheckNow() {
  const { t } = useLingui();
  const { act, busy } = useAct(CheckWechatTemplatesDocument, (data) => data.checkWechatTemplates);
  async function check(): Promise<void> {
    const done = await act({ input: {} });
    if (!done?.templates) return;
    const count = done.templates.filter(({ state }) => state !== "READY").length;
    if (count === 0) toast.ok(t`全部模板可用`);
    else toast.info(t`${count} 个模板需要处理`);
  }
  return (
    <Button loading={busy} onClick={() => void check()}>
      <Trans>立即检查</Trans>
    </Button>
  );
}

function useColumns(): Column<TemplateRowFragment>[] {
  const { t } = useLingui();
  return [
    {
      key: "card",
      head: t`卡片`,
      narrow: "title",
      cell: ({ title, code }) => (
        <>
          <strong>{title}</strong>
          <div className="mono muted small">{code}</div>
        </>
      ),
    },
    { key: "state", head: t`状态`, cell: ({ state }) => <WordTag of={templateStateWords[state]} /> },
    { key: "fields", head: t`各行对应的字段`, cell: (template) => <TemplateFields template={template} /> },
    {
      key: "checked",
      head: t`上次检查`,
      cell: ({ checkedAt }) =>
        checkedAt ? (
          <span className={css.whole}>
            <DateText at={checkedAt} as="absolute" />
          </span>
        ) : (
          <span className="muted">{t`从未`}</span>
        ),
    },
  ];
}
