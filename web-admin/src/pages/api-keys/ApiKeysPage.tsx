import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { joinList } from "@kaidan/web-kit/format/lists";
import { type Column, DataTable } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { useNow } from "@kaidan/web-kit/ui/useNow";
import { permissionWords, wordOf } from "@kaidan/web-kit/vocabulary/staff-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { Ban, CircleCheck, Clock } from "lucide-react";
import { useState } from "react";
import type { ApiKeyRowFragment } from "../../gql/graphql";
import { CreateApiKey } from "./CreateApiKey";
import { RevokeApiKey } from "./RevokeApiKey";

const route = getRouteApi("/signedIn/api-keys");

/** What third parties may reach the API with. */
export function ApiKeysPage() {
  const { t } = useLingui();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const [creating, setCreating] = useState(false);
  const now = useNow(60_000);
  return (
    <>
      <PageHeader
        title={t`API 密钥`}
        actions={
          <Button onClick={() => setCreating(true)}>
            <Trans>新建密钥</Trans>
          </Button>
        }
      >
        <Trans>供其他系统读取数据或代为派单；密钥只在创建时显示一次。</Trans>
      </PageHeader>
      <DataTable
        label={t`API 密钥`}
        rows={data.apiKeys}
        rowKey={({ id }) => id}
        columns={useColumns(now)}
        empty={<EmptyState title={t`还没有 API 密钥`} />}
        actionsLabel={t`操作`}
        rowActions={(key) =>
          stateOf(key, now) === "ACTIVE" && <RevokeApiKey apiKey={key} onStale={() => void refresh()} />
        }
      />
      <CreateApiKey
        opened={creating}
        scopes={data.apiKeyScopes}
        onClose={() => setCreating(false)}
        onCreated={() => void refresh()}
      />
    </>
  );
}

function useColumns(now: number): Column<ApiKeyRowFragment>[] {
  const { t } = useLingui();
  const { i18n } = useI18n();
  return [
    { key: "name", head: t`用途`, narrow: "title", cell: ({ name }) => <strong>{name}</strong> },
    { key: "prefix", head: t`开头`, cell: ({ prefix }) => <span className="mono">{prefix}…</span> },
    { key: "state", head: t`状态`, cell: (key) => <KeyState state={stateOf(key, now)} /> },
    {
      key: "scopes",
      head: t`权限`,
      cell: ({ scopes }) =>
        joinList(
          scopes.map((scope) => i18n._(wordOf(permissionWords, scope))),
          i18n.locale,
        ),
    },
    { key: "expiresAt", head: t`有效期至`, cell: ({ expiresAt }) => <DateText at={expiresAt} as="absolute" /> },
    {
      key: "lastUsedAt",
      head: t`最近使用`,
      cell: ({ lastUsedAt }) =>
        lastUsedAt ? <DateText at={lastUsedAt} as="absolute" /> : <span className="muted">{t`从未`}</span>,
    },
    { key: "createdAt", head: t`创建时间`, cell: ({ createdAt }) => <DateText at={createdAt} as="absolute" /> },
  ];
}

type State = "ACTIVE" | "EXPIRED" | "REVOKED";

function stateOf({ revokedAt, expiresAt }: ApiKeyRowFragment, now: number): State {
  if (revokedAt) return "REVOKED";
  return Date.parse(expiresAt) <= now ? "EXPIRED" : "ACTIVE";
}

function KeyState({ state }: { state: State }) {
  const { t } = useLingui();
  if (state === "REVOKED") return <ToneTag tone="neutral" icon={Ban}>{t`已吊销`}</ToneTag>;
  if (state === "EXPIRED") return <ToneTag tone="neutral" icon={Clock}>{t`已过期`}</ToneTag>;
  return <ToneTag tone="ok" icon={CircleCheck}>{t`有效`}</ToneTag>;
}
