import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { ListBody } from "@kaidan/web-kit/ui/ListBody";
import { LiveBadge } from "@kaidan/web-kit/ui/LiveBadge";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useQueueMoves } from "../../features/queues/useQueues";
import { usePicking } from "../../features/workbench/usePicking";
import { Workbench } from "../../features/workbench/Workbench";
import { DispatchBoardDocument, type DispatchBoardQuery } from "../../gql/graphql";
import { DispatchLists } from "./DispatchLists";
import { TicketToDispatch } from "./TicketToDispatch";

const route = getRouteApi("/signedIn/dispatch");

/** Tickets on their way to a supplier: first those only a person can place, then the open offers, then the rest. */
export function DispatchPage() {
  const { t } = useLingui();
  const list = useListQuery(DispatchBoardDocument, {});
  useQueueMoves(list.refetch);
  return (
    <>
      <PageHeader
        title={t`派单`}
        aside={<LiveBadge />}
        actions={
          <Button component={Link} to="/tickets" variant="default">
            <Trans>全部服务单</Trans>
          </Button>
        }
      />
      <ListBody list={list}>{(board) => <Board board={board} />}</ListBody>
    </>
  );
}

function Board({ board }: { board: DispatchBoardQuery }) {
  const { t } = useLingui();
  const { id } = route.useSearch();
  const navigate = route.useNavigate();
  const { needsHuman, offered, toDispatch } = board;
  const ids = [needsHuman, offered, toDispatch].flatMap(({ edges }) => edges.map(({ node }) => node.id));
  const { current, go } = usePicking(ids, id, (next) => void navigate({ search: { id: next }, replace: true }));
  if (!current) return <EmptyState title={t`没有待派的服务单。新订单付款后会出现在这里。`} />;
  return (
    <Workbench
      label={t`待派的服务单`}
      picked={id !== undefined}
      onBack={() => go(undefined)}
      list={<DispatchLists board={board} current={current} />}
      detail={<TicketToDispatch key={current} id={current} />}
    />
  );
}
