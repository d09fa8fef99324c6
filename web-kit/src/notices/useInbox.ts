import { useQuery } from "@apollo/client/react";
import { useLive } from "../apollo/useLive";
import { useMoves } from "../apollo/useMoves";
import { InboxChangedDocument, InboxDocument, type InboxQuery } from "../gql/graphql";

/** Keeps the signed-in person's count of unread notices live for the whole app; called once, by the bell. */
export function useLiveInbox(): InboxQuery["inbox"] | undefined {
  const { data, refetch } = useQuery(InboxDocument);
  const inbox = data?.inbox;
  useLive(InboxChangedDocument, {
    variables: { afterSeq: inbox?.seq },
    skip: !inbox,
    onCatchUp: () => void refetch(),
  });
  return inbox;
}

/** The count as the bell keeps it; undefined until known. */
export function useInbox(): InboxQuery["inbox"] | undefined {
  return useQuery(InboxDocument, { fetchPolicy: "cache-only" }).data?.inbox;
}

/** Calls back when a notice arrived or was read, or when the account's WeChat binding changed. */
export function useInboxMoves(onMove: () => void): void {
  useMoves(useInbox()?.seq, onMove);
}
