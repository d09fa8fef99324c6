import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { useSession } from "@kaidan/web-kit/session/useSession";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { roleWords } from "@kaidan/web-kit/vocabulary/plain-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { LogOut } from "lucide-react";
import type { MePageQuery } from "../../gql/graphql";
import css from "./MePage.module.css";
import { Organisation } from "./Organisation";
import { Places } from "./Places";
import { Preferences } from "./Preferences";

const route = getRouteApi("/signedIn/me");

type Account = NonNullable<MePageQuery["me"]>;

/** The organisation, one's own account, and how this device shows things. */
export function MePage() {
  const { t } = useLingui();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const { signOut } = useSession();
  if (!data.me) return <NotFoundState home={import.meta.env.BASE_URL} />;
  return (
    <>
      <PageHeader title={t`我的`} />
      <div className={css.columns}>
        <div className="stack">
          <Person me={data.me} />
          {data.me.supplier && <Organisation supplier={data.me.supplier} onRefused={refresh} />}
        </div>
        <div className="stack">
          <Places />
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
