import { useQuery } from "@apollo/client/react";
import { useLive } from "@kaidan/web-kit/apollo/useLive";
import { useEffect, useEffectEvent, useRef } from "react";
import { type QueueCountsFragment, StaffQueuesChangedDocument, StaffQueuesDocument } from "../../gql/graphql";

const togetherMs = 300;

/** How much waits for a person, by queue, live; undefined until known. */
export function useQueues(): QueueCountsFragment | undefined {
  const { data, refetch } = useQuery(StaffQueuesDocument);
  useLive(StaffQueuesChangedDocument, { variables: {}, onCatchUp: () => void refetch() });
  return data?.staffQueues;
}

/**
 * Calls back when something in any queue moved, so that a page asks its list again; moves that come close together
 * count as one. Also after a lost connection.
 */
export function useQueueMoves(onMove: () => void): void {
  const moved = useEffectEvent(onMove);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive(StaffQueuesChangedDocument, {
    variables: {},
    onCatchUp: onMove,
    onEvent: () => {
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        moved();
      }, togetherMs);
    },
  });
}
