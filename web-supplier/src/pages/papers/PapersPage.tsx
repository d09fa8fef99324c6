import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { FormList } from "@kaidan/web-kit/documents/FormList";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { ListBody } from "@kaidan/web-kit/ui/ListBody";
import { LoadMore } from "@kaidan/web-kit/ui/LoadMore";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { formWords } from "@kaidan/web-kit/vocabulary/form-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { mayVisit } from "../../features/rights";
import { MyPapersDocument } from "../../gql/graphql";
import { paperCodes, workCodes } from "./paper-codes";

const route = getRouteApi("/signedIn/papers");

/** The forms made out to the supplier, newest first, narrowed to one kind. */
export function PapersPage() {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { me } = useMe();
  const { code } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useListQuery(MyPapersDocument, { code: code ?? null });
  const codes = mayVisit("money", me?.role) ? paperCodes : workCodes;
  return (
    <>
      <PageHeader title={t`单据`} back="/me">
        <Trans>由实际发生的交易过程生成，出具后不再改变；更正时出具新版本。</Trans>
      </PageHeader>
      <div className="stack">
        <NativeSelect
          label={t`单据种类`}
          value={code ?? ""}
          data={[
            { value: "", label: t`全部单据` },
            ...codes.map((value) => ({ value, label: i18n._(formWords[value]) })),
          ]}
          onChange={(event) => {
            const next = codes.find((known) => known === event.currentTarget.value);
            void navigate({ search: { code: next }, replace: true });
          }}
        />
        <ListBody list={list}>
          {({ mySupplierForms: { edges, pageInfo } }) =>
            edges.length === 0 ? (
              <EmptyState title={code ? t`没有这种单据。` : t`还没有单据。接单、验收、代收款和结算后会出现在这里。`} />
            ) : (
              <section className="card stack" aria-label={t`单据`} aria-busy={list.stale}>
                <FormList forms={edges.map(({ node }) => node)} href={({ id }) => `/papers/${id}`} />
                <LoadMore
                  hasMore={pageInfo.hasNextPage}
                  busy={list.loadingMore}
                  onMore={() => list.loadMore(pageInfo.endCursor)}
                />
              </section>
            )
          }
        </ListBody>
      </div>
    </>
  );
}
