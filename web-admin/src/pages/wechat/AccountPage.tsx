import { useQuery } from "@apollo/client/react";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { ErrorState } from "@kaidan/web-kit/ui/ErrorState";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { ListSkeleton } from "@kaidan/web-kit/ui/Skeletons";
import { WordTag } from "@kaidan/web-kit/ui/StatusTag";
import { accountStateWords, modeWords, wordOf } from "@kaidan/web-kit/vocabulary/delivery-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { Section } from "../../features/console/Section";
import { WechatAccountPageDocument, type WechatAccountPageQuery } from "../../gql/graphql";
import { WechatHeader } from "./WechatHeader";

type Account = NonNullable<WechatAccountPageQuery["wechatAccount"]>;

/** Whether the service account works, and how many people it reaches. */
export function AccountPage() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(WechatAccountPageDocument);
  return (
    <>
      <WechatHeader />
      {!data && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <ListSkeleton rows={1} />}
      {data?.wechatAccount === null && (
        <EmptyState title={t`还没有接入微信服务号`}>
          <Trans>在服务器上配置 AppID、AppSecret、Token 和消息加密密钥后重新启动即可，步骤见部署文档。</Trans>
        </EmptyState>
      )}
      {data?.wechatAccount && <AccountFacts account={data.wechatAccount} />}
    </>
  );
}

function AccountFacts({ account }: { account: Account }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { appid, mode, state, problem, tokenExpiresAt, followers, bindings } = account;
  return (
    <Section title={t`服务号`} aside={<WordTag of={accountStateWords[state]} />}>
      {problem && <Alert color="red">{problem}</Alert>}
      <Facts
        items={[
          { label: "AppID", value: <span className="mono">{appid}</span> },
          { label: t`消息模式`, value: i18n._(wordOf(modeWords, mode)) },
          {
            label: t`访问令牌有效期至`,
            value: tokenExpiresAt ? <DateText at={tokenExpiresAt} as="absolute" /> : t`还没有取得`,
          },
          { label: t`关注人数`, value: followers },
          { label: t`绑定账号`, value: bindings },
        ]}
      />
    </Section>
  );
}
