import { useQuery } from "@apollo/client/react";
import { useLive } from "@kaidan/web-kit/apollo/useLive";
import { useEffect, useEffectEvent, useRef } from "react";
import { type QueueCountsFragment, StaffQueuesChangedDocument, StaffQueuesDocument } from "../../gql/graphql";

const togetherMs = 300;

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

/**
 * Calls back when something in any queue moved, so that a page asks its own list again; moves that come close together
 * count as one. Every move has a number, so none is missed, also not while the connection was away.
 */
export function useQueueMoves(onMove: () => void): void {
  const seq = useQueues()?.seq;
  const seen = useRef(seq);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const moved = useEffectEvent(onMove);
  useEffect(() => {
    if (seq === undefined || seq === seen.current) return;
    seen.current = seq;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      moved();
    }, togetherMs);
  }, [seq]);
  useEffect(() => () => clearTimeout(timer.current), []);
}
