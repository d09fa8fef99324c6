import { useApolloClient } from "@apollo/client/react";
import { askAgain } from "../apollo/ask-again";
import { useListQuery } from "../apollo/useListQuery";
import { NoticesDocument } from "../gql/graphql";
import { useInboxMoves } from "./useInbox";

const pageSize = 30;
const mostAtOnce = 100;

/** The signed-in person's notices, newest first, kept live. */
export function useNotices(unreadOnly: boolean) {
  const client = useApolloClient();
  const list = useListQuery(NoticesDocument, { unreadOnly, first: pageSize });
  const shown = list.data?.notices.edges.length ?? 0;
  // As many as stand there already: whoever has read far down is not thrown up by a new one.
  const first = Math.min(Math.max(shown, pageSize), mostAtOnce);
  useInboxMoves(() => void askAgain(client, NoticesDocument, { unreadOnly, first }));
  return list;
}
