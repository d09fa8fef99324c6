import { Age } from "@kaidan/web-kit/ui/Age";
import { SlaClock } from "@kaidan/web-kit/ui/SlaClock";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type Pick, PickGroup } from "../../features/workbench/PickGroup";
import type { DispatchBoardQuery, DispatchQueueFragment } from "../../gql/graphql";
import css from "./DispatchLists.module.css";

type QueuedTicket = DispatchQueueFragment["edges"][number]["node"];
type DispatchListsProps = { board: DispatchBoardQuery; current: string };

/** The three parts of the board, oldest first; offers show how long the supplier still has. */
export function DispatchLists({ board: { needsHuman, offered, toDispatch }, current }: DispatchListsProps) {
  const { t } = useLingui();
  return (
    <>
      <PickGroup
        title={t`需人工派单`}
        count={needsHuman.edges.length}
        current={current}
        none={t`没有。系统正在自动派单。`}
        picks={picksOf(needsHuman)}
      >
        <More queue={needsHuman} state="NEEDS_HUMAN" />
      </PickGroup>
      <PickGroup
        title={t`等待接单`}
        count={offered.edges.length}
        current={current}
        none={t`没有等待接单的服务单。`}
        picks={picksOf(offered)}
      >
        <More queue={offered} state="OFFERED" />
      </PickGroup>
      <PickGroup
        title={t`待派单`}
        count={toDispatch.edges.length}
        current={current}
        none={t`没有待派的服务单。`}
        picks={picksOf(toDispatch)}
      >
        <More queue={toDispatch} state="TO_DISPATCH" />
      </PickGroup>
    </>
  );
}

function picksOf(queue: DispatchQueueFragment): Pick[] {
  return queue.edges.map(({ node }) => ({
    id: node.id,
    title: node.itemName,
    aside: node.region.name,
    note: <span className="mono">{node.no}</span>,
    when: <WaitingTime ticket={node} />,
  }));
}

/** How long the supplier still has; without an open offer, how long the ticket has been there. */
function WaitingTime({ ticket: { attempts, createdAt } }: { ticket: QueuedTicket }) {
  const offer = attempts.find(({ state }) => state === "OFFERED");
  return offer ? <SlaClock until={offer.expiresAt} since={offer.offeredAt} /> : <Age since={createdAt} />;
}

/** The board shows the oldest of a queue; the whole of it is in the list of tickets. */
function More({ queue, state }: { queue: DispatchQueueFragment; state: "NEEDS_HUMAN" | "OFFERED" | "TO_DISPATCH" }) {
  if (!queue.pageInfo.hasNextPage) return null;
  return (
    <Link to="/tickets" search={{ state }} className={css.more}>
      <Trans>查看全部</Trans>
    </Link>
  );
}
