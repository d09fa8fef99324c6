import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { KeyHint } from "@kaidan/web-kit/ui/KeyHint";
import { ListBody } from "@kaidan/web-kit/ui/ListBody";
import { LoadMore } from "@kaidan/web-kit/ui/LoadMore";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { useShortcuts } from "@kaidan/web-kit/ui/useShortcuts";
import { Trans, useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { useQueueMoves } from "../../features/queues/useQueues";
import { type ProposedServiceFragment, ProposedServicesPageDocument } from "../../gql/graphql";
import { ProposalCard } from "./ProposalCard";
import css from "./Proposals.module.css";

/** The queue of terms that suppliers propose, each beside what is in force now. */
export function ProposedServicesPage() {
  const { t } = useLingui();
  const list = useListQuery(ProposedServicesPageDocument, {});
  useQueueMoves(list.refetch);
  return (
    <>
      <PageHeader title={t`服务报价审核`} aside={<KeyHint keys="A R J K" />}>
        <Trans>通过后用于新订单，写了生效日期的到那天生效；已有订单保持原价。</Trans>
      </PageHeader>
      <ListBody list={list}>
        {({ proposedServices: { edges, pageInfo } }) => (
          <>
            <Proposals
              proposals={edges.map(({ node }) => node).filter(({ state }) => state === "PROPOSED")}
              onDecided={list.refetch}
            />
            <LoadMore
              hasMore={pageInfo.hasNextPage}
              busy={list.loadingMore}
              onMore={() => list.loadMore(pageInfo.endCursor)}
            />
          </>
        )}
      </ListBody>
    </>
  );
}

type ProposalsProps = { proposals: readonly ProposedServiceFragment[]; onDecided: () => void };

/** One proposal is the current one: J and K move, A approves it, R returns it. */
function Proposals({ proposals, onDecided }: ProposalsProps) {
  const { t } = useLingui();
  const list = useRef<HTMLUListElement>(null);
  const [index, setIndex] = useState(0);
  const current = Math.min(index, proposals.length - 1);
  function go(step: number): void {
    const next = Math.max(0, Math.min(proposals.length - 1, current + step));
    setIndex(next);
    list.current?.children[next]?.scrollIntoView({ block: "nearest" });
  }
  const press = (verb: string) =>
    list.current?.children[current]?.querySelector<HTMLButtonElement>(`[data-verb="${verb}"]`)?.click();
  useShortcuts([
    { keys: "j", label: t`下一条`, run: () => go(1) },
    { keys: "k", label: t`上一条`, run: () => go(-1) },
    { keys: "a", label: t`通过`, run: () => press("approve") },
    { keys: "r", label: t`退回`, run: () => press("reject") },
  ]);
  if (proposals.length === 0) return <EmptyState title={t`没有待审核的服务报价`} />;
  return (
    <ul ref={list} role="list" className={css.proposals} aria-label={t`待审核的服务报价`}>
      {proposals.map((proposal, at) => (
        <li key={proposal.id} aria-current={at === current || undefined}>
          <ProposalCard proposal={proposal} onDecided={onDecided} />
        </li>
      ))}
    </ul>
  );
}
