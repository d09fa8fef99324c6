import { type Setting, useSetting } from "@kaidan/web-kit/session/useSetting";
import { CopyText } from "@kaidan/web-kit/ui/CopyText";
import { type Column, DataTable } from "@kaidan/web-kit/ui/DataTable";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { ListSkeleton } from "@kaidan/web-kit/ui/Skeletons";
import { appWords } from "@kaidan/web-kit/vocabulary/plain-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Columns, Section } from "../../features/console/Section";
import css from "./DemoPage.module.css";
import { DemoWalk } from "./DemoWalk";

type Account = Setting["demoAccounts"][number];

/** A way through the demo: who to be, where to look, and the letters the system sent. There is none without demo data. */
export function DemoPage() {
  const { t } = useLingui();
  const setting = useSetting();
  if (!setting) return <ListSkeleton />;
  if (!setting.demo) return <NotFoundState home={import.meta.env.BASE_URL} />;
  return (
    <>
      <PageHeader title={t`试用指引`}>
        <Trans>演示数据由真实流程生成；三个应用各自登录，可以在不同标签页同时打开。</Trans>
      </PageHeader>
      <Columns
        main={
          <>
            <DemoWalk />
            <DemoAccounts accounts={setting.demoAccounts} />
          </>
        }
        side={
          <Section title={t`入口`}>
            <ul className={`list ${css.doors}`}>
              <Door href="/" words={t`商城`} />
              <Door href="/supplier/" words={t`服务商工作台`} />
              <Door href="/demo/mailbox" words={t`演示信箱（验证码与邀请信）`} />
            </ul>
          </Section>
        }
      />
    </>
  );
}

function Door({ href, words }: { href: string; words: string }) {
  return (
    <li>
      <a href={href} target="_blank" rel="noreferrer">
        {words}
      </a>
    </li>
  );
}

function DemoAccounts({ accounts }: { accounts: readonly Account[] }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const columns: Column<Account>[] = [
    { key: "name", head: t`姓名`, narrow: "title", cell: ({ displayName }) => displayName },
    { key: "app", head: t`应用`, cell: ({ app }) => i18n._(appWords[app]) },
    { key: "role", head: t`角色`, cell: ({ role }) => role },
    { key: "login", head: t`账号`, cell: ({ login }) => <CopyText text={login} /> },
    { key: "password", head: t`密码`, cell: ({ password }) => <span className={`mono ${css.whole}`}>{password}</span> },
  ];
  return (
    <Section title={t`演示账号`} flush>
      <DataTable label={t`演示账号`} rows={accounts} rowKey={({ login }) => login} columns={columns} />
    </Section>
  );
}
