import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { WechatBindingDocument } from "../gql/graphql";
import { useInboxMoves } from "../notices/useInbox";
import { EmptyState } from "../ui/EmptyState";
import { ErrorState } from "../ui/ErrorState";
import { PageHeader } from "../ui/PageHeader";
import { ListSkeleton } from "../ui/Skeletons";
import { BoundCard } from "./BoundCard";
import type { BindingSearch } from "./binding-search";
import { Privacy } from "./Privacy";
import { ReturnNotice } from "./ReturnNotice";
import { UnboundCard } from "./UnboundCard";
import css from "./WechatBinding.module.css";

type WechatBindingProps = {
  /** What this app's people have of it, one sentence each. */
  benefits: readonly string[];
  search: BindingSearch;
  /** The page one level up. */
  back?: string;
};

/** Binds the account to a WeChat, shows the binding, and ends it. */
export function WechatBinding({ benefits, search, back }: WechatBindingProps) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(WechatBindingDocument);
  const ask = () => void refetch();
  useInboxMoves(ask);
  const binding = data?.wechatBinding;
  return (
    <div className={css.page}>
      <PageHeader title={t`微信绑定`} back={back} />
      {!data && error && <ErrorState error={error} onRetry={ask} />}
      {!data && !error && <ListSkeleton rows={2} />}
      {binding === null && (
        <EmptyState title={t`平台还没有接入微信服务号`}>
          <Trans>接入后可以在这里绑定微信、接收推送。站内通知不受影响。</Trans>
        </EmptyState>
      )}
      {binding && (
        <div className="stack">
          <ReturnNotice search={search} bound={binding.state !== "NONE"} />
          {binding.state === "NONE" ? (
            <UnboundCard benefits={benefits} search={search} onAnswered={ask} />
          ) : (
            <BoundCard binding={binding} />
          )}
          <Privacy />
        </div>
      )}
    </div>
  );
}
