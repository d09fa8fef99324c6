import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { type Column, DataTable } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { SynonymsRowFragment } from "../../gql/graphql";
import { DropSynonyms } from "./DropSynonyms";
import { SynonymsDrawer } from "./SynonymsDrawer";

const route = getRouteApi("/signedIn/catalogue/synonyms");

/** Which words stand for each other when customers search. */
export function SynonymsPage() {
  const { t } = useLingui();
  const { can } = useMe();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const [edited, setEdited] = useState<SynonymsRowFragment | "new">();
  return (
    <>
      <PageHeader
        title={t`搜索同义词`}
        actions={
          can("catalogue.manage") && (
            <Button onClick={() => setEdited("new")}>
              <Trans>新建同义词</Trans>
            </Button>
          )
        }
      >
        <Trans>顾客搜索其中一个词，也会找到其他词的商品；保存后立即生效。</Trans>
      </PageHeader>
      <DataTable
        label={t`搜索同义词`}
        rows={data.searchSynonyms}
        rowKey={({ id }) => id}
        columns={useColumns()}
        empty={<EmptyState title={t`还没有同义词`} />}
        actionsLabel={t`操作`}
        rowActions={(row) =>
          can("catalogue.manage") && (
            <Group gap="xs" wrap="nowrap">
              <Button
                size="xs"
                variant="default"
                aria-label={t`修改 ${row.words.join("、")}`}
                onClick={() => setEdited(row)}
              >
                <Trans>修改</Trans>
              </Button>
              <DropSynonyms row={row} onDone={() => void refresh()} />
            </Group>
          )
        }
      />
      <SynonymsDrawer
        key={edited === "new" ? "new" : edited?.id}
        row={edited === "new" ? undefined : edited}
        opened={edited !== undefined}
        onClose={() => setEdited(undefined)}
        onSaved={() => {
          setEdited(undefined);
          void refresh();
        }}
      />
    </>
  );
}

function useColumns(): Column<SynonymsRowFragment>[] {
  const { t } = useLingui();
  return [
    { key: "words", head: t`同义词`, narrow: "title", cell: ({ words }) => <strong>{words.join("、")}</strong> },
    { key: "changedAt", head: t`最近修改`, cell: ({ changedAt }) => <DateText at={changedAt} as="absolute" /> },
  ];
}
