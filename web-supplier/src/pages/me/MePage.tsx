import { useReadQuery } from "@apollo/client/react";
import { useSession } from "@kaidan/web-kit/session/useSession";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Rating } from "@kaidan/web-kit/ui/Rating";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { roleWords } from "@kaidan/web-kit/vocabulary/plain-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { LogOut } from "lucide-react";
import type { MePageQuery } from "../../gql/graphql";
import css from "./MePage.module.css";
import { Places } from "./Places";
import { Preferences } from "./Preferences";

const route = getRouteApi("/signedIn/me");

type Account = NonNullable<MePageQuery["me"]>;

/** The organisation, one's own account, and how this device shows things. */
export function MePage() {
  const { t } = useLingui();
  const { data } = useReadQuery(route.useLoaderData());
  const { signOut } = useSession();
  if (!data.me) return <NotFoundState home={import.meta.env.BASE_URL} />;
  return (
    <>
      <PageHeader title={t`我的`} />
      <div className={css.columns}>
        <div className="stack">
          <Person me={data.me} />
          {data.me.supplier && <Organisation supplier={data.me.supplier} />}
        </div>
        <div className="stack">
          <Places role={data.me.role} />
          <Preferences />
          <Button
            variant="default"
            leftSection={<LogOut size={18} strokeWidth={1.5} aria-hidden />}
            onClick={() => void signOut()}
          >
            <Trans>退出登录</Trans>
          </Button>
        </div>
      </div>
    </>
  );
}

function Person({ me }: { me: Account }) {
  const { i18n } = useI18n();
  const { t } = useLingui();
  return (
    <section className={`card ${css.person}`} aria-label={t`我的账号`}>
      <span className={css.initial} aria-hidden>
        {me.displayName.slice(0, 1)}
      </span>
      <div>
        <h2>{me.displayName}</h2>
        <span className="muted">{me.login}</span>
      </div>
      {me.role && <span className="muted">{i18n._(roleWords[me.role])}</span>}
    </section>
  );
}

function Organisation({ supplier }: { supplier: NonNullable<Account["supplier"]> }) {
  const { t } = useLingui();
  const { completedCount } = supplier;
  return (
    <section className="card stack" aria-labelledby="organisation">
      <div className="row">
        <h2 id="organisation">{supplier.name}</h2>
        <StatusTag of="SupplierState" state={supplier.state} />
      </div>
      {supplier.state === "SUSPENDED" && (
        <p className={css.suspended}>
          <Trans>平台已停止向本单位派单。进行中的服务请照常完成，有疑问请联系平台。</Trans>
        </p>
      )}
      {supplier.introduction && <p className={css.introduction}>{supplier.introduction}</p>}
      <Facts
        items={[
          { label: t`服务商编号`, value: <span className="mono">{supplier.code}</span> },
          { label: t`评分`, value: <Rating rating={supplier.rating} /> },
          { label: t`已完成`, value: t`${completedCount} 单` },
          { label: t`服务区域`, value: supplier.regions.map(({ name }) => name).join("、"), wide: true },
        ]}
      />
    </section>
  );
}
