import { useQuery } from "@apollo/client/react";
import { useLive } from "@kaidan/web-kit/apollo/useLive";
import { useMoves } from "@kaidan/web-kit/apollo/useMoves";
import { type QueueCountsFragment, StaffQueuesChangedDocument, StaffQueuesDocument } from "../../gql/graphql";

/** Keeps the counts of all queues live for the whole console; called once, by its frame. */
export function useLiveQueues(): QueueCountsFragment | undefined {
  const { data, refetch } = useQuery(StaffQueuesDocument);
  const queues = data?.staffQueues;
  useLive(StaffQueuesChangedDocument, {
    variables: { afterSeq: queues?.seq },
    skip: !queues,
    onCatchUp: () => void refetch(),
  });
  return queues;
}

/** How much waits for a person, by queue, as the frame keeps it; undefined until known. */
export function useQueues(): QueueCountsFragment | undefined {
  return useQuery(StaffQueuesDocument, { fetchPolicy: "cache-only" }).data?.staffQueues;
}

/** Calls back when something in any queue moved, so that a page asks its own list again. */
export function useQueueMoves(onMove: () => void): void {
  useMoves(useQueues()?.seq, onMove);
}
