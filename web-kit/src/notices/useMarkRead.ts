import { useApolloClient } from "@apollo/client/react";
import { useAct } from "../forms/useAct";
import { MarkNoticesReadDocument, type NoticeFactsFragment } from "../gql/graphql";

/** Marks one notice read, seen at once and taken back when the server did not take it; or all of them. */
export function useMarkRead() {
  const { cache } = useApolloClient();
  const { act, busy } = useAct(MarkNoticesReadDocument, (data) => data.markNoticesRead);

  function show(notice: NoticeFactsFragment, readAt: string | null): void {
    cache.modify({ id: cache.identify(notice), fields: { readAt: () => readAt } });
  }

  async function one(notice: NoticeFactsFragment): Promise<void> {
    if (notice.readAt) return;
    show(notice, new Date().toISOString());
    const done = await act({ input: { noticeIds: [notice.id] } });
    if (!done) show(notice, null);
  }

  return { one, all: () => act({ input: { all: true } }), busy };
}
